"""Models of the API."""

from __future__ import annotations

from .._runtime.model import BaseModel
from .level import Level


class Thing(BaseModel):
    level: Level
