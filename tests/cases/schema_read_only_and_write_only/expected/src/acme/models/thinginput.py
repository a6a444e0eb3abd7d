"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel
from .child import Child


class ThingInput(BaseModel):
    name: str
    secret: str
    child: Optional[Child] = None


class ThingOutput(BaseModel):
    id: str
    name: str
    child: Optional[Child] = None
