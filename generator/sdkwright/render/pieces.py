"""A long module is parsed piece by piece: a tree of 2 MB takes twice the time for each node, and 40 MB of memory.

A piece begins with a line that begins a statement, of the module or of a class in it. Each is parsed by itself, which
says what the module parses to: where a piece parses to its end, no bracket and no text is open there, so that the next
line is read as a first one would be, but for the block that it is in. A piece that begins in a class goes on with the
one in which the piece before has ended, and is parsed below the head of another: statements follow upon statements, and
one that belongs to what is before it, such as `else`, does not parse.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from sdkwright.render.twins import are_methods, single

_LENGTH = 30_000
"""Of a piece, at the least, in characters."""
_CUT = re.compile(r"\n\n\n(?=class )|(?<!:)\n\n(?=    def )|\n(?=_[A-Z])")
"""Before which pieces begin: a class, a method, a constant. What only looks like one costs time and no more."""
_HEAD = "class _:\n"


def parsed(source: str) -> Iterator[tuple[str, list[ast.stmt]]]:
    """Each piece as it was parsed, and its statements.

    Raises SyntaxError where it is not certain that they are those of `source`, and whatever else `ast.parse` does."""
    is_open = False
    for piece in _pieces(source):
        goes_on = piece.startswith(" ")
        if goes_on and not is_open:
            raise SyntaxError("a piece goes on with a class where there is none")
        once = single(_HEAD + piece if goes_on else piece)
        body = ast.parse(once.text).body
        if not are_methods(body, once.pairs):
            raise SyntaxError("what was left out is no method")
        is_open = _is_open(once.text, body)
        if goes_on and isinstance(holder := body[0], ast.ClassDef):
            body[:1] = holder.body
        yield once.text, body


def _pieces(source: str) -> Iterator[str]:
    """The text in pieces, or as one where it holds tabs, which are columns of many widths."""
    start = 0
    while "\t" not in source and (cut := _CUT.search(source, start + _LENGTH)):
        yield source[start : cut.end()]
        start = cut.end()
    yield source[start:]


def _is_open(text: str, body: list[ast.stmt]) -> bool:
    """Whether the last of the statements of `text` is a class whose own stand below it, where methods do."""
    if not body or not isinstance(last := body[-1], ast.ClassDef):
        return False
    first = last.body[0]
    before, line = text.split("\n", first.lineno)[first.lineno - 2 : first.lineno]
    return first.col_offset == 4 and line.startswith("    ") and not before.endswith("\\")
