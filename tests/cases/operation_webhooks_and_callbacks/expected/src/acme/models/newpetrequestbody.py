"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class NewPetRequestBody(BaseModel):
    name: Optional[str] = None
