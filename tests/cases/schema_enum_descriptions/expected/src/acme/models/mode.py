from __future__ import annotations

from .._runtime.model import OpenStrEnum


class Mode(OpenStrEnum):
    A = "a"
    """The first."""
    B = "b"
    """The second."""
