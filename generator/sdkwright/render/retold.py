"""Whether a module is one that was judged, but for what docstrings say: then the gate has nothing to find in it.

The module of a large class takes the gate a third of a second, and after an edit of one text its docstrings alone are
others.  No docstring is data, and none names or calls anything, so what was found of the other module is true of this
one.  Texts and comments are told from code as Python's own tokenizer does it, which is simple where there are no
f-strings, and the gate lets none through: both modules are the same tokens but for some that are statements by
themselves.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

_TOKENS = re.compile(
    r'''( """ (?: [^"\\]++ | \\[\s\S] | "(?!"") )*+ """
      | \'\'\' (?: [^'\\]++ | \\[\s\S] | '(?!\'\') )*+ \'\'\'
      | "(?!"") (?: [^"\\\n]++ | \\[\s\S] )*+ "
      | '(?!\'\') (?: [^'\\\n]++ | \\[\s\S] )*+ '
      | [#][^\n]*+ )''',
    re.VERBOSE,
)
"""Texts, and comments (https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals)."""
_DEFINITION = re.compile(r"\n *(?:async )?(?:def|class) ")
"""Begins a statement wherever it is in code: no expression holds these words."""
_ALONE = re.compile(r"(?:|.*\n) *", re.DOTALL)
_QUOTES = '"""'


def retold(before: str, now: str) -> Sequence[str] | None:
    """The docstrings that are others than in the module `before`, which was judged; None if more is."""
    olds, news = _TOKENS.split(before), _TOKENS.split(now)  # Code and tokens in turn.
    if len(olds) != len(news):
        return None
    changed = [number for number, (old, new) in enumerate(zip(olds, news, strict=True)) if old != new]
    if all(number % 2 and olds[number].startswith(_QUOTES) and _is_docstring(news, number) for number in changed):
        return [news[number] for number in changed]
    return None


def _is_docstring(pieces: Sequence[str], number: int) -> bool:
    """Whether the token of that number is a text, and a statement by itself."""
    if not (pieces[number].startswith(_QUOTES) and _ALONE.fullmatch(pieces[number - 1])):
        return False
    if not pieces[number + 1].startswith("\n"):
        return False
    above = _from_definition(pieces[:number])
    try:
        tree = ast.parse(f"if _:\n{above}{pieces[number]}" if above.startswith(" ") else above + pieces[number])
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # The gate says it.
        return False
    line = above.count("\n") + (2 if above.startswith(" ") else 1)
    return any(
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and node.lineno == line
        for node in ast.walk(tree)
    )


def _from_definition(pieces: Sequence[str]) -> str:
    """The end of a text in pieces, from the last function or class that begins in it."""
    for number in range(len(pieces) - 1, -1, -2):
        *_, start = -1, *(found.start() for found in _DEFINITION.finditer(pieces[number]))
        if start >= 0:
            return "".join((pieces[number][start + 1 :], *pieces[number + 1 :]))
    return "".join(pieces)
