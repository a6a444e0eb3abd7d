"""From JSON values to what a caller of the generated method passes, as the generator's own plan names and types it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Self, assert_never, cast

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Api, Content, MediaKind
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    FileType,
    ListType,
    MapType,
    ObjectDef,
    RefType,
    ScalarType,
    Type,
    UnionDef,
)
from sdkwright.names import Names

from .data import Json, Object, is_list, is_object

FILE_NAME = "file.txt"


@dataclass(frozen=True)
class Converter:
    """Writes JSON values as Python arguments: models as dictionaries with the Python names of their fields.

    A value that does not fit its type is passed as it is, so that the client says what is wrong with it.
    """

    api: Api
    names: Names
    in_json: bool = False
    """Whether files are bytes, which stand in JSON as base64 text."""

    def of_body(self, kind: MediaKind | None) -> Self:
        """The converter for what stands in a body of a kind."""
        return replace(self, in_json=kind in (MediaKind.JSON, MediaKind.JSON_LINES))

    def body(self, value: Json, content: Content) -> object:
        """The argument for a whole body."""
        if content.kind is MediaKind.JSON_LINES and is_list(value):
            return [self.value(each, content.type) for each in value]
        return self.value(value, content.type)

    def value(self, value: Json, type: Type) -> object:
        """The argument for a JSON value."""
        if value is None:
            return None
        match type:
            case ScalarType():
                return _scalar(value, type)
            case ListType():
                return [self.value(each, type.item) for each in value] if is_list(value) else value
            case MapType():
                return self._mapping(value, type.value)
            case RefType():
                return self._defined(value, type)
            case FileType():
                return self._file(value)
            case ConstType() | AnyType():
                return value
            case _:
                assert_never(type)

    def _file(self, value: Json) -> object:
        if not isinstance(value, str):
            return value
        return _bytes(value) if self.in_json else {"content": value.encode(), "file_name": FILE_NAME}

    def _mapping(self, value: Json, type: Type) -> object:
        if not is_object(value):
            return value
        return {key: self.value(each, type) for key, each in value.items()}

    def _defined(self, value: Json, type: RefType) -> object:
        definition = self.api.types[type.id]
        match definition:
            case EnumDef():
                return value
            case UnionDef():
                member = self.member(value, definition)
                return value if member is None else self.value(value, member)
            case ObjectDef():
                if definition.is_file:
                    return self._file(value)
                member = self.relative(value, definition)
                if member is not None:
                    return self.value(value, member)
                return self._object(value, definition) if is_object(value) else value
            case _:
                assert_never(definition)

    def relative(self, value: Json, parent: ObjectDef) -> RefType | None:
        """What is made of a class and whose tag a value has."""
        family = parent.family
        if family is None or not is_object(value):
            return None
        position = dict(family.discriminator.mapping).get(str(value.get(family.discriminator.property_name)))
        return None if position is None or position == len(family.members) else family.members[position]

    def _object(self, value: Object, definition: ObjectDef) -> dict[str, object]:
        properties = {each.name: each for each in definition.properties}
        made: dict[str, object] = {}
        for name, each in value.items():
            if name in properties:
                made[self.names.fields[definition.id, name]] = self.value(each, properties[name].type)
            else:
                made[name] = each if definition.additional is None else self.value(each, definition.additional)
        return made

    def member(self, value: Json, union: UnionDef) -> Type | None:
        """The member that a value is written as: by its tag, else the one that it fits with the most known fields."""
        discriminator = union.discriminator
        if discriminator is not None and is_object(value):
            tag = value.get(discriminator.property_name)
            position = dict(discriminator.mapping).get(str(tag))
            if position is not None:
                return union.members[position]
        scores = [(self._score(value, member, ()), member) for member in union.members]
        best = max((score for score, _ in scores if score is not None), default=None)
        return None if best is None else next(member for score, member in scores if score == best)

    def _score(self, value: Json, type: Type, seen: tuple[str, ...]) -> int | None:
        """How well a value fits a type: how many known fields it has; None if it does not fit."""
        if value is None:
            return 0 if type.nullable or isinstance(type, AnyType) or type == ScalarType(Scalar.NULL) else None
        match type:
            case ScalarType():
                return 0 if _is_scalar(value, type) else None
            case ConstType():
                return 0 if value == type.value else None
            case AnyType() | FileType():
                return 0
            case ListType():
                return self._sum([(each, type.item) for each in value], seen) if is_list(value) else None
            case MapType():
                values = value.values() if is_object(value) else None
                return None if values is None else self._sum([(each, type.value) for each in values], seen)
            case RefType():
                return self._defined_score(value, type, seen)
            case _:
                assert_never(type)

    def _sum(self, pairs: list[tuple[Json, Type]], seen: tuple[str, ...]) -> int | None:
        scores = [self._score(value, type, seen) for value, type in pairs]
        return None if None in scores else sum(cast("list[int]", scores))

    def _defined_score(self, value: Json, type: RefType, seen: tuple[str, ...]) -> int | None:
        definition = self.api.types[type.id]
        match definition:
            case EnumDef():
                return 0 if any(member.value == value for member in definition.members) else None
            case UnionDef():
                if type.id in seen:
                    return None
                scores = [self._score(value, member, (*seen, type.id)) for member in definition.members]
                return max((score for score in scores if score is not None), default=None)
            case ObjectDef():
                member = self.relative(value, definition)
                if member is not None:
                    return self._score(value, member, seen)
                return self._object_score(value, definition) if is_object(value) else None
            case _:
                assert_never(definition)

    def _object_score(self, value: Object, definition: ObjectDef) -> int | None:
        total = 0
        properties = {each.name: each for each in definition.properties}
        for name, each in value.items():
            type = properties[name].type if name in properties else definition.additional
            score = None if type is None else self._score(each, type, ())
            if score is None:
                return None
            total += score + (1 if name in properties else 0)
        missing = [p for p in definition.properties if p.required and not p.read_only and p.name not in value]
        return None if missing else total


def _scalar(value: Json, type: ScalarType) -> object:
    """A scalar as the generated annotation has it; the value itself where it is none of its kind."""
    try:
        match type.scalar:
            case Scalar.DATETIME:
                moment = value[10:11] in ("T", "t") and not type.or_string
                return datetime.fromisoformat(value.upper()) if moment else value
            case Scalar.DATE:
                return date.fromisoformat(value) if len(value) == 10 and not type.or_string else value
            case Scalar.BINARY:
                return value.encode()
            case Scalar.BASE64:
                return _bytes(value)
            case Scalar.DECIMAL | Scalar.DECIMAL_STRING:
                return Decimal(str(value))
            case Scalar.BIGINT_STRING:
                return int(value)
            case Scalar.STRING | Scalar.INTEGER | Scalar.NUMBER | Scalar.BOOLEAN | Scalar.NULL | Scalar.BIGINT:
                return value
            case _:
                assert_never(type.scalar)
    except (TypeError, ValueError, AttributeError, InvalidOperation, binascii.Error):
        return value


_KINDS: Mapping[Scalar, tuple[type, ...]] = {
    Scalar.INTEGER: (int,),
    Scalar.NUMBER: (int, float),
    Scalar.BOOLEAN: (bool,),
    Scalar.DECIMAL: (int, float),
    Scalar.BIGINT: (int,),
}


def _is_scalar(value: Json, type: ScalarType) -> bool:
    kinds = _KINDS.get(type.scalar, (str,))
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        return False
    converts = type.scalar in (Scalar.DATETIME, Scalar.DATE, Scalar.BASE64, Scalar.DECIMAL_STRING, Scalar.BIGINT_STRING)
    return not converts or type.or_string or not isinstance(_scalar(value, type), str)


def _bytes(value: str) -> bytes:
    return base64.b64decode(value, validate=True)
