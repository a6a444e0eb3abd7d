"""How the body of a request is written: one media type or the choice of several, whole or from flattened fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sdkwright.ir.arguments import ArgumentSpec, Role, primary
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Body, Content, MediaKind, Operation, PartEncoding, Style
from sdkwright.ir.types import RefType, ScalarType, Type
from sdkwright.options.model import Brackets
from sdkwright.plan.context import Context
from sdkwright.plan.planner import Planner
from sdkwright.plan.python.annotations import takes_null
from sdkwright.plan.python.layout import Doc, Group, call, keyword, tuple_of, unless_empty
from sdkwright.text.escape import string_literal

CONTENT_TYPE = "content_type"
"""The argument that says which of several media types is sent."""
_NAMES: Final[Mapping[MediaKind, tuple[str, str]]] = {
    MediaKind.JSON: ("JsonBody", "application/json"),
    MediaKind.FORM: ("FormBody", "application/x-www-form-urlencoded"),
    MediaKind.MULTIPART: ("MultipartBody", "multipart/form-data"),
    MediaKind.JSON_LINES: ("LinesBody", "application/x-ndjson"),
    MediaKind.TEXT: ("TextBody", "text/plain"),
    MediaKind.BINARY: ("BinaryBody", "application/octet-stream"),
    MediaKind.SSE: ("BinaryBody", "application/octet-stream"),
}
"""The row of each kind, and the media type that it has if nothing else is said."""
_FIELDS: Final = (MediaKind.JSON, MediaKind.FORM, MediaKind.MULTIPART)
"""The kinds that are made of the properties of an object."""


def body_expression(planner: Planner, operation: Operation, body: Body, specs: Sequence[ArgumentSpec]) -> Group:
    """One body, or the choice of several: what is sent if nothing decides stands first."""
    fields = [s for s in specs if s.role is Role.FIELD]
    whole = next((s for s in specs if s.role in (Role.BODY, Role.REQUEST)), None)
    argument = None if whole is None else planner.argument(operation, whole.key)
    first = primary(body)
    contents = _together([first, *(one for one in body.contents if one is not first)])
    flattened = tuple_of(_field(planner, operation, first, spec) for spec in fields)
    several = len(body.contents) > 1
    given = None if several else unless_empty("fields", flattened)
    made = [_one_body(planner, body, content, others, argument, given) for content, *others in contents]
    if not several:
        return made[0]
    named = content_type_argument(planner.context, operation, specs)
    return call(
        planner.op("BodyChoice"),
        tuple_of(made),
        None if named is None else keyword("content_type", string_literal(named)),
        unless_empty("fields", flattened),
    )


def content_type_argument(context: Context, operation: Operation, specs: Sequence[ArgumentSpec]) -> str | None:
    """The argument that chooses between several media types; None where there is one, or where its name is taken."""
    if operation.body is None or len(operation.body.contents) < 2:
        return None
    names = {context.names.arguments[operation.id, spec.key] for spec in specs}
    names |= {former.old for former in context.names.old.arguments.get(operation.id, ())}
    return None if CONTENT_TYPE in names else CONTENT_TYPE


def _together(contents: Sequence[Content]) -> list[list[Content]]:
    """The contents, those that are the same JSON under several media types together."""
    found: list[list[Content]] = []
    for content in contents:
        json = [one for one in found if one[0].kind is content.kind is MediaKind.JSON]
        same = next((one for one in json if one[0].type == content.type), None)
        if same is None:
            found.append([content])
        else:
            same.append(content)
    return found


def body_type(content: Content) -> Type:
    """The type of the value that a body of this kind is made from; of JSON lines, that of an item."""
    match content.kind:
        case MediaKind.JSON | MediaKind.FORM | MediaKind.MULTIPART | MediaKind.JSON_LINES:
            return content.type
        case MediaKind.TEXT:
            return ScalarType(Scalar.STRING)
        case MediaKind.BINARY | MediaKind.SSE:
            return ScalarType(Scalar.BINARY)


def _one_body(
    planner: Planner, body: Body, content: Content, others: Sequence[Content], argument: str | None, fields: Doc | None
) -> Group:
    """The body of one media type, or of several that carry the same JSON."""
    name, default = _NAMES[content.kind]
    required = "required=True" if body.required else None
    shown = string_literal(argument or "")
    if content.kind not in _FIELDS:
        is_sequence = content.kind is MediaKind.JSON_LINES
        return call(
            planner.op(name),
            planner.thunk(content.type) if is_sequence else None,
            shown,
            _media_type(content, default),
            required,
            "data_only=True" if is_sequence and content.data_only else None,
            None if content.item_type is None else keyword("item_type", string_literal(content.item_type)),
        )
    null = content.kind is MediaKind.JSON and argument is not None and takes_null(content.type, planner.context)
    other_types = tuple_of(string_literal(one.media_type) for one in others)
    is_empty = content.kind is MediaKind.FORM and planner.context.config.brackets is Brackets.EMPTY
    has_brackets = content.kind is MediaKind.MULTIPART and planner.context.config.multipart_brackets
    encodings = tuple_of(_part(planner, e) for e in content.encodings)
    return call(
        planner.op(name),
        planner.thunk(content.type),
        None if argument is None else keyword("argument", shown),
        fields,
        _media_type(content, default),
        required,
        "nullable=True" if null else None,
        unless_empty("other_types", other_types),
        None if content.kind is MediaKind.JSON else unless_empty("encodings", encodings),
        "empty_brackets=True" if is_empty else None,
        "brackets=True" if has_brackets else None,
    )


def _media_type(content: Content, default: str) -> str | None:
    """Left out where it is the runtime's default."""
    return None if content.media_type == default else f"media_type={string_literal(content.media_type)}"


def _field(planner: Planner, operation: Operation, content: Content, spec: ArgumentSpec) -> Group:
    """One flattened property."""
    assert spec.property is not None
    owner = content.type
    assert isinstance(owner, RefType)
    # Those that have the property of a relative may each have their own name for it; the wire name is everyone's.
    name = spec.property.name if spec.relatives else planner.context.names.fields[owner.id, spec.property.name]
    types = [one.type for one in spec.relatives or (spec.property,)]
    return call(
        planner.op("Field"),
        string_literal(planner.argument(operation, spec.key)),
        string_literal(name),
        "nullable=True" if any(takes_null(type, planner.context) for type in types) else None,
    )


def _part(planner: Planner, encoding: PartEncoding) -> Group:
    """How one property of a form is written."""
    return call(
        planner.op("PartEncoding"),
        string_literal(encoding.property_name),
        None if encoding.content_type is None else f"content_type={string_literal(encoding.content_type)}",
        None if encoding.style is Style.FORM else f"style={string_literal(encoding.style)}",
        None if encoding.explode else "explode=False",
        "allow_reserved=True" if encoding.allow_reserved else None,
    )
