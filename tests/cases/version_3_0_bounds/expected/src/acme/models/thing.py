"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class Thing(BaseModel):
    a: Optional[int] = None
    """exclusiveMinimum: 1"""
    b: Optional[float] = None
    """maximum: 2.5"""
