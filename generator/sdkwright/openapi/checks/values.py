"""Whether a value is one of a schema of the document, by the whole of JSON Schema: asked of JSON in the docs, and of
what the mock server says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias
from urllib.parse import quote

from sdkwright.openapi.data import Json, JsonMap

Steps: TypeAlias = tuple[str | int, ...]

_ROOT = "urn:sdkwright:described"


class SchemaJudge:
    """Judges values by the schemas of one document (in the terms of OpenAPI 3.1, section 4.8.24)."""

    def __init__(self, root: JsonMap) -> None:
        self._root = root
        self._registry: Any = None

    def allows(self, pointer: str, value: Json) -> bool:
        """Whether `value` is valid under the schema at `pointer`; not where the schema cannot be judged by at all."""
        return next(self._errors(pointer, value), None) is None

    def misfits(self, pointer: str, value: Json) -> Sequence[Steps]:
        """Where a value breaks the schema at `pointer`, as paths into it; the empty one where it cannot be judged."""
        return [tuple(path) for path in self._errors(pointer, value)]

    def _errors(self, pointer: str, value: Json) -> Iterator[Sequence[str | int]]:
        """Where each error is."""
        import jsonschema_rs  # Needed only where JSON is shown.

        try:
            if self._registry is None:
                self._registry = jsonschema_rs.Registry([(_ROOT, _plain(self._root))], retriever=_refuse)
            schema = {"$ref": f"{_ROOT}{quote(pointer, safe='#/~')}"}
            judge = jsonschema_rs.Draft202012Validator(schema, registry=self._registry)
            for error in judge.iter_errors(_plain(value)):
                yield from _places(error)
        except (ValueError, jsonschema_rs.ReferencingError):
            yield ()


def _places(error: Any) -> Iterator[Sequence[str | int]]:
    """Where an error is; of a choice, where the member is broken whose tags fit, or that is broken the least."""
    depth = len(error.instance_path)
    branches: Sequence[Sequence[Any]] = getattr(error.kind, "context", None) or ()
    inside = [branch for branch in branches if all(len(inner.instance_path) > depth for inner in branch)]
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
