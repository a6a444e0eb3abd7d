"""Answers made from their schemas: the classes of an SDK read them, and write what they read."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from typing import Any, cast

from sdkwright.ir.service import Content, MediaKind, Operation
from sdkwright.ir.types import ListType, MapType, RefType, Type

from .calls import Target, Variant
from .compare import DifferentError, same_json
from .data import Json, is_list, is_object, object_of
from .made.instances import Maker
from .made.scalars import Words
from .made.schemas import Schema, Side


class Reader:
    """Reads answers with the classes of one SDK."""

    def __init__(self, target: Target, variant: Variant, seed: int = 0, words: Words | None = None) -> None:
        self._target = target
        self._maker = Maker(target.document.root, variant.share, seed, side=Side.ANSWER, words=words)
        module = target.names.module
        self._codec: Any = importlib.import_module(f"{module}._runtime.values.codec").codec
        self._models: Any = importlib.import_module(f"{module}.models")

    def contents(self, operation: Operation) -> Iterator[tuple[str, Content]]:
        """The JSON of an operation's responses that has a class, or whose items or values have, with its status."""
        for response in operation.responses:
            for content in response.contents:
                if content.kind is MediaKind.JSON and _class_in(content.type) is not None:
                    yield response.status, content

    def value(self, content: Content) -> Json:
        """A value of the schema.  Raises `UnmakeableError`."""
        node = object_of(self._target.document.at(content.id))
        return self._maker.make(cast("Schema", node.get("schema", {})), content.id)

    def check(self, content: Content, value: Json) -> None:
        """Reads a value, writes it and reads it again.

        Raises `DifferentError` if it is another one, `pydantic.ValidationError` if it cannot be read.
        """
        inner = _class_in(content.type)
        codec = self._codec(Any if inner is None else self._class(inner))
        for each in _values_of(content.type, value):
            model = codec.read(json.dumps(each))
            written = codec.write(model)
            same_json(json.loads(written), each, "the answer")
            if codec.read(written) != model:
                raise DifferentError("the answer: what was written reads as another value")

    def _class(self, type: RefType) -> Any:
        names = self._target.names
        name = names.error_data.get(type.id) or names.classes[type.id]
        return getattr(self._models, name)


def _class_in(type: Type) -> RefType | None:
    match type:
        case RefType():
            return type
        case ListType():
            return _class_in(type.item)
        case MapType():
            return _class_in(type.value)
        case _:
            return None


def _values_of(type: Type, value: Json) -> Iterator[Json]:
    """The values that the class reads."""
    match type:
        case ListType() if is_list(value):
            for each in value:
                yield from _values_of(type.item, each)
        case MapType() if is_object(value):
            for each in value.values():
                yield from _values_of(type.value, each)
        case _:
            if value is not None:
                yield value
