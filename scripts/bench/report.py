"""The results as tables, and their place in the page of benchmarks."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .__main__ import Result

MARK = "<!-- What follows is written by `make bench`. -->"
_INTRODUCTION = """\
# Generating

Written by `make bench`, with what `ARGS` names besides. Processor time contains that of child processes, and stands
before elapsed time in brackets and peak memory; each number is the least of several runs. Bytecode is compiled. Peers
run in the same turn with their default hooks, on documents of up to 1,000 operations; `make bench-peers` installs them.
Modules that import are counted in the peer's own environment, as far as it has the packages that they need.
"""


def tables(results: Sequence[Result]) -> str:
    """All of it as Markdown."""
    processor = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    parts = [_INTRODUCTION, f"Machine: {processor}. {python}.\n", "## sdkwright\n", _ours(results)]
    if any(result.theirs for result in results):
        parts += ["## Beside other generators\n", _theirs(results)]
    return "\n".join(parts)


def put(page: Path, text: str) -> None:
    """Replaces the part of the page below the mark; what stands above it is others'."""
    above = page.read_text(encoding="utf-8").partition(MARK)[0].rstrip()
    page.write_text(f"{above}\n\n{MARK}\n\n{text}", encoding="utf-8")


def _ours(results: Sequence[Result]) -> str:
    head = ("Document", "Operations", "Files", "Cold", "Nothing to do", "One description", "of cold", "Check", "Each")
    rows = [
        (
            result.name,
            f"{result.operations:,}",
            f"{result.ours.files:,}",
            str(result.ours.cold),
            str(result.ours.nothing),
            str(result.ours.edit),
            f"{result.ours.edit.processor / result.ours.cold.processor:.2f}",
            str(result.ours.check),
            f"{result.ours.cold.processor / max(result.operations, 1) * 1000:.1f} ms",
        )
        for result in results
    ]
    return _table(head, rows)


def _theirs(results: Sequence[Result]) -> str:
    head = ("Document", "Generator", "Cost", "sdkwright, of its processor time", "Operations", "Modules that import")
    rows = [
        (
            result.name,
            each.peer if not each.cost.status else f"{each.peer} (exit status {each.cost.status})",
            str(each.cost),
            f"{result.ours.cold.processor / each.cost.processor:.2f}",
            each.operations,
            each.modules,
        )
        for result in results
        for each in result.theirs
    ]
    return _table(head, rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"| {' | '.join('---' for _ in head)} |"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"
