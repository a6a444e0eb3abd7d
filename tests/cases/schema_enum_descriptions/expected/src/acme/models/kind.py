from __future__ import annotations

from .._runtime.model import OpenStrEnum


class Kind(OpenStrEnum):
    CAT = "cat"
    """Says meow."""
    DOG = "dog"
    """Says woof."""
