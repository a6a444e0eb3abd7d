"""What a schema says, gathered: references followed, `allOf` merged, its choices kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, TypeAlias, cast

from wire.data import Json, Object, is_list, is_object, object_of

Schema: TypeAlias = Object | bool


class Side(Enum):
    """Where a value stands: what is `readOnly` is no part of a request, what is `writeOnly` none of an answer."""

    REQUEST = "request"
    ANSWER = "answer"


class UnmakeableError(ValueError):
    """No value can be made; the text is the cause, the same for all schemas of a kind."""


class EndlessError(UnmakeableError):
    """No value was found in as many steps as are allowed; another attempt would find none either."""


@dataclass(frozen=True)
class Choice:
    """A `oneOf` or `anyOf`: its members, and the values of the discriminator by the pointer of a member."""

    members: tuple[Schema, ...]
    discriminator: str | None = None
    tags: Mapping[str, str] = field(default_factory=dict[str, str])
    key: int = 0
    """The same for the same place of the document."""
    default: str | None = None
    """What leads to the member for another value, or none (`defaultMapping`, OpenAPI 3.2)."""
    together: bool = False
    """Whether several members may fit at once (`anyOf`)."""


@dataclass(frozen=True)
class Facts:
    """Everything that some schemas say together of one value."""

    types: frozenset[str] | None = None
    values: tuple[Json, ...] | None = None
    """Of `enum` and `const`."""
    properties: Mapping[str, tuple[Schema, ...]] = field(default_factory=dict[str, tuple[Schema, ...]])
    required: tuple[str, ...] = ()
    additional: tuple[Schema, ...] = ()
    only: tuple[frozenset[str], ...] = ()
    """The names that each of the schemas allows which allow no others."""
    names: tuple[Schema, ...] = ()
    """Of `propertyNames`."""
    together: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Of `dependentRequired`: with the first name come the others."""
    named: tuple[tuple[str, Schema], ...] = ()
    """Of `patternProperties`."""
    items: tuple[Schema, ...] = ()
    first: tuple[Schema, ...] = ()
    """Of `prefixItems`."""
    contains: tuple[Schema, ...] = ()
    least: Mapping[str, Json] = field(default_factory=dict[str, Json])
    """By keyword, the greatest of `minimum`, `minLength` and the like."""
    most: Mapping[str, Json] = field(default_factory=dict[str, Json])
    multiples: tuple[Json, ...] = ()
    unique: bool = False
    patterns: tuple[str, ...] = ()
    format: str | None = None
    encoding: str | None = None
    read_only: bool = False
    write_only: bool = False
    samples: tuple[Json, ...] = ()
    """Of `examples` and `default`: used where nothing else is known to fit."""
    choices: tuple[Choice, ...] = ()

    def belongs_to(self, side: Side) -> bool:
        """Whether a property that says this is part of a request, or of an answer."""
        return not (self.read_only if side is Side.REQUEST else self.write_only)


