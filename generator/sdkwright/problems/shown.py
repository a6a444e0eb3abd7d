"""How a value of a document or of the options looks inside a message: as JSON, on one line, never long."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

_ESCAPED = json.JSONEncoder(ensure_ascii=True)


def shown(value: object, limit: int = 60) -> str:
    """`value` as JSON of at most `limit` characters, with nothing in it that acts on a terminal.

    Texts are quoted, numbers are as they were written.  What is longer ends in `…`, a text before its closing quote.
    """
    if isinstance(value, str):
        return _text(value, limit)
    found = ""
    for piece in _pieces(value):
        found += piece
        if len(found) > limit:
            return f"{found[: limit - 1]}…"
    return found


def _text(value: str, limit: int) -> str:
    """A text in quotes.  Only as much of it is escaped as can be shown."""
    start = value[:limit]
    quoted = _quoted(start)
    if len(start) == len(value) and len(quoted) <= limit:
        return quoted
    while len(quoted) > limit - 1:
        start = start[: -max(1, (len(quoted) - limit) // 6)]
        quoted = _quoted(start)
    return f'{quoted[:-1]}…"'


def _quoted(value: str) -> str:
    """A text as JSON; what is printable stays as it is."""
    odd = {ord(c): _ESCAPED.encode(c)[1:-1] for c in set(value) if not c.isprintable() or c in '"\\'}
    return f'"{value.translate(odd)}"'


def _pieces(value: object) -> Iterator[str]:
    """The parts of the JSON text, as far as they are asked for: of a large value only the beginning is written."""
    match value:
        case None:
            yield "null"
        case bool():
            yield "true" if value else "false"
        case str():
            yield _quoted(value[:500])
        case dict():
            yield "{"
            for number, (key, item) in enumerate(cast("dict[object, object]", value).items()):
                yield ", " if number else ""
                yield f"{_quoted(str(key)[:500])}: "
                yield from _pieces(item)
            yield "}"
        case list() | tuple():
            yield "["
            for number, item in enumerate(cast("list[object]", value)):
                yield ", " if number else ""
                yield from _pieces(item)
            yield "]"
        case _:
            yield str(getattr(value, "text", value))
