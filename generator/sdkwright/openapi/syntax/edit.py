"""An edit of one text that is found in the file itself: what stands before it and behind it is as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sdkwright.frozen import Frozen
from sdkwright.problems import Position

_STEP: Final = 1 << 16
"""How many characters of two texts are compared at once."""


class Edit(Frozen):
    """One of the texts of a document before and after an edit."""

    number: int
    """Which of them it is."""
    before: str
    after: str
    keys: tuple[int, ...]
    """Where the keys of all texts stand now."""
    moved: Callable[[Position], Position | None]
    """Where a place of the file stands now; None for one within the edit."""


def shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    begin = 0
    while (step := one[begin : begin + _STEP]) and step == other[begin : begin + _STEP]:
        begin += _STEP
    low, high = begin, min(begin + _STEP, len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[begin:middle] == other[begin:middle] else (low, middle - 1)
    return min(low, len(one), len(other))
