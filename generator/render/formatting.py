"""Formatting with black, where it is needed: what the templates render is already as black leaves it.

The plan lays displays out as black would, so a module needs black only where a line of code is too wide: such a
line holds something that the plan could not break.  A test runs black over everything that was spared.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import black
from black.mode import TargetVersion
from black.strings import str_width

WIDTH = 88
MODE = black.Mode(target_versions={TargetVersion.PY311}, line_length=WIDTH)
POOL_FROM = 150_000
"""Characters to format above which a second process pays for its start."""


@dataclass(frozen=True, slots=True)
class Source:
    """One rendered module and its tree."""

    path: str
    text: str
    tree: ast.Module


def needs_black(source: Source) -> bool:
    """Whether a line outside the docstrings is wider than black allows."""
    lines = source.text.split("\n")
    wide = {number for number, line in enumerate(lines, 1) if len(line) > WIDTH or not line.isascii()}
    if not wide:
        return False
    wide = {n for n in wide if str_width(lines[n - 1]) > WIDTH}
    return bool(wide) and not wide <= _prose_lines(source.tree)


def _prose_lines(tree: ast.Module) -> set[int]:
    """The lines of strings that stand alone: docstrings."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def format_text(text: str) -> str:
    """`text` as black leaves it."""
    return black.format_str(text, mode=MODE)


def format_all(sources: Sequence[Source]) -> dict[str, str]:
    """The final text of each module by path."""
    todo = [source for source in sources if needs_black(source)]
    texts = {source.path: source.text for source in sources}
    if sum(len(source.text) for source in todo) > POOL_FROM:
        with ProcessPoolExecutor(max_workers=2) as pool:
            formatted = list(pool.map(format_text, [s.text for s in todo], chunksize=8))
    else:
        formatted = [format_text(source.text) for source in todo]
    texts.update((source.path, text) for source, text in zip(todo, formatted, strict=True))
    return texts
