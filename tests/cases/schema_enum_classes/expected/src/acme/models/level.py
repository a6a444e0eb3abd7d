from __future__ import annotations

from .._runtime.model import OpenIntEnum


class Level(OpenIntEnum):
    LOW = 1
    HIGH = 2
