"""Operations: found in document order, read in two passes (all requests, then all responses), as naming wants it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sdkwright.frozen import Frozen, field, replace
from sdkwright.ir.answers import VALUES, different_results, result_type
from sdkwright.ir.arguments import primary
from sdkwright.ir.service import Body, Content, Operation, Parameter, Response, Server, Webhook
from sdkwright.ir.types import (
    Json,
    Location,
    Notes,
    ObjectDef,
    OperationKey,
    Origin,
    Property,
    RefType,
    Root,
    TypeId,
    UnionDef,
)
from sdkwright.normalise.extensions import ErrorStatuses, Named
from sdkwright.normalise.nodes import Node, Part, Site, mapping, sequence, text
from sdkwright.normalise.operations.bodies import body
from sdkwright.normalise.operations.envelopes import envelope_fields, headed_fields, result_field
from sdkwright.normalise.operations.media import kind_of
from sdkwright.normalise.operations.paging import pagination
from sdkwright.normalise.operations.parameters import idempotency_header, parameters
from sdkwright.normalise.operations.responses import Shared, responses
from sdkwright.normalise.schemas import notes
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.normalise.security import requirements
from sdkwright.normalise.servers import servers
from sdkwright.openapi.pointer import join
from sdkwright.options.model import ResponseFormat
from sdkwright.text.casing import snake

METHODS: Final = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"})
BODY_NAME: Final = "RequestBody"
_NO_NAME: Final = re.compile(r".*[{}].*|v[0-9.]+|api|rest", re.IGNORECASE)
_NESTED: Final = re.compile(r"[^\W\d][\w-]*(?:\.[^\W\d][\w-]*)+")


class Found(Frozen):
    """One operation as it stands in the document."""

    key: OperationKey
    at: str
    """Where the operation really stands; another place than `key` says if the path item is a reference."""
    method: str
    path: str
    node: Node
    item_at: str
    item: Node


def find(walk: Walk, at: str, paths: Json) -> Iterator[Found]:
    """Every operation under `paths` or `webhooks`: path order, then the order of methods within the path item."""
    for path, entry in mapping(paths).items():
        if path.startswith("x-"):
            continue
        place = walk.references.node(at, entry, path)
        item = {**mapping(place.node), **{k: v for k, v in mapping(entry).items() if k != "$ref"}}
        for key, node in item.items():
            own_at = join(at, path, key) if key in mapping(entry) else f"{place.pointer}/{key}"
            if key in METHODS and isinstance(node, dict):
                yield Found(OperationKey(join(at, path, key)), own_at, key.upper(), path, node, place.pointer, item)
            elif key == "additionalOperations":
                for method, other in mapping(node).items():
                    inner = join(at, path, key, method)
                    if isinstance(other, dict):
                        yield Found(OperationKey(inner), inner, method, path, other, place.pointer, item)


def ignored(walk: Walk, found: Found) -> str | None:
    """The extension of the operation or its path item that leaves it out."""
    return walk.features.ignored(found.node) or walk.features.ignored(found.item)


def multipart_bodies(walk: Walk, found: Found) -> None:
    """Note which objects are multipart bodies, before any of them is built."""
    at = f"{found.at}/requestBody"
    place = walk.references.node(at, found.node.get("requestBody"))
    for media_type, entry in mapping(mapping(place.node).get("content")).items():
        if kind_of(media_type) == "multipart":
            schema_at = join(place.pointer, "content", media_type, "schema")
            schema = mapping(entry).get("schema")
            part = Part(schema_at, schema, Origin(Root.REQUEST_BODY))
            walk.note_multipart(Site(schema_at, (part,), part.origin))


class Context(Frozen):
    """What all operations share."""

    globals: tuple[Parameter, ...]
    schemes: frozenset[str]
    errors: ErrorStatuses
    media_examples: bool = False
    """Whether the example of a media type is that of the body, where its schema has none."""
    response_format: ResponseFormat = ResponseFormat.FLAT
    answer_headers: bool = False
    groups_by_path: bool = False
    parents: Mapping[str, str] = field(default_factory=dict[str, str])
    """Tag -> the tag that it belongs to (OpenAPI 3.2)."""
    shared: Shared = field(default_factory=dict[tuple[str, str, bool], Response])


def request_side(walk: Walk, found: Found, context: Context, index: int) -> Operation:
    """The operation with its parameters and body; its responses come later."""
    node, key = found.node, found.key
    walk.anchor = (2, index, 0)
    lists = [
        (f"{found.item_at}/parameters", found.item.get("parameters")),
        (f"{found.at}/parameters", node.get("parameters")),
    ]
    own = parameters(walk, key, found.path, lists, context.globals)
    walk.anchor = (2, index, 1)
    origin = Origin(Root.REQUEST_BODY, operation=key)
    content = body(walk, f"{found.at}/requestBody", node.get("requestBody"), origin)
    if content is not None and content.required and context.media_examples:
        content = replace(content, contents=tuple(_told_by_media_type(walk, one) for one in content.contents))
    walk.anchor = (2, index, 2)
    return Operation(
        id=key,
        operation_id=text(node.get("operationId")) or None,
        http_method=found.method,
        path=found.path,
        groups=_groups(walk, found, context),
        parameters=own,
        body=content,
        responses=(),
        notes=notes.of_node(walk.features, node),
        name_override=_name(walk, node),
        servers=_servers(walk, found),
        security=(
            requirements(walk, f"{found.at}/security", node["security"], context.schemes)
            if "security" in node
            else None
        ),
        retries=walk.features.retries(node, found.at),
        timeout_ms=walk.features.timeout(node, found.at),
        pagination=pagination(walk, node, found.at),
        usage=walk.features.usage(node),
        max_method_params=walk.features.max_method_params(node, found.at),
        request_type=request_class(walk, key, own, content),
        globals_type=globals_class(walk, key, own),
        idempotency_header=idempotency_header(own),
    )


def response_side(walk: Walk, found: Found, operation: Operation, context: Context, index: int) -> Operation:
    """The same operation with its responses."""
    walk.anchor = (3, index, 0)
    errors = (
        walk.features.errors(found.node, found.at) or walk.features.errors(found.item, found.item_at) or context.errors
    )
    at, bare = f"{found.at}/responses", operation.http_method == "HEAD"
    made = responses(walk, found.key, at, found.node.get("responses"), errors, context.shared, bare=bare)
    return replace(operation, responses=made, result_type=result_class(walk, operation, made, context))


def with_one_spelling(made: Iterable[Operation]) -> list[Operation]:
    """The operations with their groups spelt as the first one spells them: `Services` and `services.rules` have one
    parent, `apiKeys` and `api-keys` are one group."""
    spelt: dict[tuple[str, ...], str] = {}
    spellings: dict[tuple[str, ...], list[tuple[str, ...]]] = {}

    def same(path: tuple[str, ...]) -> tuple[str, ...]:
        keys = [snake(segment) or segment for segment in path]
        return tuple(spelt.setdefault(tuple(keys[: end + 1]), segment) for end, segment in enumerate(path))

    def place(path: tuple[str, ...]) -> int:
        known = spellings.setdefault(same(path), [])
        if path not in known:
            known.append(path)
        return known.index(path)

    return [
        replace(
            one, groups=tuple(dict.fromkeys(map(same, one.groups))), spelling=max(map(place, one.groups), default=0)
        )
        for one in made
    ]


def _groups(walk: Walk, found: Found, context: Context) -> tuple[tuple[str, ...], ...]:
    groups = walk.features.groups(found.node)
    if groups is not None:
        return groups
    tags = [tag for tag in sequence(found.node.get("tags")) if isinstance(tag, str) and tag]
    if not tags and context.groups_by_path:
        return (tuple(_first_word(found.path)),)
    return tuple(group_of(tag, context.parents) for tag in dict.fromkeys(tags)) or ((),)


def _first_word(path: str) -> list[str]:
    """The first segment of a path that names something: no parameter, no version, no `api`; none if there is none."""
    return [segment for segment in path.split("/") if segment and not _NO_NAME.fullmatch(segment)][:1]


def group_of(tag: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """The group of a tag within that of its parent (OpenAPI 3.2, section 4.24); a circle of parents is none."""
    way = [tag]
    while (above := parents.get(way[-1])) is not None:
        if above in way:
            return _path(tag)
        way.append(above)
    return tuple(segment for each in reversed(way) for segment in _path(each))


def _path(tag: str) -> tuple[str, ...]:
    """The group of a tag; dots between words nest as those of a group do, others (`v1.2`) are part of the name."""
    return tuple(tag.split(".")) if _NESTED.fullmatch(tag) else (tag,)


def _told_by_media_type(walk: Walk, content: Content) -> Content:
    """The example of a media type stands in for that of its schema, unless it has a name or is another schema's."""
    if content.told or content.named_examples:
        return content
    definition = walk.definitions.get(content.type.id) if isinstance(content.type, RefType) else None
    names = {one.name for one in definition.properties} if isinstance(definition, ObjectDef) else set[str]()
    told = (one for one in content.examples if not (isinstance(one, dict) and one and names and names.isdisjoint(one)))
    return replace(content, told=tuple(told))


