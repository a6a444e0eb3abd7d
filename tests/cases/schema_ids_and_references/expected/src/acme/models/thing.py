"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel
from .child import ABCD, Child, Deep
from .local import Local


class Thing(BaseModel):
    by_anchor: Optional[Child] = None
    by_pointer: Optional[Deep] = None
    by_definition: Optional[Local] = None
    escaped: Optional[ABCD] = None
