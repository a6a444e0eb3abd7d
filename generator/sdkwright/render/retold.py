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
    """The docstrings that are others than in the module `before`, which was judged; None if more is, or if to know that
    is to parse as much as to judge it."""
    olds, news = _TOKENS.split(before), _TOKENS.split(now)  # Code and tokens in turn.
    if len(olds) != len(news):
        return None
    changed = [number for number, (old, new) in enumerate(zip(olds, news, strict=True)) if old != new]
    room = len(now)
    for number in changed:
        told = _up_to(news, number) if number % 2 and olds[number].startswith(_QUOTES) else None
        if told is None or (room := room - len(told)) < 0 or not _ends_in_docstring(told, news[number]):
            return None
    return [news[number] for number in changed]


def _up_to(pieces: Sequence[str], number: int) -> str | None:
    """The code from the last function or class that begins, up to a token that may be a docstring; None if not."""
    if not (pieces[number].startswith(_QUOTES) and _ALONE.fullmatch(pieces[number - 1])):
        return None
    if not pieces[number + 1].startswith("\n"):
        return None
    for above in range(number - 1, -1, -2):
        *_, start = -1, *(found.start() for found in _DEFINITION.finditer(pieces[above]))
        if start >= 0:
            return "".join((pieces[above][start + 1 :], *pieces[above + 1 : number + 1]))
    return "".join(pieces[: number + 1])


def _ends_in_docstring(code: str, token: str) -> bool:
    """Whether the token at the end of some code, which begins with a statement, is a text and a statement by itself."""
    whole = f"if _:\n{code}" if code.startswith(" ") else code
    try:
        tree = ast.parse(whole)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # The gate says it.
        return False
    line = whole.count("\n") - token.count("\n") + 1
    return any(
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and node.lineno == line
        for node in ast.walk(tree)
    )
