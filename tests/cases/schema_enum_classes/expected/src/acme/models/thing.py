"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel
from .kind import Kind
from .level import Level
from .mode import Mode


class Thing(BaseModel):
    kind: Kind
    level: Level
    mode: Optional[Mode] = None
