from __future__ import annotations

from .._runtime.model import OpenIntEnum


class Kind(OpenIntEnum):
    LOW = 1
    """Little."""
    HIGH = 2
