"""Two JSON values side by side: where they differ, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wire.data import Json, is_list, is_object

ABSENT = "<absent>"
_NAMES = {"bool": "boolean", "str": "text", "int": "integer", "float": "number"}


@dataclass(frozen=True, eq=False)
class Difference:
    """One place where two values differ."""

    path: tuple[str | int, ...]
    kind: str
    given: Json
    """`ABSENT` where the other side has more."""
    got: Json


def differences(given: Json, got: Json, path: tuple[str | int, ...] = ()) -> Iterator[Difference]:
    """Every place where `got` is not what was `given`.

    Numbers are equal if their values are (JSON Schema, core, section 4.2.2).
    """
    if is_object(given) and is_object(got):
        for name in given:
            if name not in got:
                yield Difference((*path, name), "lost", given[name], ABSENT)
            else:
                yield from differences(given[name], got[name], (*path, name))
        for name in got:
            if name not in given:
                yield Difference((*path, name), "added", ABSENT, got[name])
    elif is_list(given) and is_list(got):
        for number, (one, other) in enumerate(zip(given, got, strict=False)):
            yield from differences(one, other, (*path, number))
        if len(given) != len(got):
            yield Difference(path, "another length", given, got)
    elif isinstance(given, bool) is not isinstance(got, bool) or given != got:
        yield Difference(path, "changed", given, got)


def pointer(path: tuple[str | int, ...]) -> str:
    """RFC 6901."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)


def type_name(value: Json) -> str:
    """The JSON type of a value."""
    if value is None:
        return "null"
    if value is ABSENT:
        return "nothing"
    if is_object(value):
        return "object" if value else "empty object"
    if is_list(value):
        return "array" if value else "empty array"
    return _NAMES.get(type(value).__name__, type(value).__name__)
