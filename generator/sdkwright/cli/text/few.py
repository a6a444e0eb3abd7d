"""Which warnings a person is shown: a few of each kind, and how many there are of all of them."""

from __future__ import annotations

from collections import Counter

from sdkwright.problems import Problem, Severity

SHOWN_OF_A_KIND = 5
"""Warnings of one code beyond these are counted."""
SHOW_ALL = "--all-warnings"


class Few:
    """Counts warnings as they come.  Errors are all shown: each of them must go before anything is made."""

    def __init__(self, *, every: bool) -> None:
        self._every = every
        self._counts: Counter[str] = Counter()
        self._held_back = False

    def shows(self, problem: Problem, *, every: bool) -> bool:
        """Whether the next problem is printed; with `every` it is one of those that all are."""
        if problem.severity is Severity.ERROR:
            return True
        self._counts[problem.code] += 1
        if self._every or every or self._counts[problem.code] <= SHOWN_OF_A_KIND:
            return True
        self._held_back = True
        return False

    def total(self) -> str | None:
        """One line if there were more than a few of a kind: how many of each, and how to see those held back."""
        if not self._counts or max(self._counts.values()) <= SHOWN_OF_A_KIND:
            return None
        kinds = ", ".join(f"{count} {code}" for code, count in self._counts.most_common())
        rest = f" {SHOWN_OF_A_KIND} of a kind are shown; {SHOW_ALL} shows the rest." if self._held_back else ""
        return f"{self._counts.total()} warnings: {kinds}.{rest}"
