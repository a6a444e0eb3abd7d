"""Formatting with black, where it is needed: what the templates render is already as black leaves it.

The plan lays displays out as black would, so a module needs black only where a line of code is too wide and black would
know how to break it.  A test runs black over everything that was spared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sdkwright.frozen import Frozen
from sdkwright.render.walk import Judged, Piece

WIDTH = 88
POOL_FROM = 150_000
"""Characters to format above which a second process pays for its start."""


_TEXT = r"""(?:"(?:[^"\\]++|\\.)*"|'(?:[^'\\]++|\\.)*')"""
_ATOM = rf"(?:[\w.]++|{_TEXT})"
_UNBREAKABLE = re.compile(
    rf"""
      \s*{_ATOM},?                                # an item: a name, a text
    | \s+\w+\ as\ \w+,                           # a re-export
    | \s*from\ [\w.]+\ import\ \*(?:\ \ \#.*)?   # all of a module
    | \s+\w+:\ [\w.]+                            # a field without a value
    | \s+\w+:\ [\w.]+(?:\ =\ [\w.]+)?,          # a parameter
    | \s+(?:\w+=|{_TEXT}:\ )?(?:lambda:\ )?{_ATOM},  # a keyword argument, a pair, a thunk
    | \s*\]\ =\ {_ATOM}                           # the value behind a subscript that was opened
    | [^()\[\]{{}}]*[(\[{{]                      # what opens a bracket and holds no other
    """,
    re.VERBOSE,
)
"""Lines that black leaves as they are however wide they are, given that the bracket around them is open already."""


class Source(Frozen):
    """One rendered module, and what the gate found in it."""

    path: str
    text: str
    judged: Judged


def needs_black(source: Source) -> bool:
    """Whether a line of code is wider than black allows, and holds a place where it could be broken."""
    return any(map(_needs_black, source.judged.pieces))


def _needs_black(piece: Piece) -> bool:
    is_ascii, lines = piece.text.isascii(), piece.text.split("\n")
    for first, last in piece.prose:
        lines[first - 1 : last] = [""] * (last - first + 1)
    narrow = WIDTH if is_ascii else WIDTH // 2
    code = [line for line in lines if len(line) > narrow]
    if not is_ascii:
        code = list(filter(_may_be_wide, code))
    return any(_is_wide(line) for line in code if not _UNBREAKABLE.fullmatch(line))


def _may_be_wide(line: str) -> bool:
    """Whether the line is too wide if all that is not ASCII is two columns wide."""
    return len(line) + (0 if line.isascii() else sum(not character.isascii() for character in line)) > WIDTH


def _is_wide(line: str) -> bool:
    """Whether black finds the line wider than it allows; letters of East Asia are two columns wide."""
    if line.isascii():
        return len(line) > WIDTH
    from black.strings import str_width

    return str_width(line) > WIDTH


def format_text(text: str) -> str:
    """`text` as black leaves it, whose import is slow, and which few trees need."""
    import black
    from black.mode import TargetVersion

    return black.format_str(text, mode=black.Mode(target_versions={TargetVersion.PY311}, line_length=WIDTH))


def format_all(sources: Sequence[Source]) -> dict[str, str]:
    """The final text of each of the modules, which need black, by path."""
    if sum(len(source.text) for source in sources) > POOL_FROM:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(max_workers=2) as pool:
            formatted = list(pool.map(format_text, [source.text for source in sources], chunksize=8))
    else:
        formatted = [format_text(source.text) for source in sources]
    return {source.path: text for source, text in zip(sources, formatted, strict=True)}
