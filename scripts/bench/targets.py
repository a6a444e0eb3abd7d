"""What runs should cost at most: each beside something that was measured in the same run, since machines differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .__main__ import Result

PEER = "openapi-python-client"
"""The generator beside which a cold run is judged."""
OF_PEER = 0.35
"""What a cold run may cost of that, where nothing else is said with the document."""
NOTHING = 20.0
"""Times the start of the bare interpreter: a quarter of a second, where that takes 12.5 ms."""
BARE = 0.01
"""Seconds that a bare start counts at least."""
MANY_FILES = 10_000
EACH_FILE = 0.000_02
"""Seconds for each file above that."""
EDIT = 0.25
CHECK = 1.2
"""Times the run that has nothing to do, which does the same."""
GROWTH = 1.3
SMALL, LARGE, LARGEST = 1_000, 4_000, 10_000
MEMORY = 400.0
"""Megabytes, up to `LARGE` operations."""
EACH_OPERATION = 0.06
"""Megabytes for each operation above that."""
FEW = 50
"""Operations below which the start of the interpreter and its imports are most of a run."""


@dataclass(frozen=True)
class Target:
    """What was measured, what it stands beside, and what the one may be of the other."""

    document: str
    what: str
    value: str
    beside: str
    result: float
    limit: float
    unit: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the result is within the limit."""
        return self.result <= self.limit

    def cells(self) -> tuple[str, ...]:
        """The texts of one row of a table."""
        result, limit = (f"{one:,.0f}{self.unit}" if self.unit else f"{one:.2f}" for one in (self.result, self.limit))
        return (
            self.document,
            self.what,
            self.value,
            self.beside,
            result,
            f"≤ {limit}",
            "met" if self.is_met else "missed",
        )


def targets(results: Sequence[Result]) -> Iterator[Target]:
    """Each target of each document."""
    bare = max(min(result.ours.bare.processor for result in results), BARE)
    for result in results:
        ours, name = result.ours, result.name
        cold, nothing = ours.cold.processor, ours.nothing.processor
        if result.operations >= FEW:
            for peer in result.theirs:
                if peer.peer == PEER and not result.wanted.is_made:
                    yield _row(name, f"cold, beside {PEER}", cold, peer.cost.processor, result.wanted.of_peer)
            yield _row(name, "after one description, beside cold", ours.edit.processor, cold, EDIT)
        limit = NOTHING + max(0, ours.files - MANY_FILES) * EACH_FILE / bare
        yield _row(name, "nothing to do, beside the bare interpreter", nothing, bare, limit)
        yield _row(name, "check, beside nothing to do", ours.check.processor, nothing, CHECK)
        yield _row(name, "check of what has changed, beside cold", ours.check_changed.processor, cold, 1.0)
        most = MEMORY + max(0, result.operations - LARGE) * EACH_OPERATION
        memory = ours.cold.memory
        yield Target(name, "peak memory, cold", f"{memory:.0f} MB", "", memory, most, " MB")
    each = {
        result.operations: result.ours.cold.processor / result.operations for result in results if result.wanted.is_made
    }
    if SMALL in each and LARGEST in each:
        yield _row("made", f"each of {LARGEST:,} operations, beside {SMALL:,}", each[LARGEST], each[SMALL], GROWTH)


def _row(document: str, what: str, seconds: float, beside: float, limit: float) -> Target:
    return Target(document, what, _milliseconds(seconds), _milliseconds(beside), seconds / beside, limit)


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"
