"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import UNSET, BaseModel, OptionalNullable
from .child import Child


class Thing(BaseModel):
    a: Optional[Child] = None
    """The child."""
    b: OptionalNullable[Child] = UNSET
