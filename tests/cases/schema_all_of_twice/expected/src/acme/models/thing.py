"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class Thing(BaseModel):
    size: str
    """First.

    maxLength: 3"""
    at: Optional[At] = None


class At(BaseModel):
    x: Optional[int] = None
    y: Optional[int] = None
