"""Whether a value is one of a schema of the document, by the whole of JSON Schema: asked of JSON in the docs, and of
what the mock server says."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, TypeAlias
from urllib.parse import quote

from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.pointer import split, step_all
from sdkwright.openapi.references.reach import part_of, put

Steps: TypeAlias = tuple[str | int, ...]

_ROOT = "urn:sdkwright:described"
_REFERENCES = ("$ref", "$dynamicRef")
_AT_ONCE = 1200
"""So many schemas are compiled in one go: 4,000 take 140 MB."""
_TOGETHER = 500
"""Of more so many are compiled together, and stay compiled until others are."""
_GROUPS = 4
"""How many times as many share a copy of what they lead to; of a document with more, all of it takes 5 KB for each."""


class SchemaJudge:
    """Judges values by the schemas of one document (in the terms of OpenAPI 3.1, section 4.8.24).

    Those at `pointers` are compiled together, some hundred at a time: most of them lead to the same others, which each
    alone would compile anew.  Whoever asks in their order has each compiled once.  Any other is compiled when it is
    asked for.
    """

    def __init__(self, root: JsonMap, pointers: Iterable[str] = ()) -> None:
        self._root = root
        self._validators: dict[str, Any] = {}
        self._expected: dict[str, int] = {}
        self._together = _TOGETHER
        self._start, self._registry = -1, None
        self._whole: Any = None
        self.expect(pointers)

    def expect(self, pointers: Iterable[str]) -> None:
        """Says which schemas will be asked for, before any is."""
        self._expected = {pointer: place for place, pointer in enumerate(dict.fromkeys(pointers))}
        self._together = _AT_ONCE if len(self._expected) <= _AT_ONCE else _TOGETHER

    def place(self, pointer: str) -> str:
        """Where the schema stands to which the one at `pointer` leads if it is a reference and nothing else."""
        schema = step_all(self._root, split(pointer))
        target = schema.get("$ref") if isinstance(schema, dict) and len(schema) == 1 else None
        return self.place(target) if isinstance(target, str) else pointer

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
                self._compile((pointer,), self._of_all)
            else:
                if len(self._validators) > self._together:
                    self._validators.clear()  # What was asked long before is hardly asked again.
                start = place - place % self._together
                self._compile((*self._expected,)[start : start + self._together], partial(self._of_expected, place))
        return self._validators[pointer]

    def _compile(self, pointers: tuple[str, ...], registry_of: Callable[[], Any]) -> None:
        """Compiles the schemas at `pointers`; where one of several cannot be judged by, each half by itself."""
        import jsonschema_rs  # Needed only where JSON is shown.

        try:
            registry = registry_of()
        except (ValueError, jsonschema_rs.ReferencingError):
            self._validators |= dict.fromkeys(pointers)
            return
        schema = {"properties": {each: {"$ref": f"{_ROOT}{quote(each, safe='#/~')}"} for each in pointers}}
        made: Any = None
        with suppress(ValueError, jsonschema_rs.ReferencingError):
            made = jsonschema_rs.Draft202012Validator(schema, registry=registry)
        half = len(pointers) // 2
        if made is None and half:
            self._compile(pointers[:half], registry_of)
            self._compile(pointers[half:], registry_of)
        else:
            self._validators |= dict.fromkeys(pointers, made)

    def _of_all(self) -> Any:
        """The whole document."""
        if self._whole is None:
            self._whole = _registry(_plain(self._root))
        return self._whole

    def _of_expected(self, place: int) -> Any:
        """What is asked for at a place of the order, and what it leads to: most of a document is neither."""
        many = _GROUPS * _TOGETHER
        start = place - place % many
        if self._start != start:
            self._start, self._registry = -1, None
            self._validators.clear()  # They hold the copy that they were made from, whose room the next one takes.
            if len(self._expected) > many:
                asked = (*self._expected,)[start : start + many]
                self._registry = _registry(_plain(part_of(self._root, asked)))
            else:
                self._registry = self._of_all_expected()
            self._start = start
        return self._registry

    def _of_all_expected(self) -> Any:
        """The components and the schemas that are asked for, or the whole document where one of them leads out of
        these: to look what each leads to would take longer than it saves."""
        part: JsonMap = {"components": self._root.get("components")}
        whole = {(id(part), "components")}
        for pointer in self._expected:
            put(self._root, part, split(pointer), whole)
        leading: list[Json] = []
        plain = _plain(part, leading)
        leads_out = any(isinstance(one, str) and not one.startswith("#/components/") for one in leading)
        return self._of_all() if leads_out else _registry(plain)


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


def _plain(value: Json, leading: list[Json] | None = None) -> Any:
    """The same without texts and numbers that know how they were written; ValueError for what JSON cannot say
    (RFC 8259).  What stands where references do is put into `leading`."""
    if isinstance(value, dict):
        if leading is not None:
            leading += [value[key] for key in _REFERENCES if key in value]
        made: dict[str, Any] = {}
        for key, one in value.items():
            made[key] = one if type(one) is str else _plain(one, leading)
        return made
    if isinstance(value, list):
        return [one if type(one) is str else _plain(one, leading) for one in value]
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError("this is no number of JSON")
        return float(value)
    return value


def _registry(resource: Any) -> Any:
    import jsonschema_rs

    return jsonschema_rs.Registry([(_ROOT, resource)], retriever=_refuse)


def _refuse(uri: str) -> Any:
    """Nothing is fetched: what the document refers to is in it."""
    raise ValueError(uri)
