"""A digest of plain data, the same for the YAML and the JSON form of one document, and on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from json.encoder import encode_basestring_ascii
from typing import Any

from sdkwright.frozen import Frozen, fields
from sdkwright.openapi.data import Json
from sdkwright.openapi.syntax.scalars import WrittenFloat


def data_digest(value: Json) -> str:
    """SHA-256 of `value`, in hexadecimal.  The order of keys counts, and a fraction as it is written: both show in the
    output."""
    running = hashlib.sha256()
    batch: list[str] = []
    for token in _tokens(value):
        batch.append(token)
        if len(batch) > 10_000:
            running.update("".join(batch).encode())
            batch.clear()
    running.update("".join(batch).encode())
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


def _tokens(value: Json) -> Iterator[str]:
    """The text of `value`, piece by piece; a stack rather than recursion, for any depth."""
    stack: list[tuple[str, Json]] = [("", value)]
    while stack:
        before, node = stack.pop()
        yield before
        match node:
            case dict():
                yield "{"
                stack.append(("}", ""))
                stack.extend((f"{encode_basestring_ascii(key)}:", child) for key, child in reversed(node.items()))
            case list():
                yield "["
                stack.append(("]", ""))
                stack.extend((",", child) for child in reversed(node))
            case str():
                yield encode_basestring_ascii(node)
            case WrittenFloat():
                yield node.text
            case None | bool() | int() | float():
                yield f"{node!r},"