_LEAST = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
_MOST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
_TYPES = {
    "object": ("properties", "required", "additionalProperties", "patternProperties", "minProperties"),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems"),
    "string": ("pattern", "minLength", "maxLength", "format", "contentEncoding", "contentMediaType"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}
"""What a schema without `type` must speak of to be taken for one, in this order."""


class Reader:
    """Reads the schemas of one document."""

    def __init__(self, root: Mapping[str, Json]) -> None:
        self._root = root

    def target(self, reference: str) -> Schema:
        """What a local reference leads to.  Raises `UnmakeableError` if it leads nowhere."""
        from sdkwright.openapi.pointer import parse, step_all

        tokens = parse(reference.removeprefix("#"))
        found = None if tokens is None else step_all(cast("Any", self._root), tokens)
        if found is None:
            raise UnmakeableError("a reference that leads nowhere")
        return cast("Schema", found)

    def facts(self, schemas: tuple[Schema, ...]) -> Facts:
        """What `schemas` say together."""
        found = Facts()
        for schema in schemas:
            found = self._read(found, schema, ())
        return found

    def _read(self, found: Facts, schema: Schema, seen: tuple[str, ...]) -> Facts:
        if isinstance(schema, bool):
            if not schema:
                raise UnmakeableError("a schema that nothing fits")
            return found
        reference = schema.get("$ref")
        if isinstance(reference, str):
            if reference in seen:
                raise UnmakeableError("a schema that refers to itself alone")
            found = self._read(found, self.target(reference), (*seen, reference))
        found = self._own(found, schema)
        for member in schema.get("allOf", ()):
            found = self._read(found, member, seen)
        return found

    def _own(self, found: Facts, schema: Mapping[str, Json]) -> Facts:
        properties = dict(found.properties)
        for name, each in schema.get("properties", {}).items():
            properties[name] = (*properties.get(name, ()), each)
        return replace(
            found,
            types=_types(found.types, schema),
            values=_values(found.values, schema),
            properties=properties,
            required=tuple(dict.fromkeys((*found.required, *schema.get("required", ())))),
            additional=_with(found.additional, schema, "additionalProperties"),
            only=(*found.only, *_only(schema)),
            names=_with(found.names, schema, "propertyNames"),
            together=_together(found.together, schema),
            named=(*found.named, *schema.get("patternProperties", {}).items()),
            items=_with(found.items, schema, "items"),
            first=tuple(schema.get("prefixItems", found.first)),
            contains=_with(found.contains, schema, "contains"),
            least=_bounds(found.least, schema, _LEAST, max),
            most=_bounds(found.most, schema, _MOST, min),
            multiples=_with(found.multiples, schema, "multipleOf"),
            unique=found.unique or schema.get("uniqueItems") is True,
            patterns=_with(found.patterns, schema, "pattern"),
            format=schema.get("format", found.format),
            encoding=schema.get("contentEncoding", found.encoding),
            read_only=found.read_only or schema.get("readOnly") is True,
            write_only=found.write_only or schema.get("writeOnly") is True,
            samples=(*found.samples, *_samples(schema)),
            choices=(*found.choices, *self.choices(schema)),
        )

    def choices(self, schema: Mapping[str, Json]) -> tuple[Choice, ...]:
        """What a schema itself says with `oneOf` and `anyOf`."""
        named = schema.get("discriminator")
        discriminator, tags, default = None, dict[str, str](), None
        if is_object(named):
            discriminator = named.get("propertyName")
            mapping, default = object_of(named.get("mapping")), named.get("defaultMapping")
            tags = {str(mapping[tag]): tag for tag in reversed(list(mapping))}
        return tuple(
            Choice(tuple(schema[keyword]), discriminator, tags, id(schema[keyword]), default, keyword == "anyOf")
            for keyword in ("oneOf", "anyOf")
            if schema.get(keyword)
        )

    def tagged(self, choice: Choice, member: Schema, side: Side) -> tuple[Schema, ...]:
        """A member of a choice with what the discriminator says of it (OpenAPI 3.1, section 4.8.25).

        That of the default may lack it (3.2): a caller gives none that the member does not describe.
        """
        if choice.discriminator is None or isinstance(member, bool):
            return (member,)
        reference = member.get("$ref")
        if not isinstance(reference, str):
            return (member,)
        name = reference.rpartition("/")[2]
        tag = choice.tags.get(reference) or choice.tags.get(name) or name
        is_default = choice.default in (reference, name)
        needed = [] if is_default else [choice.discriminator]
        said: Schema = {"properties": {choice.discriminator: {"const": tag}}, "required": needed}
        own = self.facts((member,)).properties.get(choice.discriminator)
        if is_default and own is None and side is Side.REQUEST:
            return (member,)
        # A member that fixes the value itself knows better.
        return (member,) if own and self.facts(own).values is not None else (member, said)


def _types(known: frozenset[str] | None, schema: Mapping[str, Json]) -> frozenset[str] | None:
    written = schema.get("type")
    if written is None:
        return known
    own = frozenset([written] if isinstance(written, str) else cast("list[str]", written))
    if known is None:
        return own
    both = known & own
    if "integer" in known | own and "number" in known | own:
        both |= {"integer"}
    if not both:
        raise UnmakeableError("types that exclude each other")
    return both


def _values(known: tuple[Json, ...] | None, schema: Mapping[str, Json]) -> tuple[Json, ...] | None:
    if "const" in schema:
        own = (schema["const"],)
    elif "enum" in schema:
        own = tuple(schema["enum"])
    else:
        return known
    if known is None:
        return own
    both = tuple(value for value in known if value in own)
    if not both:
        raise UnmakeableError("enums that exclude each other")
    return both


def _with(known: tuple[Any, ...], schema: Mapping[str, Json], keyword: str) -> tuple[Any, ...]:
    return (*known, schema[keyword]) if keyword in schema else known


def _only(schema: Mapping[str, Json]) -> list[frozenset[str]]:
    """The names of a schema that allows no others and no patterns of names."""
    closed = schema.get("additionalProperties") is False and "patternProperties" not in schema
    return [frozenset(schema.get("properties", {}))] if closed else []


def _bounds(
    known: Mapping[str, Json], schema: Mapping[str, Json], keywords: tuple[str, ...], of: Any
) -> dict[str, Json]:
    own = {key: schema[key] for key in keywords if key in schema}
    return {**known, **{key: of(known[key], value) if key in known else value for key, value in own.items()}}


def _together(known: Mapping[str, tuple[str, ...]], schema: Mapping[str, Json]) -> Mapping[str, tuple[str, ...]]:
    own = schema.get("dependentRequired", {})
    return {**known, **{name: (*known.get(name, ()), *others) for name, others in own.items()}}


def _samples(schema: Mapping[str, Json]) -> list[Json]:
    written = schema.get("examples")
    found = [*written] if is_list(written) else []
    return [*found, schema["default"]] if "default" in schema else found


def guessed_type(facts: Facts, schemas: tuple[Schema, ...]) -> str | None:
    """The type that schemas without `type` speak of; None: any."""
    if facts.properties or facts.required or facts.additional or facts.named:
        return "object"
    for name, keywords in _TYPES.items():
        if any(not isinstance(schema, bool) and any(key in schema for key in keywords) for schema in schemas):
            return name
    return None
