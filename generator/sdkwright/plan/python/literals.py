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
    ScalarType,
    Type,
    UnionDef,
)
from sdkwright.ir.values import same
from sdkwright.names import has_member_names
from sdkwright.plan.context import Context
from sdkwright.plan.python.layout import Doc, group, mapping
from sdkwright.plan.python.scalars import SPELLINGS, plain
from sdkwright.text.escape import literal, string_literal


def default_expression(type: Type, value: Json, context: Context, namespace: str = "") -> Doc | None:
    """The expression of `value` as a value of `type`; None when the type has no literal for it.

    `namespace` is what stands before the name of an enum class, such as `models.`."""
    if value is None:
        return "None" if type.nullable or isinstance(type, AnyType) else None
    match type:
        case ScalarType():
            return SPELLINGS[type.scalar].default(value)
        case ListType():
            return _list(type, value, context, namespace)
        case MapType():
            return _map(type, value, context, namespace)
        case RefType():
            return _of_class(type, value, context, namespace)
        case ConstType():
            return literal(type.value) if same(value, type.value) else None
        case AnyType():
            return plain(value)
        case FileType():
            return None
    assert_never(type)


def _list(type: ListType, value: Json, context: Context, namespace: str) -> Doc | None:
    if not isinstance(value, list):
        return None
    items = [default_expression(type.item, item, context, namespace) for item in value]
    known = tuple(item for item in items if item is not None)
    return group("[", known, "]") if len(known) == len(items) else None


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
    if not has_member_names(definition, context.config):
        return literal(member.value)
    name = context.names.members[definition.id, member.id]
    return f"{namespace}{context.names.classes[definition.id]}.{name}"
