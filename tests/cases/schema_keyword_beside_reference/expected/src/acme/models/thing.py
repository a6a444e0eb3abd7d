"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel
from .child import Child


class Thing(BaseModel):
    required_too: Optional[RequiredToo] = None
    more: Optional[More] = None
    deprecated: Optional[Child] = None
    """Deprecated. This will be removed in a future release, please migrate away from it as soon as possible."""


class RequiredToo(BaseModel):
    a: str


class More(BaseModel):
    a: Optional[str] = None
    b: Optional[int] = None
