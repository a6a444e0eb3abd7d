"""`sdkwright dump`: one of the values between the stages, as JSON that is stable and short enough to read.

Of a record only the fields that differ from their defaults are shown, the id first; a key of several parts is one
text, its parts in order with a space between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import cast

from sdkwright.frozen import Frozen, fields, usual
from sdkwright.ir.types import RefType
from sdkwright.openapi.data import Json
from sdkwright.problems import Position
from sdkwright.text.kinds import Prose

NAMES = ("id", "name", "class_name", "identifier", "accessor", "path")
"""Fields by which a part is found, the best first."""


def plain(value: object) -> Json:
    """A value of `ir/`, `names/` or `view/` as plain data."""
    match value:
        case Prose():
            return value.raw
        case Position():
            return str(value)
        case Enum():
            return plain(value.value)
        case str():
            return str(value)
        case None | bool() | int() | float():
            return value
        case Mapping():
            items = cast("Mapping[object, object]", value).items()
            return {_key(key): plain(item) for key, item in items}
        case frozenset() | set():
            return [*sorted(map(_key, cast("frozenset[object]", value)))]
        case tuple() | list():
            return [plain(item) for item in cast("list[object]", value)]
        case _:
            return _record(value)


def _record(value: object) -> Json:
    """The kind of a record, its id, then what is not as usual."""
    if not isinstance(value, Frozen):
        return repr(value)
    told = [field.name for field in fields(value) if getattr(value, field.name) != usual(field)]
    told.sort(key=lambda name: name != "id")
    return {"kind": type(value).__name__} | {name: plain(getattr(value, name)) for name in told}


def _key(key: object) -> str:
    return " ".join(map(_key, cast("tuple[object, ...]", key))) if isinstance(key, tuple) else str(plain(key))


def only(value: Json, prefix: str) -> dict[str, Json]:
    """The outermost parts whose id, name or key begins with `prefix`, each by the path that leads to it.

    What only refers to a type is no part of it.
    """
    return dict(_parts(value, prefix, ""))


def _parts(value: Json, prefix: str, path: str) -> Iterator[tuple[str, Json]]:
    if isinstance(value, dict) and value.get("kind") != RefType.__name__:
        called = [name for field in NAMES if isinstance(name := value.get(field), str)]
        if any(name.startswith(prefix) for name in called):
            yield path, value
            return
        for key, item in value.items():
            below = f"{path}.{key}".lstrip(".")
            if key.startswith(prefix):
                yield below, item
            else:
                yield from _parts(item, prefix, below)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _parts(item, prefix, f"{path}[{index}]")
