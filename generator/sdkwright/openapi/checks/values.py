"""Whether a value is one of a schema of the document, by the whole of JSON Schema: asked of JSON in the docs, and of
what the mock server says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias
from urllib.parse import quote

from sdkwright.openapi.data import Json, JsonMap

Steps: TypeAlias = tuple[str | int, ...]

_ROOT = "urn:sdkwright:described"
_TOGETHER = 500
"""How many schemas are compiled together, and stay compiled until others are: 4,000 take 140 MB."""


class SchemaJudge:
    """Judges values by the schemas of one document (in the terms of OpenAPI 3.1, section 4.8.24).

    Those at `pointers` are compiled together, some hundred at a time: most of them lead to the same others, which each
    alone would compile anew.  Whoever asks in their order has each compiled once.  Any other is compiled when it is
    asked for.
    """

    def __init__(self, root: JsonMap, pointers: Iterable[str] = ()) -> None:
        self._root = root
        self._validators: dict[str, Any] = {}
        self._expected = {pointer: place for place, pointer in enumerate(dict.fromkeys(pointers))}
        self._registry: Any = None

    def allows(self, pointer: str, value: Json) -> bool:
        """Whether `value` is valid under the schema at `pointer`; not where the schema cannot be judged by at all."""
        validator = self._validator(pointer)
        try:
            return validator is not None and bool(validator.is_valid({pointer: _plain(value)}))
        except ValueError:
            return False

    def misfits(self, pointer: str, value: Json) -> Sequence[Steps]:
        """Where a value breaks the schema at `pointer`, as paths into it; the empty one where it cannot be judged."""
        validator = self._validator(pointer)
        if validator is None:
            return [()]
        try:
            found = [*validator.iter_errors({pointer: _plain(value)})]
        except ValueError:
            return [()]
        return [tuple(path)[1:] for error in found for path in _places(error)]

    def _validator(self, pointer: str) -> Any:
        """What judges a mapping of the pointer to a value; None where nothing can."""
        if pointer not in self._validators:
            place = self._expected.get(pointer)
            if place is None:
                self._compile((pointer,))
            else:
                if len(self._validators) > _TOGETHER:
                    self._validators.clear()  # What was asked long before is hardly asked again.
                start = place - place % _TOGETHER
                self._compile((*self._expected,)[start : start + _TOGETHER])
        return self._validators[pointer]

    def _compile(self, pointers: tuple[str, ...]) -> None:
        """Compiles the schemas at `pointers`; where one of several cannot be judged by, each half by itself."""
        import jsonschema_rs  # Needed only where JSON is shown.

        try:
            if self._registry is None:
                self._registry = jsonschema_rs.Registry([(_ROOT, _plain(self._root))], retriever=_refuse)
            schema = {"properties": {each: {"$ref": f"{_ROOT}{quote(each, safe='#/~')}"} for each in pointers}}
            made: Any = jsonschema_rs.Draft202012Validator(schema, registry=self._registry)
        except (ValueError, jsonschema_rs.ReferencingError):
            made = None
        half = len(pointers) // 2
        if made is None and half and self._registry is not None:
            self._compile(pointers[:half])
            self._compile(pointers[half:])
        else:
            self._validators |= dict.fromkeys(pointers, made)


def _places(error: Any) -> Iterator[Sequence[str | int]]:
    """Where an error is; of a choice, where the member is broken whose tags fit, or that is broken the least."""
    depth = len(error.instance_path)
    branches: Sequence[Sequence[Any]] = getattr(error.kind, "context", None) or ()
    inside = [branch for branch in branches if branch and all(len(inner.instance_path) > depth for inner in branch)]
    if not inside:
        yield error.instance_path
        return
    for inner in min(inside, key=lambda branch: (sum(map(_is_of_tag, branch)), len(branch))):
        yield from _places(inner)


def _is_of_tag(error: Any) -> bool:
    return bool({"const", "enum"}.intersection(error.schema_path[-1:]))


def _plain(value: Json) -> Any:
    """The same without numbers that know how they were written; ValueError for what JSON cannot say (RFC 8259)."""
    return json.loads(json.dumps(value, allow_nan=False))


def _refuse(uri: str) -> Any:
    """Nothing is fetched: what the document refers to is in it."""
    raise ValueError(uri)