def _name(walk: Walk, node: Node) -> str | None:
    own = walk.features.name_override(node, Named.OPERATION)
    operation_id = text(node.get("operationId"))
    if own is not None or operation_id is None:
        return own
    return next((one.name for one in reversed(walk.name_patterns) if one.matches(operation_id)), None)


def _servers(walk: Walk, found: Found) -> tuple[Server, ...]:
    own = servers(walk.features, walk.report, f"{found.at}/servers", found.node.get("servers"))
    return own or servers(walk.features, walk.report, f"{found.item_at}/servers", found.item.get("servers"))


def request_class(walk: Walk, key: OperationKey, own: tuple[Parameter, ...], content: Body | None) -> TypeId | None:
    """The class that gathers parameters and body, unless only globals are declared; of hidden ones it is empty."""
    is_empty = bool(own) and content is None and all(one.hidden for one in own)
    if all(one.is_global for one in own) and not is_empty:
        return None
    properties = _fields([one for one in own if not one.hidden])
    if content is not None:
        first = primary(content)
        name = first.component or BODY_NAME
        told = Notes(description=content.description, examples=first.told)
        properties.append(
            Property(content.id, name, first.type, content.required, told, name_override=content.name_override)
        )
    type_id = TypeId(f"{key}!request")
    walk.add(ObjectDef(type_id, Origin(Root.REQUEST, operation=key), tuple(properties)))
    return type_id


