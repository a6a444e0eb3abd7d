"""Edits of texts that are found in the file itself: what stands before, between and behind them is as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sdkwright.frozen import Frozen
from sdkwright.openapi.syntax.source import Source
from sdkwright.problems import Position

_STEP: Final = 1 << 16
"""How many characters of two texts are compared at once."""


class Change(Frozen):
    """One of the texts of a document before and after an edit."""

    number: int
    """Which of them it is."""
    before: str
    after: str
    key: int
    """Where its key stands in the document before …"""
    end: int
    """… and where what it says ends."""
    more: int
    """How many characters further on stands what follows."""


class Edit(Frozen):
    """What was edited."""

    changes: tuple[Change, ...]
    """In the order in which they stand."""
    keys: tuple[int, ...]
    """Where the keys of all texts stand now, in JSON which mappings have them."""
    moved: Callable[[Position], Position | None]
    """Where a place of the file stands now; None for one within a change."""


def changes_of(
    old: Source, new: Source, change_at: Callable[[int, int, int], Change | None]
) -> tuple[Change, ...] | None:
    """All that the two differ in; None where `change_at` does not know what it is.

    That is asked what stands at a place where they differ and not before another one, from which on all stands some
    characters further on in the new text."""
    found: list[Change] = []
    end = more = 0
    while True:
        begin = end + _shared(old.text, end, new.text, end + more)
        if (begin, begin + more) == (len(old.text), len(new.text)):
            return tuple(found) or None
        change = change_at(begin, end, more)
        if change is None:
            return None
        found.append(change)
        end, more = change.end, change.more


def _shared(one: str, at: int, other: str, begin: int) -> int:
    """How many characters of two texts are alike from two places on."""
    low = 0
    while (step := one[at + low : at + low + _STEP]) and step == other[begin + low : begin + low + _STEP]:
        low += len(step)
    high = min(low + _STEP, len(one) - at, len(other) - begin)
    while low < high:
        middle = (low + high + 1) // 2
        alike = one[at + low : at + middle] == other[begin + low : begin + middle]
        low, high = (middle, high) if alike else (low, middle - 1)
    return low
