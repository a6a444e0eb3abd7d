"""The results as tables, and their place in the page of benchmarks."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .targets import Target

if TYPE_CHECKING:
    from .__main__ import Result

MARK = "<!-- What follows is written by `make bench`. -->"
_INTRODUCTION = """\
# Generating

Written by `make bench`, with what `ARGS` names besides. Processor time contains that of child processes, and stands
before elapsed time in brackets and peak memory; each number is the least of three runs, or of fewer where they take
more than half a minute. Bytecode is compiled. Each run writes into a new folder, and all is deleted at the end: where
thousands of files were, ext4 takes twice as long to make others. Peers run in the same turn with their default hooks,
on documents of up to 1,000 operations; `make bench-peers` installs them. Modules that import are counted in the peer's
own environment, as far as it has the packages that they need.

Targets are ratios to what was measured in the same run, since machines differ; the exit status is 1 if one is missed. A
bare interpreter counts as 10 ms at least. A cold run is judged beside another generator where somebody wrote the
document; below 50 operations, where the interpreter and its imports are most of a run, not at all, and neither is one
after an edit beside a cold one.
"""


def tables(results: Sequence[Result], aims: Sequence[Target]) -> str:
    """All of it as Markdown."""
    processor = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    parts = [_INTRODUCTION, f"Machine: {processor}. {python}.\n", "## sdkwright\n", _ours(results)]
    if any(result.theirs for result in results):
        parts += ["## Beside other generators\n", _theirs(results)]
    parts += [
        "## Targets\n",
        _table(("Document", "What", "Measured", "Beside", "Ratio", "Target", ""), map(Target.cells, aims)),
    ]
    return "\n".join(parts)


def put(page: Path, text: str) -> None:
    """Replaces the part of the page below the mark; what stands above it is others'."""
    above = page.read_text(encoding="utf-8").partition(MARK)[0].rstrip()
    page.write_text(f"{above}\n\n{MARK}\n\n{text}", encoding="utf-8")


def _ours(results: Sequence[Result]) -> str:
    head = (
        "Document",
        "Operations",
        "Files",
        "Cold",
        "Nothing to do",
        "One description",
        "of cold",
        "Check",
        "Check, changed",
        "Each",
    )
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
            str(result.ours.check_changed),
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
