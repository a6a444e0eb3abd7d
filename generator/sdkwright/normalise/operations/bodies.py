"""Contents: request bodies and what responses carry (OpenAPI 3.1, sections 4.8.13 to 4.8.17)."""

from __future__ import annotations

from typing import Final

from sdkwright.frozen import Frozen, replace
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Body, Content, MediaKind, PartEncoding, Style
from sdkwright.ir.types import (
    AnyType,
    Json,
    ListType,
    ObjectDef,
    Origin,
    RefType,
    Root,
    ScalarType,
    Type,
    UnionDef,
)
from sdkwright.normalise.nodes import Node, Site, label, mapping, site_of, text
from sdkwright.normalise.operations.media import bare, binary_format, is_xml, kind_of
from sdkwright.normalise.schemas import notes
from sdkwright.normalise.schemas.origins import said
from sdkwright.normalise.schemas.scalars import is_binary
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.openapi.pointer import join, split
from sdkwright.problems import shown
from sdkwright.problems.codes.service import (
    BINARY_FORMAT,
    ITEM_SCHEMA,
    MEDIA_TYPE_UNKNOWN,
    PART_ENCODING,
    PART_HEADERS,
    TEXT_SCHEMA,
)

_BYTES: Final = ScalarType(Scalar.BINARY)
_TEXT: Final = ScalarType(Scalar.STRING)
_SCHEMAS: Final = "#/components/schemas"
_STYLES: Final = {one.value: one for one in Style}


class Holder(Frozen):
    """A body or response: where its contents stand, what is said of it, and the origin of what is inline in it."""

    pointer: str
    node: Node
    origin: Origin


def body(walk: Walk, at: str, node: Json, origin: Origin) -> Body | None:
    """A request body; None where there is none or it is to be ignored."""
    if node is None:
        return None
    place = walk.references.node(at, node)
    own = mapping(place.node)
    if (reason := walk.features.ignored(own)) is not None:
        walk.report.left_out("keyword", at, reason)
        return None
    holder = Holder(place.pointer, own, _shared(place.pointer, origin))
    found = contents(walk, holder, sent=True)
    if not found:
        return None
    return Body(
        id=at,
        required=own.get("required") is True,
        contents=found,
        description=walk.features.doc_text(own, "description"),
        name_override=walk.features.name_override(own),
    )


def _shared(at: str, origin: Origin) -> Origin:
    """What stands in a shared body or response belongs to that component."""
    tokens = split(at)
    if len(tokens) == 3 and tokens[0] == "components":
        return Origin(Root.COMPONENT, component=tokens[2], status=origin.status)
    return origin


def contents(walk: Walk, holder: Holder, *, sent: bool = False) -> tuple[Content, ...]:
    """The contents of a body, which is `sent`, or a response, in document order.

    XML is left out where JSON stands beside it.
    """
    if "content" not in holder.node:
        return ()
    offered = {key: mapping(entry) for key, entry in mapping(holder.node["content"]).items()}
    kept: dict[str, Node] = {}
    json_offered = any(kind_of(key) is MediaKind.JSON for key in offered)
    for media_type, entry in offered.items():
        at = join(holder.pointer, "content", media_type)
        if (reason := walk.features.ignored(entry)) is not None:
            walk.report.left_out("media type", at, reason)
        elif json_offered and is_xml(media_type):
            walk.report.left_out("media type", at, "the same is offered as JSON")
        else:
            kept[media_type] = entry
    found: list[Content] = []
    for key, node in kept.items():
        same = _as_json(walk, kept, key)
        like = _first_like(kept, node) if same or kind_of(key) is MediaKind.JSON else None
        made = _content(walk, holder, key, node, like or key, same=same, sent=sent)
        # Whoever sends events gives them one after the other, as lines are given.
        is_sequence = sent and made.kind is MediaKind.SSE and "itemSchema" in node
        found.append(replace(made, kind=MediaKind.JSON_LINES) if is_sequence else made)
    return tuple(found)


def _first_like(offered: dict[str, Node], node: Node) -> str | None:
    """The first media type that is JSON of the same schema, so that what is inline in both is one class."""
    schema = node.get("schema")
    if schema is None:
        return None
    like = (key for key, entry in offered.items() if kind_of(key) is MediaKind.JSON and entry.get("schema") == schema)
    return next(like, None)


