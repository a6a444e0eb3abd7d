from __future__ import annotations

from .._runtime.model import OpenStrEnum


class Mode(OpenStrEnum):
    FIRST = "a"
    SECOND = "b"
