"""The core schemas of classes that refer to each other, made one after the other and not one within the other.

pydantic makes the schema of a class where it meets the class, so that a chain or a ring of a few dozen is deeper than
Python calls functions.  Here a class that is met inside of another one is only referred to, and its schema is made when
that of the first is done.  pydantic's own cleaning then puts each where it belongs.  Before pydantic 2.14 that goes
from class to class by calling itself, for which `deep` makes room.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Final, cast

from pydantic import VERSION, BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .locks import ProcessLock

__all__ = ["deep", "one_by_one"]

Kind = type[BaseModel]


class _Making(threading.local):
    """What a thread makes at the moment."""

    waiting: dict[Kind, None] | None = None
    """The classes that were met; None where nothing is made."""
    now: Kind | None = None
    """The class whose own schema is wanted."""


_making: Final = _Making()
_deep: Final = ProcessLock()
"""Held while classes are completed: pydantic before 2.14 does not guard this, and first uses may be on two threads."""
_CALLS: Final = 50_000
"""What some thousand classes need; calls of Python functions take nothing of the thread's own stack."""
_CLEANS_BY_CALLS: Final = tuple(map(int, VERSION.split(".")[:2])) < (2, 14)


@contextmanager
def deep() -> Generator[None]:
    """Around pydantic's completing of a class, or making of an adapter, however many classes it meets."""
    with _deep:
        limit = sys.getrecursionlimit()
        if not _CLEANS_BY_CALLS or limit >= _CALLS:
            yield
            return
        sys.setrecursionlimit(_CALLS)
        try:
            yield
        finally:
            sys.setrecursionlimit(limit)


def one_by_one(
    cls: Kind, source: Any, handler: GetCoreSchemaHandler, own: Callable[[Any, GetCoreSchemaHandler], CoreSchema]
) -> CoreSchema:
    """The core schema of a class; `own` makes it, and meets other classes."""
    if _making.waiting is None:
        return _all(cls, source, handler, own)
    if _making.now is cls:
        _making.now = None
        return own(source, handler)
    _making.waiting[cls] = None
    return core_schema.definition_reference_schema(_ref(cls))


def _all(
    cls: Kind, source: Any, handler: GetCoreSchemaHandler, own: Callable[[Any, GetCoreSchemaHandler], CoreSchema]
) -> CoreSchema:
    """The schema of the class that was met first, with those of all that are met on the way."""
    waiting = _making.waiting = {}
    made: dict[Kind, None] = {cls: None}
    definitions: list[CoreSchema] = []
    try:
        schema = own(source, handler)
        while waiting:
            other, _ = waiting.popitem()
            if other in made:
                continue
            made[other] = None
            _making.now = other
            found = cast(dict[str, Any], handler.resolve_ref_schema(handler.generate_schema(other)))
            if found.get("ref") != _ref(other):
                definitions.append(cast(CoreSchema, {**found, "ref": _ref(other)}))
    finally:
        _making.waiting = _making.now = None
    return core_schema.definitions_schema(schema, definitions) if definitions else schema


def _ref(cls: Kind) -> str:
    """What a class is referred to by; pydantic's own word, so that most classes have one definition."""
    return f"{cls.__module__}.{cls.__qualname__}:{id(cls)}"
