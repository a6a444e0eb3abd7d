"""Parameters (OpenAPI 3.1, section 4.8.12): styles, content, what a path item adds, and global parameters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sdkwright.frozen import replace
from sdkwright.ir.scalars import BY_FORMAT, Scalar
from sdkwright.ir.service import MediaKind, Parameter, Style
from sdkwright.ir.types import (
    AnyType,
    Default,
    Json,
    Location,
    Notes,
    OperationKey,
    Origin,
    RefType,
    Root,
    ScalarType,
    Type,
)
from sdkwright.normalise.extensions import Named
from sdkwright.normalise.nodes import Node, mapping, sequence, site_of, text
from sdkwright.normalise.operations.bodies import encodings
from sdkwright.normalise.operations.media import kind_of
from sdkwright.normalise.schemas import notes
from sdkwright.normalise.schemas.origins import said
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.openapi.pointer import join
from sdkwright.problems import shown
from sdkwright.problems.codes.document import MISSING, NO_SCHEMA, PARAMETER_LOCATION, PATH_PARAMETER
from sdkwright.problems.codes.service import BAD_GLOBAL, CLIENT_HEADER, PARAMETER_STYLE

_DEFAULT_STYLE: Final = {
    Location.PATH: Style.SIMPLE,
    Location.QUERY: Style.FORM,
    Location.HEADER: Style.SIMPLE,
    Location.COOKIE: Style.FORM,
}
_STYLES: Final = {
    location: {one.value: one for one in allowed}
    for location, allowed in {
        Location.PATH: (Style.SIMPLE, Style.LABEL, Style.MATRIX),
        Location.QUERY: (Style.FORM, Style.SPACE_DELIMITED, Style.PIPE_DELIMITED, Style.DEEP_OBJECT),
        Location.HEADER: (Style.SIMPLE,),
        Location.COOKIE: (Style.FORM,),
    }.items()
}
_WHOLE_QUERY: Final = "querystring"  # OpenAPI 3.2: one parameter that is all of the query
_FORM: Final = "application/x-www-form-urlencoded"
_PLACES: Final = {location.value: location for location in Location}
_CLIENT_HEADERS: Final = frozenset({"accept", "content-type", "authorization"})
_PLACE: Final = re.compile(r"\{([^{}]+)\}")
_IDEMPOTENCY: Final = frozenset({"idempotency-key", "x-idempotency-key"})


def parameters(
    walk: Walk, key: OperationKey, path: str, lists: Sequence[tuple[str, Json]], shared: Sequence[Parameter]
) -> tuple[Parameter, ...]:
    """The parameters of an operation in document order: `lists` are those of the path item, then its own.

    A later one replaces an earlier one of the same name and place, and stands where that stood.
    """
    found: dict[tuple[str, str], tuple[str, Node]] = {}
    for at, listed in lists:
        for index, entry in enumerate(sequence(listed)):
            place = walk.references.node(f"{at}/{index}", entry)
            node = mapping(place.node)
            name, where = text(node.get("name")), text(node.get("in"))
            if name is None or where is None:
                walk.report.skipped(
                    "parameter",
                    MISSING,
                    "A parameter without name or place is left out",
                    place.pointer,
                    remedy="Give it both.",
                )
                continue
            before = found.get((name, where))
            if before is not None and before[0] != place.pointer:
                walk.report.generated("parameter", before[0], "a later one of the same name and place")
            found[name, where] = (place.pointer, node)
    made: list[Parameter] = []
    globals_by_name = {(one.name, one.location.value): one for one in shared}
    for (name, where), (place_at, described) in found.items():
        one = _parameter(walk, key, path, place_at, described, name, where, globals_by_name.get((name, where)))
        if one is not None:
            made.append(one)
    made += _undeclared(walk, key, path, made)
    return tuple(made)


def _undeclared(walk: Walk, key: OperationKey, path: str, made: list[Parameter]) -> list[Parameter]:
    declared = {one.name for one in made if one.location is Location.PATH}
    missing = [name for name in dict.fromkeys(_PLACE.findall(path)) if name not in declared]
    for name in missing:
        walk.report.warn(
            PATH_PARAMETER,
            f"The path has {{{shown(name)[1:-1]}}}, which no parameter describes; it is taken as text",
            key,
            remedy="Describe it under `parameters`.",
        )
    return [
        Parameter(
            join(f"{key}!path", name),
            name,
            Location.PATH,
            ScalarType(Scalar.STRING),
            required=True,
            style=Style.SIMPLE,
            explode=False,
        )
        for name in missing
    ]


def _parameter(
    walk: Walk, key: OperationKey, path: str, at: str, node: Node, name: str, where: str, shared: Parameter | None
) -> Parameter | None:
    if (reason := walk.features.ignored(node)) is not None:
        walk.report.left_out("parameter", at, reason)
        return None
    if where == _WHOLE_QUERY and (whole := _whole_query(walk, at, node, name, key, shared)) is not None:
        return whole
    if where not in _PLACES:
        walk.report.skipped(
            "parameter",
            PARAMETER_LOCATION,
            f"A parameter in {shown(where)} cannot be sent; it is left out",
            at,
            remedy=f"Use path, query, header or cookie, or a querystring of {_FORM}, of JSON or of text.",
        )
        return None
    location = _PLACES[where]
    if location is Location.HEADER and name.lower() in _CLIENT_HEADERS:
        walk.report.skipped(
            "parameter",
            CLIENT_HEADER,
            f"The header {shown(name)} is the client's own (OpenAPI, Parameter Object); it is no argument",
            at,
        )
        return None
    if location is Location.PATH and name not in _PLACE.findall(path):
        walk.report.skipped(
            "parameter",
            PATH_PARAMETER,
            f"The path has no place {{{shown(name)[1:-1]}}}; the parameter is left out",
            at,
            remedy="Add it to the path, or remove the parameter.",
        )
        return None
    return parameter(walk, at, node, name, location, key, shared)


def _whole_query(
    walk: Walk, at: str, node: Node, name: str, key: OperationKey, shared: Parameter | None
) -> Parameter | None:
    """A parameter that is all of the query (OpenAPI 3.2, section 4.12.1): a form, JSON or text."""
    for media_type, entry in list(mapping(node.get("content")).items())[:1]:
        content = mapping(entry)
        schema = mapping(walk.references.node(join(at, "content", media_type, "schema"), content.get("schema")).node)
        is_json = kind_of(media_type) is MediaKind.JSON
        if is_json or media_type == _FORM or schema.get("type") == "string":
            made = parameter(walk, at, node, name, Location.QUERY, key, shared)
            written = encodings(walk, join(at, "content", media_type), content) if media_type == _FORM else ()
            return replace(
                made, is_whole=True, media_type=media_type if is_json else made.media_type, encodings=written
            )
    return None


def parameter(
    walk: Walk,
    at: str,
    node: Node,
    name: str,
    location: Location,
    operation: OperationKey | None,
    shared: Parameter | None = None,
) -> Parameter:
    """One parameter, whose place is known to be good."""
    schema_at, schema, media_type = _schema(walk, at, node)
    style, explode = _style(walk, at, node, location)
    component = at.split("/")[3] if at.startswith("#/components/parameters/") else None
    schema_node = mapping(schema)
    origin = Origin(
        Root.PARAMETER,
        component=component,
        operation=operation,
        parameter=name,
        location=location,
        media_type=media_type,
    )
    origin = said(origin, schema_node, walk.features)
    description = walk.features.doc_text(node, "description")
    if description is not None and component is None and "$ref" not in schema_node:
        walk.descriptions[schema_at] = description
    found: Type = AnyType() if schema is None else walk.type_of(site_of(schema_at, schema, origin))
    walk.drain()
    resolved = mapping(walk.references.node(schema_at, schema).node)
    notes_ = _notes(walk, node, schema_node, resolved, found)
    default: Node = schema_node if "default" in schema_node else resolved
    walk.report.generated("parameter", at)
    return Parameter(
        id=at,
        name=name,
        location=location,
        type=found,
        required=node.get("required") is True or location is Location.PATH,
        style=style,
        explode=explode,
        allow_reserved=node.get("allowReserved") is True,
        media_type=media_type,
        notes=notes_,
        default=Default(default["default"]) if "default" in default else None,
        named_examples=notes.named_examples(walk, at, node),
        told=_told(walk, _unnamed(node), schema_node, resolved, found) if "examples" in node else notes_.examples,
        is_global=shared is not None,
        hidden=shared is not None and shared.hidden,
        name_override=walk.features.name_override(node, Named.PARAMETER)
        or walk.features.other_name(schema_node, Named.PARAMETER),
    )


def _schema(walk: Walk, at: str, node: Node) -> tuple[str, Json, str | None]:
    if "schema" in node:
        return f"{at}/schema", node["schema"], None
    for media_type, entry in mapping(node.get("content")).items():
        place = join(at, "content", media_type)
        # A query that is one form is what an exploded object gives.
        serialised = None if node.get("in") == _WHOLE_QUERY else media_type
        return f"{place}/schema", mapping(entry).get("schema", {}), serialised
    walk.report.warn(NO_SCHEMA, "A parameter without a schema takes any value", at)
    return at, None, None


def _style(walk: Walk, at: str, node: Node, location: Location) -> tuple[Style, bool]:
    written = text(node.get("style"))
    style = _DEFAULT_STYLE[location]
    if written is not None:
        allowed = _STYLES[location]
        if written in allowed:
            style = allowed[written]
        else:
            walk.report.degraded(
                "keyword",
                PARAMETER_STYLE,
                f"A {location.value} parameter cannot have the style {shown(written)}; {style.value} is used",
                f"{at}/style",
                remedy=f"Use {' or '.join(allowed)}.",
            )
    explode = node.get("explode")
    return style, explode if isinstance(explode, bool) else style is Style.FORM


def _unnamed(node: Node) -> Node:
    return {key: value for key, value in node.items() if key != "examples"}


def _notes(walk: Walk, node: Node, schema: Node, resolved: Node, found: Type) -> Notes:
    """The parameter's own description, else that of a schema that makes a class; examples of the parameter, else of its
    schema, unless that only says that a class may be null."""
    own = notes.of_node(walk.features, node)
    deprecated = own.deprecated or walk.features.deprecation(schema)
    return Notes(
        own.summary,
        own.description or (walk.features.doc_text(resolved, "description") if isinstance(found, RefType) else None),
        own.examples or _told(walk, node, schema, resolved, found),
        deprecated,
        notes.constraints(schema) or notes.constraints(resolved),
    )


def _told(walk: Walk, node: Node, schema: Node, resolved: Node, found: Type) -> tuple[Json, ...]:
    """The examples of a parameter as `node` has it, else those of its schema."""
    given = notes.examples(walk.features, node)
    for entry in mapping(node.get("content")).values():
        given = given or notes.examples(walk.features, mapping(entry))
    if isinstance(found, RefType) and found.nullable and "anyOf" in schema:
        return given
    return given or notes.examples(walk.features, schema) or notes.examples(walk.features, resolved)


def globals_of(walk: Walk) -> tuple[Parameter, ...]:
    """The parameters that the client's constructor takes."""
    at, listed = walk.features.globals()
    found: list[Parameter] = []
    for index, entry in enumerate(listed):
        place = walk.references.node(f"{at}/{index}", entry)
        node = mapping(place.node)
        name, where = text(node.get("name")), text(node.get("in"))
        if name is None or where is None or where not in _PLACES:
            walk.report.skipped(
                "keyword", BAD_GLOBAL, "A global parameter needs a name and a place; it is left out", place.pointer
            )
            continue
        made = parameter(walk, place.pointer, node, name, _PLACES[where], None)
        found.append(replace(made, is_global=True, hidden=walk.features.hidden(node)))
    return tuple(found)


def headers(walk: Walk, at: str, node: Json) -> tuple[Parameter, ...]:
    """The headers of a response.  No class is made for them: they are read as they come."""
    found: list[Parameter] = []
    for name, entry in mapping(node).items():
        if name.lower() == "content-type":
            walk.report.generated("header", join(at, name), "`content`, which says the media type")
            continue
        place = walk.references.node(at, entry, name)
        walk.report.generated("header", place.pointer)
        header = mapping(place.node)
        schema = mapping(walk.references.node(place.pointer, header.get("schema", {})).node)
        kind = ScalarType(BY_FORMAT.get((text(schema.get("type")) or "", None), Scalar.STRING))
        found.append(
            Parameter(
                join(at, name),
                name,
                Location.HEADER,
                kind,
                required=header.get("required") is True,
                style=Style.SIMPLE,
                explode=header.get("explode") is True,
                notes=notes.of_node(walk.features, header),
            )
        )
    return tuple(found)


def idempotency_header(found: Sequence[Parameter]) -> str | None:
    """The name of the idempotency header, if the operation declares one (draft-ietf-httpapi-idempotency-key-header)."""
    return next((p.name for p in found if p.location is Location.HEADER and p.name.lower() in _IDEMPOTENCY), None)