def globals_class(walk: Walk, key: OperationKey, own: tuple[Parameter, ...]) -> TypeId | None:
    """The class of the hidden globals of an operation, all of which the client may have been told."""
    hidden = [replace(one, required=False) for one in own if one.hidden]
    if not hidden and (not own or not all(one.is_global for one in own)):
        return None
    type_id = TypeId(f"{key}!globals")
    fields = _fields(hidden or [replace(one, required=False) for one in own])
    walk.add(ObjectDef(type_id, Origin(Root.GLOBALS, operation=key), tuple(fields)))
    return type_id


def result_class(walk: Walk, operation: Operation, made: tuple[Response, ...], context: Context) -> TypeId | None:
    """The class of the whole answer, `<Op>Response`: what holds a page, or the choice of several kinds of answers; the
    envelope, where the options want one or the answer has headers."""
    type_id = TypeId(f"{operation.id}!response")
    origin = Origin(Root.RESULT, operation=operation.id)
    successes = [response for response in made if not response.is_error]
    if context.response_format is not ResponseFormat.FLAT:
        fields = envelope_fields(walk, type_id, made, context.response_format)
        walk.add(ObjectDef(type_id, origin, fields, is_envelope=True))
        return type_id
    answers = different_results(successes)
    has_headers = context.answer_headers and any(response.headers for response in made)
    if operation.pagination is not None:
        if len(answers) != 1 or answers[0].kind not in VALUES:
            return None
        headed = headed_fields(type_id, successes, answers) if has_headers else (result_field(type_id, answers[0]),)
        walk.add(ObjectDef(type_id, origin, headed))
        return type_id
    if has_headers and len(answers) < 2:
        walk.add(ObjectDef(type_id, origin, headed_fields(type_id, successes, answers), is_envelope=True))
        return type_id
    if len(answers) > 1:
        walk.add(UnionDef(type_id, origin, tuple(map(result_type, answers))))
        return type_id
    return None


def _fields(parameters: Iterable[Parameter]) -> list[Property]:
    """One property each; of parameters that differ in their place alone, the later ones are called by it, too."""
    fields: dict[str, Property] = {}
    for one in parameters:
        field = _field(one)
        while field.name in fields:
            field = replace(field, name=f"{field.name}_{one.location}")
        fields[field.name] = field
    return list(fields.values())


def _field(one: Parameter) -> Property:
    notes_ = replace(one.notes, examples=one.told)
    default = None if one.location is Location.PATH else one.default  # it must be given all the same
    return Property(one.id, one.name, one.type, one.required, notes_, default, name_override=one.name_override)


def webhook(walk: Walk, found: Found, name: str, index: int, operation: OperationKey | None) -> Webhook:
    """A webhook or callback: what the service sends."""
    walk.anchor = (4, index, 0)
    origin = Origin(Root.WEBHOOK, component=name, operation=operation)
    content = body(walk, f"{found.at}/requestBody", found.node.get("requestBody"), origin)
    return Webhook(found.key, name, content, notes.of_node(walk.features, found.node))


def callbacks(walk: Walk, found: Found) -> Iterator[tuple[str, Found]]:
    """The callbacks of an operation (OpenAPI 3.1, section 4.8.18)."""
    at = f"{found.at}/callbacks"
    for name, entry in mapping(found.node.get("callbacks")).items():
        place = walk.references.node(at, entry, name)
        for inner in find(walk, place.pointer, place.node):
            yield name, inner
