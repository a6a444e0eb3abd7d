"""A parent with a discriminator and the schemas that are made of it with `allOf` (OpenAPI 3.1, section 4.8.25).

The parent does not name them: each child names the parent, and its tag is that of the mapping or its own name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from wire.data import Json, is_list, is_object, object_of

from .schemas import Schema

_PREFIX = "#/components/schemas/"
_ANNOTATIONS = frozenset({"description", "title", "deprecated", "readOnly", "writeOnly", "example", "examples"})


@dataclass(frozen=True)
class Family:
    """What a reference to a parent may hold."""

    reference: str
    members: tuple[tuple[Schema, ...], ...]
    """Each child with its tag, and the parent alone."""
    name: str
    tags: frozenset[str]
    """What stands under `name` in a child, and in no parent alone."""

    def is_child(self, value: Json) -> bool:
        """Whether a value says that it is one."""
        return is_object(value) and value.get(self.name) in self.tags


class Families:
    """The families of one document."""

    def __init__(self, root: Mapping[str, Json]) -> None:
        self._schemas = object_of(object_of(root.get("components")).get("schemas"))

    def members(self, schema: Schema) -> Family | None:
        """The family that a schema refers to, and to nothing else."""
        reference = _reference(schema)
        return None if reference is None else self._families.get(reference)

    @cached_property
    def _families(self) -> dict[str, Family]:
        found: dict[str, Family] = {}
        for name, schema in self._schemas.items():
            discriminator = object_of(object_of(schema).get("discriminator"))
            if not discriminator or "oneOf" in schema or "anyOf" in schema:
                continue
            children = tuple(self._descendants(_PREFIX + name, frozenset()))
            if children:
                tags = _tags(discriminator)
                tag = str(discriminator.get("propertyName"))
                members = [_tagged(each, tag, _tag(each, tags)) for each in children]
                listed = frozenset(_tag(each, tags) for each in children)
                found[_PREFIX + name] = Family(_PREFIX + name, (*members, ({"$ref": _PREFIX + name},)), tag, listed)
        return found

    def _descendants(self, parent: str, seen: frozenset[str]) -> Iterator[str]:
        """The children of a parent and theirs."""
        for name, schema in self._schemas.items():
            own = _PREFIX + name
            if own in seen or own == parent:
                continue
            parts = object_of(schema).get("allOf") or ()
            if any(is_object(part) and part.get("$ref") == parent for part in parts):
                yield own
                yield from self._descendants(own, seen | {parent})


def without_circles(root: Mapping[str, Json]) -> Mapping[str, Json]:
    """The document, with children that take over what their parent says beside its choice between them.

    A parent that lists its children in `oneOf` and is a part of each of them is valid only where it is valid.
    """
    schemas = object_of(object_of(root.get("components")).get("schemas"))
    changed: dict[str, Json] = {}
    for name, schema in schemas.items():
        parts = object_of(schema).get("allOf")
        taken = [_beside_choice(schemas, part, _PREFIX + name) for part in parts] if is_list(parts) else None
        if taken != parts:
            changed[name] = {**object_of(schema), "allOf": cast("Json", taken)}
    if not changed:
        return root
    return {**root, "components": {**object_of(root["components"]), "schemas": {**schemas, **changed}}}


def _beside_choice(schemas: Mapping[str, Json], part: Json, child: str) -> Json:
    """A part of a child: where it refers to a parent that lists the child, what stands there beside the list."""
    reference = str(object_of(part).get("$ref", ""))
    parent = object_of(schemas.get(reference.removeprefix(_PREFIX)))
    listed = (member for word in ("oneOf", "anyOf") for member in cast("list[Json]", parent.get(word) or ()))
    if all(object_of(member).get("$ref") != child for member in listed):
        return part
    return {word: said for word, said in parent.items() if word not in ("oneOf", "anyOf", "discriminator")}


def _reference(schema: Schema) -> str | None:
    """What a schema refers to, directly or as the only part of an `allOf`."""
    if isinstance(schema, bool):
        return None
    said = schema.keys() - _ANNOTATIONS
    if said == {"$ref"}:
        return cast("str", schema["$ref"])
    parts = schema.get("allOf")
    return _reference(parts[0]) if said == {"allOf"} and parts and len(parts) == 1 else None


def _tags(discriminator: Mapping[str, Json]) -> dict[str, str]:
    mapping = object_of(discriminator.get("mapping"))
    return {str(target): str(tag) for tag, target in reversed(list(mapping.items()))}


def _tag(reference: str, tags: Mapping[str, str]) -> str:
    own = reference.removeprefix(_PREFIX)
    return tags.get(reference) or tags.get(own) or own


def _tagged(reference: str, name: str, tag: str) -> tuple[Schema, ...]:
    return {"$ref": reference}, {"properties": {name: {"const": tag}}, "required": [name]}
