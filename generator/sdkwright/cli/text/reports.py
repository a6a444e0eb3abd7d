"""Results as lines of text and as plain data: coverage, the table of names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sdkwright import __version__
from sdkwright.ir.service import CoverageEntry, Outcome
from sdkwright.names import NameRow, Names
from sdkwright.normalise.subset import REASON, UNNEEDED
from sdkwright.openapi.data import Json
from sdkwright.openapi.document import Document
from sdkwright.pipeline import Built
from sdkwright.problems import Position, Problem
from sdkwright.text.escape import escape_odd

_ASKED_FOR = frozenset({REASON, UNNEEDED})
_PARTS = {
    "parameter": "parameters",
    "response": "responses",
    "header": "headers",
    "media type": "media types",
    "property": "properties",
    "keyword": "keywords",
}
"""Parts that the line of the end names only where some are lost."""


def coverage_line(coverage: Sequence[CoverageEntry]) -> str:
    """One line: how many operations and schemas were generated, of how many, and how many degraded and skipped."""
    parts: list[str] = []
    for kind in ("operation", "schema"):
        counts = Counter(entry.outcome for entry in coverage if entry.kind == kind)
        skipped, total = counts[Outcome.SKIPPED], counts.total()
        made = f"{total - skipped} of {total}" if skipped else f"{total}"
        parts.append(f"{made} {kind}{'' if total == 1 else 's'}{_less(counts)}")
    for kind, plural in _PARTS.items():
        counts = Counter(entry.outcome for entry in coverage if entry.kind == kind)
        if less := _less(counts):
            parts.append(f"{plural}{less}")
    return f"Generated {', '.join(parts)}."


def _less(counts: Counter[Outcome]) -> str:
    """` (2 degraded, 1 skipped)`, or nothing."""
    less = [f"{counts[o]} {o.value}" for o in (Outcome.DEGRADED, Outcome.SKIPPED) if counts[o]]
    return f" ({', '.join(less)})" if less else ""


def left_out_lines(made: int, of: int, problems: Iterable[Problem]) -> list[str]:
    """What faults of the document cost, counted, and how many operations they leave; nothing if it has none."""
    counts = Counter(problem.left_out.kind for problem in problems if problem.left_out is not None)
    if not counts:
        return []
    parts = ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in sorted(counts.items()))
    return [f"{made} of {of} operations; left out for faults of the document: {parts} (see above)."]


def subset_lines(coverage: Iterable[CoverageEntry]) -> list[str]:
    """How much of the document the options ask for; nothing if that is all of it."""
    parts: list[str] = []
    for kind in ("operation", "schema"):
        entries = [one for one in coverage if one.kind == kind]
        left_out = sum(one.reason in _ASKED_FOR for one in entries)
        parts.append(f"{len(entries) - left_out} of {len(entries)} {kind}s" if left_out else "")
    told = " and ".join(filter(None, parts))
    return [f"A part of the document is generated: {told}. The options leave out the rest."] if told else []


def losses(coverage: Iterable[CoverageEntry]) -> list[str]:
    """A line for everything that was degraded or skipped; what the options leave out is no loss."""
    lost = (one for one in coverage if one.outcome is not Outcome.GENERATED and one.reason not in _ASKED_FOR)
    return [f"{entry.outcome.value} {entry.kind} {entry.id}: {entry.reason or 'no reason'}" for entry in lost]


def accounts(
    coverage: Iterable[CoverageEntry], problems: Iterable[Problem], document: Document
) -> Iterator[tuple[CoverageEntry, Position]]:
    """What became of each part of the document: what was generated in document order, then what faults cost."""
    for entry in coverage:
        yield entry, document.position(entry.id)
    for problem in problems:
        if (lost := problem.left_out) is not None:
            place = problem.position or document.position(lost.pointer)
            yield CoverageEntry(lost.kind, lost.pointer, Outcome.SKIPPED, problem.message), place


def write_report(built: Built, document: Document, path: Path) -> None:
    """Writes the coverage report, one JSON object."""
    rows = list(accounts(built.coverage, built.problems, document))
    entries: list[Json] = [
        {
            "kind": entry.kind,
            "id": entry.id,
            "outcome": entry.outcome.value,
            "reason": entry.reason,
            "file": position.file,
            "line": position.line,
            "column": position.column,
        }
        for entry, position in rows
    ]
    totals: dict[str, dict[str, int]] = {"operation": {}, "schema": {}, "keyword": {}}
    for entry, _ in rows:
        counts = totals.setdefault(entry.kind, {})
        counts[entry.outcome.value] = counts.get(entry.outcome.value, 0) + 1
    value = {"generator": __version__, "totals": totals, "entries": entries}
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


# -------------------------------------------------------------------------------------------------------------- names


def name_lines(names: Names, document: Document) -> list[str]:
    """The table of names as aligned columns under their titles; what an id holds beside plain text is escaped."""
    rows = [
        (row.scope, row.identifier, row.reason, str(document.position(row.id)), escape_odd(row.id))
        for row in names.rows
    ]
    table = [("SCOPE", "NAME", "REASON", "PLACE", "ID"), *rows]
    widths = [max(len(row[column]) for row in table) for column in range(4)]
    return ["  ".join([*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[-1]]) for row in table]


def name_values(names: Names, document: Document) -> list[Json]:
    """The table of names as plain data."""
    return [_name_value(row, document.position(row.id)) for row in names.rows]


def _name_value(row: NameRow, position: Position) -> Json:
    return {
        "scope": row.scope,
        "name": row.identifier,
        "reason": row.reason,
        "id": row.id,
        "file": position.file,
        "line": position.line,
        "column": position.column,
    }
