"""Defaults of the document as Python expressions, where their type has a literal that both type checkers accept."""

from __future__ import annotations

from typing import assert_never

from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    EnumMember,
    FileType,
    Json,
    ListType,
    MapType,
    ObjectDef,
    RefType,
    Scalar,
    ScalarType,
    Type,
    UnionDef,
)
from sdkwright.ir.values import same
from sdkwright.names import has_member_names
from sdkwright.openapi.data import is_number
from sdkwright.plan.context import Context
from sdkwright.plan.python.layout import Doc, Group, data, mapping
from sdkwright.text.escape import UnsafeTextError, literal, string_literal

_INTEGERS = frozenset({Scalar.INTEGER, Scalar.BIGINT, Scalar.BIGINT_STRING})


def default_expression(type: Type, value: Json, context: Context, namespace: str = "") -> Doc | None:
    """The expression of `value` as a value of `type`; None when the type has no literal for it.

    `namespace` is what stands before the name of an enum class, such as `models.`."""
    if value is None:
        return "None" if type.nullable or isinstance(type, AnyType) else None
    match type:
        case ScalarType():
            return _scalar(type.scalar, value)
        case ListType():
            return _list(type, value, context, namespace)
        case MapType():
            return _map(type, value, context, namespace)
        case RefType():
            return _of_class(type, value, context, namespace)
        case ConstType():
            return literal(type.value) if same(value, type.value) else None
        case AnyType():
            return _any(value)
        case FileType():
            return None
    assert_never(type)


def _scalar(scalar: Scalar, value: Json) -> Doc | None:
    """Text, numbers and booleans of their own kind; dates and bytes have no literal."""
    if scalar is Scalar.STRING:
        return string_literal(value) if isinstance(value, str) else None
    if scalar is Scalar.BOOLEAN:
        return literal(value) if isinstance(value, bool) else None
    if not is_number(value):
        return None
    if scalar in _INTEGERS:
        return (
            literal(int(value))
            if value == value and value not in (float("inf"), float("-inf")) and value == int(value)
            else None
        )
    return _any(value) if scalar is Scalar.NUMBER else None


def _any(value: Json) -> Doc | None:
    """Plain data, unless it holds something without a literal (infinity, data nested too deeply)."""
    try:
        return data(value)
    except UnsafeTextError:
        return None


def _list(type: ListType, value: Json, context: Context, namespace: str) -> Doc | None:
    if not isinstance(value, list):
        return None
    items = [default_expression(type.item, item, context, namespace) for item in value]
    known = tuple(item for item in items if item is not None)
    return Group("[", known, "]") if len(known) == len(items) else None


def _map(type: MapType, value: Json, context: Context, namespace: str) -> Doc | None:
    if not isinstance(value, dict):
        return None
    pairs = [(string_literal(k), default_expression(type.value, v, context, namespace)) for k, v in value.items()]
    known = [(key, item) for key, item in pairs if item is not None]
    return mapping(known) if len(known) == len(pairs) else None


def _of_class(type: RefType, value: Json, context: Context, namespace: str) -> Doc | None:
    definition = context.definition(type.id)
    if isinstance(definition, EnumDef):
        member = next((m for m in definition.members if same(value, m.value)), None)
        return None if member is None else enum_value(definition, member, context, namespace)
    if isinstance(definition, UnionDef):
        found = (
            default_expression(m, value, context, namespace) for m in definition.members if not _is_class(m, context)
        )
        return next((doc for doc in found if doc is not None), None)
    assert isinstance(definition, ObjectDef)
    return None


def _is_class(type: Type, context: Context) -> bool:
    """Nested unions are not searched: a ring of unions would never end."""
    return isinstance(type, RefType) and not isinstance(context.definition(type.id), EnumDef)


def enum_value(definition: EnumDef, member: EnumMember, context: Context, namespace: str = "") -> Doc:
    """One value of an enum: a literal, or the member of its class."""
    if is_alias(definition, context):
        return literal(member.value)
    name = context.names.members[definition.id, member.id]
    return f"{namespace}{context.names.classes[definition.id]}.{name}"


def is_alias(definition: EnumDef, context: Context) -> bool:
    """Whether the enum is an alias: the options say so, or its values are neither all text nor all whole."""
    return not has_member_names(definition, context.config)
