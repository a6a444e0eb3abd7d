"""Models of the API."""

from __future__ import annotations

from .._runtime.model import BaseModel
from .kind import Kind
from .mode import Mode


class Thing(BaseModel):
    kind: Kind
    mode: Mode
