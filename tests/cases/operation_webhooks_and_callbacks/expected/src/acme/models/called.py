"""Models of the API."""

from __future__ import annotations

from datetime import datetime
from typing import Optional

from .._runtime.model import BaseModel


class Called(BaseModel):
    when: Optional[datetime] = None
