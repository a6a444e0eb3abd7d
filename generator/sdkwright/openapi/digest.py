"""A digest of plain data, the same for the YAML and the JSON form of one document, and on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import repeat
from json.encoder import encode_basestring_ascii
from typing import Any, Final

from sdkwright.frozen import Frozen, fields
from sdkwright.openapi.data import Json
from sdkwright.openapi.syntax.scalars import WrittenFloat

_BATCH: Final = 10_000


def data_digest(value: Json) -> str:
    """SHA-256 of `value`, in hexadecimal.  The order of keys counts, and a fraction as it is written: both show in the
    output."""
    running = hashlib.sha256()
    for batch in _batches(value):
        running.update(batch.encode())
    return running.hexdigest()


def plain(value: object) -> Json:
    """Frozen values (records, tuples, enums of text) as plain data, to be digested."""
    if isinstance(value, Frozen):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        items: list[Any] = list(value)  # pyright: ignore[reportUnknownArgumentType] - each item is checked in turn
        return [plain(item) for item in items]
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    raise TypeError(f"no plain data: {type(value).__name__}")


def _batches(value: Json) -> Iterator[str]:
    """The text of `value` in pieces, some thousand at a time; a stack rather than recursion, for any depth."""
    found: list[str] = []
    add, key_of = found.append, _Keys().__getitem__
    entries: Iterator[tuple[str, Any]] = iter([("", value)])
    end = ""
    work: list[tuple[Iterator[tuple[str, Any]], str]] = []
    while True:
        for before, node in entries:
            add(before)
            kind = node.__class__
            if kind is str:  # Most are.
                add(encode_basestring_ascii(node))
            elif kind is dict:
                add("{")
                work.append((entries, end))
                pairs = zip(map(key_of, node), node.values())  # noqa: B905 - to ask for as many costs a tenth of it all
                entries, end = pairs, '}""'
                break
            elif kind is list:
                add("[")
                work.append((entries, end))
                entries, end = zip(repeat(","), node), ']""'
                break
            elif isinstance(node, str):
                add(encode_basestring_ascii(node))
            else:
                add(node.text if isinstance(node, WrittenFloat) else f"{node!r},")
        else:
            add(end)
            if len(found) > _BATCH or not work:
                yield "".join(found)
                found.clear()
            if not work:
                return
            entries, end = work.pop()


class _Keys(dict[str, str]):
    """Keys as they are digested: a document has the same few hundred over and over."""

    def __missing__(self, key: str) -> str:
        made = self[key] = f"{encode_basestring_ascii(key)}:"
        return made
