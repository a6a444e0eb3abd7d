"""What was chosen already: of several ways to make a value the one that was taken least often comes next.

So the members of every union, the values of every enum and the odd forms of every format are visited one by one,
however many calls there are, and a run says which were never reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Choosing:
    """What a document leaves to choose: a union, an enum."""

    place: object


class Variety:
    """Counts what was chosen, by what it was chosen for."""

    def __init__(self) -> None:
        self._taken: dict[Hashable, Counter[int]] = {}
        self._offered: dict[Hashable, int] = {}
        self.fresh = 0
        """How often something was chosen that had never been chosen before."""

    def turned(self, key: Hashable, options: Sequence[T], random: Random) -> list[T]:
        """All options, those that were taken least often first; the first one counts as taken."""
        taken = self._taken.setdefault(key, Counter())
        self._offered[key] = max(len(options), self._offered.get(key, 0))
        order = sorted(range(len(options)), key=lambda number: (taken[number], random.random()))
        if order:
            self.fresh += taken[order[0]] == 0
            taken[order[0]] += 1
        return [options[number] for number in order]

    def reached(self) -> tuple[int, int]:
        """How many members of unions and values of enums were taken at least once, and how many there are."""
        named = [key for key in self._offered if isinstance(key, Choosing)]
        return sum(len(self._taken[key]) for key in named), sum(self._offered[key] for key in named)

    def next(self, key: Hashable, options: Sequence[T], random: Random) -> T:
        """The option that was taken least often."""
        return self.turned(key, options, random)[0]
