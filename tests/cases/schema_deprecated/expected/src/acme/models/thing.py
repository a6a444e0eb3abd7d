"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class Thing(BaseModel):
    old: Optional[str] = None
    """The old one.

    Deprecated. This will be removed in a future release, please migrate away from it as soon as possible.
    """
    told: Optional[str] = None
    """Deprecated. This will be removed in a future release, please migrate away from it as soon as possible. Use `new`."""
    new: Optional[str] = None
