from __future__ import annotations

from .._runtime.model import OpenStrEnum


class Kind(OpenStrEnum):
    CAT = "cat"
    DOG = "dog"
