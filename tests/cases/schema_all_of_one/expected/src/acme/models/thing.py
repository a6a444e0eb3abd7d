"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import UNSET, BaseModel, OptionalNullable
from .child import Child


class Thing(BaseModel):
    wrapped: Optional[Child] = None
    """Its own text."""
    bare: Optional[Child] = None
    """The child."""
    nullable: OptionalNullable[Child] = UNSET
