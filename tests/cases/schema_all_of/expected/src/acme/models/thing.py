"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class Thing(BaseModel):
    id: str
    note: Optional[str] = None
    name: str
    beside: Optional[int] = None
