"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class Other(BaseModel):
    kind: Optional[str] = None
