"""What the walk has to say: problems, and what became of every operation, schema and keyword."""

from __future__ import annotations

from itertools import chain
from typing import Final

from sdkwright.ir.service import CoverageEntry, Outcome
from sdkwright.openapi import pointer
from sdkwright.problems import Problem, ProblemCode, Severity

KINDS = ("operation", "parameter", "response", "header", "media type", "schema", "property", "keyword")
"""What the report accounts for, in its order."""
_GENERATED: Final = Outcome.GENERATED


class Report:
    """Collects problems and coverage; the same thing at the same place is said once."""

    def __init__(self) -> None:
        self._problems: dict[tuple[str, str], Problem] = {}
        self._coverage: dict[str, dict[str, CoverageEntry]] = {kind: {} for kind in KINDS}
        self.seen: dict[str, int] = {}
        """How often `saw` was told of each keyword; whoever counts many may do it here, but for the first of each."""
        self._firsts: dict[str, str] = {}

    def warn(self, code: ProblemCode, message: str, at: str, remedy: str = "") -> None:
        """A warning at a pointer."""
        self._problems.setdefault((code, at), Problem(Severity.WARNING, code, message, remedy, pointer=at))

    def degraded(self, kind: str, code: ProblemCode, message: str, at: str, remedy: str = "") -> None:
        """Something is generated with less than the document says: a warning and a coverage entry."""
        self.warn(code, message, at, remedy)
        self._coverage[kind][at] = CoverageEntry(kind, at, Outcome.DEGRADED, message)

    def skipped(self, kind: str, code: ProblemCode, message: str, at: str, remedy: str = "") -> None:
        """Something is not generated: a warning and a coverage entry."""
        self.warn(code, message, at, remedy)
        self._coverage[kind][at] = CoverageEntry(kind, at, Outcome.SKIPPED, message)

    def left_out(self, kind: str, at: str, reason: str) -> None:
        """Something is not generated because the document or the options ask for that: no warning."""
        self._coverage[kind].setdefault(at, CoverageEntry(kind, at, Outcome.SKIPPED, reason))

    def generated(self, kind: str, at: str, by: str | None = None) -> None:
        """Something is generated, unless it is already known to be less than that: as it is, or `by` something else."""
        known = self._coverage[kind]
        if at not in known:
            known[at] = CoverageEntry(kind, at, _GENERATED, by)

    def saw(self, keyword: str, at: str) -> None:
        """A keyword that is honoured was met: counted, with its first place."""
        if keyword in self.seen:
            self.seen[keyword] += 1
        else:
            self.seen[keyword], self._firsts[keyword] = 1, at

    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order in which they were found."""
        return tuple(self._problems.values())

    def coverage(self) -> tuple[CoverageEntry, ...]:
        """Operations and schemas in order, then degraded keywords, then one entry per keyword that is honoured."""
        keywords = dict(self._coverage["keyword"])
        for keyword, count in sorted(self.seen.items()):
            place = pointer.join(self._firsts[keyword], keyword)
            keywords.setdefault(place, CoverageEntry("keyword", place, Outcome.GENERATED, f"{count} in all"))
        owns = {**self._coverage, "keyword": keywords}.values()
        return tuple(chain.from_iterable(own.values() for own in owns))
