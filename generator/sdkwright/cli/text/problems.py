"""Problems as people and programs read them: text with the line and an arrow, JSON, GitHub annotations.

Messages and source lines hold text of the document, so everything that could act on a terminal is escaped, and the
length of what is printed is bounded.
"""

from __future__ import annotations

from pathlib import Path

from sdkwright.problems import Position, Problem, Severity
from sdkwright.text.widths import display_width

LONGEST_MESSAGE = 700
LONGEST_REMEDY = 400
LONGEST_LINE = 110
"""Columns of a source line that are shown; of a longer one, the part around the place."""
_ANNOTATIONS = {Severity.NOTE: "notice"}
"""What workflow commands call otherwise than we do."""


def as_text(problem: Problem) -> str:
    """What is wrong and its code, where with the source line and an arrow, how to mend it: at most 2 kB."""
    lines = [f"{problem.severity.value}: {_cut(problem.message, LONGEST_MESSAGE)}  [{problem.code}]"]
    if problem.position is not None:
        lines += _place(problem.position)
    if problem.left_out is not None:
        lines.append(f"  left out: {_cut(str(problem.left_out), LONGEST_REMEDY)}")
    lines.append(f"  help: {_cut(problem.remedy, LONGEST_REMEDY)}")
    return "\n".join(lines)


def as_json(problem: Problem) -> dict[str, object]:
    """The problem as plain data for `--format json`; every key is always there."""
    position = problem.position
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "message": _cut(problem.message, LONGEST_MESSAGE),
        "remedy": _cut(problem.remedy, LONGEST_REMEDY),
        "file": position.file if position else None,
        "line": position.line or None if position else None,
        "column": position.column or None if position else None,
        "pointer": problem.pointer,
        "left_out": str(problem.left_out) if problem.left_out else None,
    }


def as_github(problem: Problem) -> str:
    """The problem as a workflow command, which shows it at the line in a pull request."""
    where = problem.position
    properties = {"file": where.file} if where else {}
    if where and where.line:
        properties |= {"line": str(where.line), "col": str(where.column)}
    properties["title"] = problem.code
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = f"{_cut(problem.message, LONGEST_MESSAGE)}\n{_cut(problem.remedy, LONGEST_REMEDY)}"
    return f"::{_ANNOTATIONS.get(problem.severity, problem.severity.value)} {listed}::{_data(text)}"


def _place(position: Position) -> list[str]:
    """`file:line:column`, then the line with an arrow below the column."""
    within = str(position).removeprefix(position.file)
    lines = [f"  --> {_cut(position.file, LONGEST_REMEDY)}{within}"]
    source = (position.text or _source_line(position.file, position.line)) if position.line else None
    if source is None:
        return lines
    column = max(position.column - 1, 0)
    start = 0 if column < LONGEST_LINE - 20 else column - 30
    skipped = position.skipped if position.text else 0
    before = "…" * (start > 0) + _visible(source[start - skipped : column - skipped])
    after = _visible(source[column - skipped :])[: LONGEST_LINE - len(before)]
    margin = " " * len(str(position.line))
    arrow = " " * display_width(before) + "^"
    return [*lines, f" {margin} |", f" {position.line} | {before}{after}".rstrip(), f" {margin} | {arrow}"]


def _lines(file: str) -> list[str]:
    """The lines of a file that was reported; empty if it can no longer be read."""
    try:
        text = Path(file).read_text(encoding="utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _source_line(file: str, number: int) -> str | None:
    lines = _lines(file)
    return lines[number - 1] if number <= len(lines) else None


def _visible(text: str) -> str:
    """`text` with tabs as spaces and everything that is not printable escaped (C0, bidi marks, surrogates …)."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c == "\t" else ascii(c)[1:-1] for c in text)


def _cut(text: str, longest: int) -> str:
    """Visible text of at most `longest` bytes; line ends stay, for messages that quote a program."""
    shown = "\n".join(_visible(line) for line in text.split("\n"))
    raw = shown.encode("utf-8", "replace")
    return shown if len(raw) <= longest else f"{raw[: longest - 3].decode('utf-8', 'ignore')}…"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
