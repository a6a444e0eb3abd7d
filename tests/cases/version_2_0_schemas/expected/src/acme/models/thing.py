"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import UNSET, BaseModel, OptionalNullable
from .pet import Pet


class Thing(BaseModel):
    a: OptionalNullable[str] = UNSET
    b: Optional[int] = None
    """exclusiveMinimum: 0"""
    c: Optional[str] = None
    d: Optional[Pet] = None
