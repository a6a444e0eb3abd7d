"""Defaults that do not fit their type are dropped with a warning: a client cannot say what they would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from sdkwright.ir.service import Parameter
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    Default,
    EnumDef,
    FileType,
    Json,
    ListType,
    MapType,
    ObjectDef,
    RefType,
    Scalar,
    ScalarType,
    Type,
    TypeDef,
    TypeId,
    UnionDef,
)
from sdkwright.normalise.nodes import shown
from sdkwright.normalise.report import Report

_DEEPEST = 16
_MOST_STEPS = 20_000
"""A default that takes more comparisons than this is not used: unions of unions may ask for any number of them."""


class Defaults:
    """Checks defaults against finished definitions."""

    def __init__(self, definitions: Mapping[TypeId, TypeDef], report: Report) -> None:
        self._definitions = definitions
        self._report = report
        self._steps = 0

    def definition(self, definition: TypeDef) -> TypeDef:
        """The definition without the defaults of properties that do not fit."""
        if not isinstance(definition, ObjectDef):
            return definition
        bad = {one.id for one in definition.properties if not self._good(one.id, one.default, one.type)}
        if not bad:
            return definition
        return replace(
            definition,
            properties=tuple(replace(one, default=None) if one.id in bad else one for one in definition.properties),
        )

    def parameter(self, one: Parameter) -> Parameter:
        """The parameter without a default that does not fit."""
        return one if self._good(one.id, one.default, one.type) else replace(one, default=None)

    def _good(self, at: str, default: Default | None, kind: Type) -> bool:
        self._steps = 0
        if default is None or self._fits(default.value, kind, 0):
            return True
        self._report.degraded(
            "keyword",
            "default-type",
            f"the default {shown(default.value)} is no value of its type; it is not used",
            "correct the default or the type",
            f"{at}/default",
        )
        return False

    def _fits(self, value: Json, kind: Type, depth: int) -> bool:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            return False
        if value is None:
            return kind.nullable or isinstance(kind, AnyType) or kind == ScalarType(Scalar.NULL)
        match kind:
            case AnyType():
                return True
            case ScalarType():
                return _scalar(value, kind)
            case ConstType():
                return value == kind.value and isinstance(value, bool) == isinstance(kind.value, bool)
            case ListType():
                return isinstance(value, list) and all(self._fits(item, kind.item, depth + 1) for item in value)
            case MapType():
                return isinstance(value, dict) and all(
                    self._fits(item, kind.value, depth + 1) for item in value.values()
                )
            case FileType():
                return False
            case RefType():
                return depth > _DEEPEST or self._fits_definition(value, self._definitions.get(kind.id), depth + 1)

    def _fits_definition(self, value: Json, definition: TypeDef | None, depth: int) -> bool:
        match definition:
            case None:
                return False
            case EnumDef():
                return any(member.value == value and type(member.value) is type(value) for member in definition.members)
            case UnionDef():
                return any(self._fits(value, member, depth) for member in definition.members)
            case ObjectDef():
                if not isinstance(value, dict):
                    return False
                known = {one.name: one for one in definition.properties}
                return all(
                    name in value for name, one in known.items() if one.required and one.default is None
                ) and all(self._fits(item, known[name].type, depth) for name, item in value.items() if name in known)


def _scalar(value: Json, kind: ScalarType) -> bool:
    match kind.scalar:
        case Scalar.STRING:
            return isinstance(value, str)
        case Scalar.BOOLEAN:
            return isinstance(value, bool)
        case Scalar.INTEGER | Scalar.BIGINT:
            return not isinstance(value, bool) and (
                isinstance(value, int) or (isinstance(value, float) and value.is_integer())
            )
        case Scalar.NUMBER | Scalar.DECIMAL:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Scalar.NULL:
            return value is None
        case Scalar.DATETIME:
            return isinstance(value, str) and (kind.or_string or _parses(datetime.fromisoformat, value))
        case Scalar.DATE:
            return isinstance(value, str) and (kind.or_string or _parses(date.fromisoformat, value))
        case Scalar.BINARY | Scalar.BASE64:
            return False
        case Scalar.DECIMAL_STRING:
            return isinstance(value, str) and _parses(Decimal, value)
        case Scalar.BIGINT_STRING:
            return isinstance(value, str) and value.removeprefix("-").isdecimal() and value.isascii()


def _parses(parse: object, value: str) -> bool:
    if not callable(parse):
        return False
    try:
        parse(value)
    except (ValueError, InvalidOperation):
        return False
    return True