def _as_json(walk: Walk, offered: dict[str, Node], media_type: str) -> bool:
    """Whether a content is the text of the same JSON that is offered beside it under its own name.

    Frameworks list `text/plain` beside `application/json` with the one schema.  A text is no JSON then: the two differ
    by their quotes.
    """
    schema = offered[media_type].get("schema")
    if bare(media_type) != "text/plain" or not isinstance(schema, dict):
        return False
    if mapping(walk.references.node("#", schema).node).get("type") == "string":
        return False
    return any(kind_of(key) is MediaKind.JSON and entry.get("schema") == schema for key, entry in offered.items())


def _content(walk: Walk, holder: Holder, media_type: str, entry: Node, like: str, *, same: bool, sent: bool) -> Content:
    at = join(holder.pointer, "content", media_type)
    place = walk.references.node(at, dict(entry))
    walk.report.generated("media type", place.pointer)
    entry = mapping(place.node)
    in_parts = sent and kind_of(media_type) is MediaKind.MULTIPART and bare(media_type) != "multipart/form-data"
    streamed = "itemSchema" in entry and (
        in_parts or kind_of(media_type) in (MediaKind.JSON_LINES, MediaKind.SSE, None)
    )
    if "itemSchema" in entry and not streamed:
        message = f"The content of {shown(media_type)} is taken as a whole; its `itemSchema` is not used"
        walk.report.degraded("keyword", ITEM_SCHEMA, message, f"{place.pointer}/itemSchema")
    schema_at = f"{place.pointer}/{'itemSchema' if streamed else 'schema'}"
    if like != media_type:
        walk.report.generated("keyword", schema_at, f"the same schema of {like}")
        schema_at = join(holder.pointer, "content", like, "schema")
    schema = entry.get("itemSchema" if streamed else "schema")
    kind = MediaKind.JSON if same else _kind(walk, media_type, schema_at, schema, at)
    if in_parts and streamed:
        kind = MediaKind.JSON_LINES
    own = mapping(schema)
    origin = said(replace(holder.origin, media_type=like), own, walk.features)
    if description := walk.features.doc_text(holder.node, "description"):
        if text(own.get("$ref")) is None:
            walk.descriptions[schema_at] = description
        elif holder.pointer.startswith(("#/components/responses/", "#/components/requestBodies/")):
            walk.descriptions.setdefault(walk.references.node(schema_at, schema).pointer, description)
    site = site_of(schema_at, {} if schema is None else schema, origin)
    found = _type(walk, site, kind, schema)
    walk.drain()
    alias = walk.alias(site)
    target = "" if alias is None else walk.alias_target(alias.part.pointer)
    data_only = kind is MediaKind.SSE and not _is_event(walk, found)
    return Content(
        id=place.pointer,
        media_type=media_type,
        kind=kind,
        type=found,
        title=label(own.get("title")),
        component=_component(walk, target, found),
        encodings=encodings(walk, place.pointer, entry) if kind in (MediaKind.FORM, MediaKind.MULTIPART) else (),
        examples=notes.examples(walk.features, entry),
        named_examples=notes.named_examples(walk, place.pointer, entry),
        told=notes.examples(walk.features, mapping(walk.references.node(schema_at, schema).node)),
        sentinel=walk.features.sentinel(entry, own) if kind is MediaKind.SSE else None,
        data_only=data_only,
        item_type=_item_type(walk, place.pointer, entry, in_parts=in_parts),
    )


def _item_type(walk: Walk, at: str, entry: Node, *, in_parts: bool) -> str | None:
    """The media type of the items that are sent as parts, where `itemEncoding` says one."""
    for keyword in ("prefixEncoding", "itemEncoding"):
        if entry.get(keyword) and not (in_parts and keyword == "itemEncoding"):
            walk.report.degraded("keyword", PART_ENCODING, f"`{keyword}` is not used here", join(at, keyword))
    items = mapping(entry.get("itemEncoding")) if in_parts else {}
    if items.get("headers"):
        walk.report.degraded(
            "keyword", PART_HEADERS, "The headers of a part are not sent", join(at, "itemEncoding", "headers")
        )
    return text(items.get("contentType"))


