"""What the walk has to say: problems, and what became of every operation, schema and keyword."""

from __future__ import annotations

from sdkwright.ir.service import CoverageEntry, Outcome
from sdkwright.openapi import pointer
from sdkwright.problems import Problem, ProblemCode, Severity

KINDS = ("operation", "parameter", "response", "header", "media type", "schema", "property", "keyword")
"""What the report accounts for, in its order."""


class Report:
    """Collects problems and coverage; the same thing at the same place is said once."""

    def __init__(self) -> None:
        self._problems: dict[tuple[str, str], Problem] = {}
        self._coverage: dict[tuple[str, str], CoverageEntry] = {}
        self._keywords: dict[str, tuple[str, int]] = {}

    def warn(self, code: ProblemCode, message: str, at: str, remedy: str = "") -> None:
        """A warning at a pointer."""
        self._problems.setdefault((code, at), Problem(Severity.WARNING, code, message, remedy, pointer=at))

    def degraded(self, kind: str, code: ProblemCode, message: str, at: str, remedy: str = "") -> None:
        """Something is generated with less than the document says: a warning and a coverage entry."""
        self.warn(code, message, at, remedy)
        self._coverage[kind, at] = CoverageEntry(kind, at, Outcome.DEGRADED, message)

    def skipped(self, kind: str, code: ProblemCode, message: str, at: str, remedy: str = "") -> None:
        """Something is not generated: a warning and a coverage entry."""
        self.warn(code, message, at, remedy)
        self._coverage[kind, at] = CoverageEntry(kind, at, Outcome.SKIPPED, message)

    def left_out(self, kind: str, at: str, reason: str) -> None:
        """Something is not generated because the document or the options ask for that: no warning."""
        self._coverage.setdefault((kind, at), CoverageEntry(kind, at, Outcome.SKIPPED, reason))

    def generated(self, kind: str, at: str, by: str | None = None) -> None:
        """Something is generated, unless it is already known to be less than that: as it is, or `by` something else."""
        self._coverage.setdefault((kind, at), CoverageEntry(kind, at, Outcome.GENERATED, by))

    def saw(self, keyword: str, at: str) -> None:
        """A keyword that is honoured was met: counted, with its first place."""
        first, count = self._keywords.get(keyword, (at, 0))
        self._keywords[keyword] = (first, count + 1)

    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order in which they were found."""
        return tuple(self._problems.values())

    def coverage(self) -> tuple[CoverageEntry, ...]:
        """Operations and schemas in order, then degraded keywords, then one entry per keyword that is honoured."""
        entries = list(self._coverage.values())
        for keyword, (at, count) in sorted(self._keywords.items()):
            place = pointer.join(at, keyword)
            if ("keyword", place) not in self._coverage:
                entries.append(CoverageEntry("keyword", place, Outcome.GENERATED, f"{count} in all"))
        return tuple(sorted(entries, key=lambda entry: KINDS.index(entry.kind)))
