"""How the body of a request is written: one media type or the choice of several, whole or from flattened fields."""

from __future__ import annotations

from collections.abc import Sequence

from sdkwright.ir.arguments import ArgumentSpec, Role
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Body, Content, MediaKind, Operation, PartEncoding, Style
from sdkwright.ir.types import AnyType, Property, RefType, ScalarType, Type
from sdkwright.plan.planner import Planner
from sdkwright.plan.python.annotations import is_nullable
from sdkwright.plan.python.layout import Group, call, keyword, tuple_of, unless_empty
from sdkwright.text.escape import string_literal


def body_expression(planner: Planner, operation: Operation, body: Body, specs: Sequence[ArgumentSpec]) -> Group:
    """One body, or the choice of several."""
    fields = [s for s in specs if s.role is Role.FIELD]
    whole = next((s for s in specs if s.role in (Role.BODY, Role.REQUEST)), None)
    argument = None if whole is None else planner.argument(operation, whole.key)
    contents = _flattened(body, fields) if fields or whole is None else body.contents
    made = [_one_body(planner, operation, body, content, argument, fields) for content in contents]
    return made[0] if len(made) == 1 else call(planner.op("BodyChoice"), tuple_of(made))


def _flattened(body: Body, fields: Sequence[ArgumentSpec]) -> tuple[Content, ...]:
    """The one content whose properties became arguments."""
    wanted = next((s.content for s in fields if s.content is not None), None)
    return (wanted or body.contents[0],)


def body_type(content: Content) -> Type:
    """The type of the value that a body of this kind is made from."""
    match content.kind:
        case MediaKind.JSON | MediaKind.FORM | MediaKind.MULTIPART:
            return content.type
        case MediaKind.TEXT:
            return ScalarType(Scalar.STRING)
        case MediaKind.BINARY | MediaKind.SSE | MediaKind.JSON_LINES:
            return ScalarType(Scalar.BINARY)


def _one_body(
    planner: Planner,
    operation: Operation,
    body: Body,
    content: Content,
    argument: str | None,
    fields: Sequence[ArgumentSpec],
) -> Group:
    """The body of one media type."""
    names = {MediaKind.JSON: "JsonBody", MediaKind.FORM: "FormBody", MediaKind.MULTIPART: "MultipartBody"}
    constructor = names.get(content.kind)
    required = "required=True" if body.required else None
    if constructor is None:
        kind, default = (
            ("TextBody", "text/plain") if content.kind is MediaKind.TEXT else ("BinaryBody", "application/octet-stream")
        )
        shown = string_literal(argument or "")
        return call(planner.op(kind), shown, _media_type(content, default), required)
    defaults = {
        "JsonBody": "application/json",
        "FormBody": "application/x-www-form-urlencoded",
        "MultipartBody": "multipart/form-data",
    }
    encodings = tuple_of(_part(planner, e) for e in content.encodings)
    flattened = tuple_of(_field(planner, operation, content, spec) for spec in fields)
    return call(
        planner.op(constructor),
        planner.thunk(content.type),
        None if argument is None else keyword("argument", string_literal(argument)),
        unless_empty("fields", flattened),
        _media_type(content, defaults[constructor]),
        required,
        None if constructor == "JsonBody" else unless_empty("encodings", encodings),
    )


def _media_type(content: Content, default: str) -> str | None:
    """Left out where it is the runtime's default."""
    return None if content.media_type == default else f"media_type={string_literal(content.media_type)}"


def _field(planner: Planner, operation: Operation, content: Content, spec: ArgumentSpec) -> Group:
    """One flattened property."""
    assert spec.property is not None
    owner = content.type
    assert isinstance(owner, RefType)
    name = planner.context.names.fields[owner.id, spec.property.name]
    return call(
        planner.op("Field"),
        string_literal(planner.argument(operation, spec.key)),
        string_literal(name),
        "nullable=True" if _takes_null(spec.property) else None,
    )


def _takes_null(property: Property) -> bool:
    """Whether `None` is sent as null: where the document says so, and where a required member may be anything."""
    return has_null(property.type) or (isinstance(property.type, AnyType) and property.required)


def has_null(type: Type) -> bool:
    """Whether null is a value of the type, or the only one."""
    return is_nullable(type) or (isinstance(type, ScalarType) and type.scalar is Scalar.NULL)


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