def _component(walk: Walk, target: str, found: Type) -> str | None:
    """The last segment of the pointer to which a reference leads, or that of the component which a schema is alone, or
    in whose content it stands."""
    definition = walk.definitions.get(found.id) if isinstance(found, RefType) and not target else None
    origin = None if definition is None else definition.origin
    if origin is not None and origin.root is Root.COMPONENT and not origin.steps:
        return origin.component
    at = target or (found.id if isinstance(found, RefType) else "")
    if not at.startswith(f"{_SCHEMAS}/"):
        return None
    tokens = split(at.removeprefix(_SCHEMAS))
    return tokens[-1] if target or len(tokens) == 1 else None


def _kind(walk: Walk, media_type: str, schema_at: str, schema: Json, at: str) -> MediaKind:
    kind = kind_of(media_type)
    name = binary_format(media_type)
    resolved = mapping(walk.references.node(schema_at, schema).node)
    types = resolved.get("type")
    listed = (types,) if isinstance(types, str) else None
    if kind in (None, MediaKind.JSON, MediaKind.TEXT) and is_binary(resolved, listed):
        return MediaKind.BINARY
    structured = types in ("object", "array") or any(
        key in resolved for key in ("properties", "allOf", "anyOf", "oneOf")
    )
    if name is not None and structured:
        walk.report.degraded(
            "schema",
            BINARY_FORMAT,
            f"{shown(media_type)} is {name}, which is not written or read; its bytes are passed as they are",
            at,
        )
    if kind is None:
        kind = MediaKind.JSON if structured else (MediaKind.TEXT if types == "string" else MediaKind.BINARY)
        if structured and "*" not in media_type:
            walk.report.warn(
                MEDIA_TYPE_UNKNOWN,
                f"{shown(media_type)} is not known; its schema is that of structured data, so it is taken as JSON",
                at,
            )
    return kind


def _type(walk: Walk, site: Site, kind: MediaKind, schema: Json) -> Type:
    match kind:
        case MediaKind.BINARY:
            return _BYTES
        case MediaKind.TEXT:
            node = mapping(walk.references.node(site.pointer, schema).node)
            if node.get("type") not in (None, "string") or "properties" in node:
                walk.report.degraded(
                    "schema", TEXT_SCHEMA, "The content is text; its schema is not generated", site.pointer
                )
            return _TEXT
        case MediaKind.MULTIPART:
            walk.note_multipart(site)
            return walk.type_of(site)
        case MediaKind.JSON_LINES:
            found = AnyType() if schema is None else walk.type_of(site)
            # A `schema` describes all of the content (OpenAPI 3.2, section 4.14.4.1), but many describe an item there.
            return found.item if isinstance(found, ListType) and not site.pointer.endswith("/itemSchema") else found
        case MediaKind.JSON | MediaKind.FORM | MediaKind.SSE:
            return AnyType() if schema is None else walk.type_of(site)


def _is_event(walk: Walk, found: Type) -> bool:
    """Whether the schema of a server-sent event describes the event (`data` and its companions) or its data alone."""
    if not isinstance(found, RefType):
        return False
    definition = walk.definitions.get(found.id)
    if isinstance(definition, ObjectDef):
        names = {one.name for one in definition.properties}
        return "data" in names and names <= {"data", "event", "id", "retry"}
    if isinstance(definition, UnionDef):
        return all(_is_event(walk, member) for member in definition.members)
    return False


def encodings(walk: Walk, at: str, entry: Node) -> tuple[PartEncoding, ...]:
    """How the parts of a form are written, as far as a media type says it."""
    found: list[PartEncoding] = []
    for name, value in mapping(entry.get("encoding")).items():
        node = mapping(value)
        content_type, explode = text(node.get("contentType")), node.get("explode")
        style = _STYLES.get(text(node.get("style")) or "", Style.FORM)
        found.append(
            PartEncoding(
                name,
                content_type=content_type,
                style=style,
                explode=explode if isinstance(explode, bool) else style is Style.FORM,
                allow_reserved=node.get("allowReserved") is True,
                is_json=content_type is not None and kind_of(content_type) is MediaKind.JSON,
            )
        )
        if node.get("headers"):
            walk.report.degraded(
                "keyword", PART_HEADERS, "The headers of a part are not sent", join(at, "encoding", name, "headers")
            )
    return tuple(found)
