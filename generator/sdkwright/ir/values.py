"""Whether a value is allowed by a type, and if not, why: asked of defaults, of examples, and of tags.

Looked at are types, members of enums and choices, required properties, and the limits of lengths and ranges.  A
`pattern` is never run, for it may run without end.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias, assert_never

from sdkwright.ir.scalars import ROWS
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    FileType,
    Json,
    ListType,
    MapType,
    ObjectDef,
    Property,
    RefType,
    ScalarType,
    Type,
    TypeDef,
    TypeId,
    UnionDef,
)
from sdkwright.openapi.data import is_number, kind_of
from sdkwright.openapi.pointer import join
from sdkwright.problems import shown

Types: TypeAlias = Mapping[TypeId, TypeDef]
Limits: TypeAlias = Mapping[str, Json]
"""Keywords of a schema and their values, as `Notes.constraints` has them."""

_Way: TypeAlias = "tuple[_Way, str | int] | tuple[()]"
"""The way to a part of a value: that to what holds it, and its key there; a pointer is made of few of them."""

NO_LIMITS: Final[Limits] = {}
MAX_DEPTH: Final = 32
"""A value nested deeper than this is not looked at."""
MAX_STEPS: Final = 20_000
"""Nor is one that takes more comparisons: unions of unions may ask for any number of them."""


def fits(types: Types, kind: Type, value: Json, limits: Limits | None = NO_LIMITS) -> bool:
    """Whether a value is one of `kind` within the limits that stand beside it.

    `limits` of None leaves all limits aside, those further down too: they are the server's to check.
    """
    return misfit(types, kind, value, limits) is None


def misfit(types: Types, kind: Type, value: Json, limits: Limits | None = NO_LIMITS) -> str | None:
    """Why a value is none of `kind`, as the end of a sentence (`it is text and not a date`); None if it is one."""
    if isinstance(kind, ScalarType) and ROWS[kind.scalar].is_value(value):
        return _outside(value, limits, ()) if limits else None  # as nearly all examples are
    check = _Check(types, limited=limits is not None)
    found = check.type(kind, value, limits or NO_LIMITS, ())
    return "it takes too long to compare with the type" if check.is_spent else found


def same(first: Json, second: Json) -> bool:
    """Equality of JSON scalars: `1` is `1.0` but not `true`."""
    return first == second and isinstance(first, bool) == isinstance(second, bool)


class _Check:
    """One value against one type.  `at` is the way to the part of the value that is looked at."""

    def __init__(self, types: Types, *, limited: bool) -> None:
        self._types = types
        self._limited = limited
        self._steps = 0
        self._depth = 0

    @property
    def is_spent(self) -> bool:
        """Whether the comparisons were too many."""
        return self._steps > MAX_STEPS

    def type(self, kind: Type, value: Json, limits: Limits, at: _Way) -> str | None:
        """Why not, None if it fits."""
        self._steps += 1
        if self.is_spent or self._depth > MAX_DEPTH:
            return _says(at, "is nested too deeply")
        self._depth += 1
        found = self._inner(kind, value, at)
        if limits and found is None and self._limited:
            found = _outside(value, limits, at)
        self._depth -= 1
        return found

    def _inner(self, kind: Type, value: Json, at: _Way) -> str | None:
        if value is None and kind.nullable:
            return None
        match kind:
            case ScalarType():
                row = ROWS[kind.scalar]
                fitting = row.is_value(value) or (kind.or_string and isinstance(value, str))
                return None if fitting else _is_not(at, value, row.noun)
            case RefType():
                return self._definition(self._types[kind.id], value, at)
            case AnyType():
                return None
            case ConstType():
                return None if same(kind.value, value) else _says(at, "is not the one value that is allowed")
            case FileType():
                return _says(at, "stands for a file, which has no form in JSON")
            case ListType():
                return self._list(kind, value, at)
            case MapType():
                return self._map(kind, value, at)
        assert_never(kind)

    def _list(self, kind: ListType, value: Json, at: _Way) -> str | None:
        if not isinstance(value, list):
            return _is_not(at, value, "a list")
        found = (self.type(kind.item, item, NO_LIMITS, (at, number)) for number, item in enumerate(value))
        return next((reason for reason in found if reason), None)

    def _map(self, kind: MapType, value: Json, at: _Way) -> str | None:
        if not isinstance(value, dict):
            return _is_not(at, value, "a mapping")
        found = (self.type(kind.value, item, NO_LIMITS, (at, key)) for key, item in value.items())
        return next((reason for reason in found if reason), None)

    def _definition(self, definition: TypeDef, value: Json, at: _Way) -> str | None:
        found = self._defined(definition, value, at)
        limits = definition.notes.constraints if self._limited else ()
        return found or (_outside(value, dict(limits), at) if limits else None)

    def _defined(self, definition: TypeDef, value: Json, at: _Way) -> str | None:
        match definition:
            case EnumDef():
                known = any(member.value == value and same(member.value, value) for member in definition.members)
                return None if known else _says(at, "is none of the values of the enum")
            case UnionDef():
                known = any(self.type(member, value, NO_LIMITS, at) is None for member in definition.members)
                return None if known else _says(at, "is no member of the union")
            case ObjectDef():
                return self._object(definition, value, at)
        assert_never(definition)

    def _object(self, definition: ObjectDef, value: Json, at: _Way) -> str | None:
        """What is required must be there; what only one side writes may be missing: the value may be the other's."""
        if not isinstance(value, dict):
            return _is_not(at, value, "a mapping")
        is_shallow = self._depth <= MAX_DEPTH
        known: dict[str, Property] = {}
        for one in definition.properties:
            known[one.name] = one
            if one.required and one.name not in value:
                may_miss = one.default is not None or one.read_only or one.write_only
                if not may_miss:
                    return _says((at, one.name), "is missing")
        for name, item in value.items():
            prop = known.get(name)
            kind = definition.additional if prop is None else prop.type
            if kind is None:
                continue
            limits = dict(prop.notes.constraints) if prop is not None and prop.notes.constraints else NO_LIMITS
            if is_shallow and isinstance(kind, ScalarType) and ROWS[kind.scalar].is_value(item):  # as nearly all are
                self._steps += 1
                found = _outside(item, limits, (at, name)) if limits and self._limited else None
            else:
                found = self.type(kind, item, limits, (at, name))
            if found:
                return found
        return None


_RANGES: Final = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
_SIZED: Final = (str, list, dict)
_LENGTHS: Final[Mapping[type, tuple[str, str]]] = {
    str: ("minLength", "maxLength"),
    list: ("minItems", "maxItems"),
    dict: ("minProperties", "maxProperties"),
}


def _outside(value: Json, limits: Limits, at: _Way) -> str | None:
    """Which limit a value breaks (JSON Schema 2020-12, section 6); each is one for a single kind of values."""
    keys: tuple[str, ...]
    if is_number(value):
        keys, measured = _RANGES, value
    elif isinstance(value, _SIZED):
        keys, measured = _LENGTHS[type(value)], len(value)
    else:
        return None
    for key in keys:
        if key in limits and not _holds(key, measured, limits[key]):
            return _says(at, f"breaks `{key}`")
    return None


def _holds(keyword: str, measured: float, limit: Json) -> bool:
    """Whether `measured` is on the right side of a limit; what is no number limits nothing."""
    if not is_number(limit):
        return True
    if keyword.startswith("exclusive"):
        return measured > limit if keyword == "exclusiveMinimum" else measured < limit
    return measured >= limit if keyword.startswith("min") else measured <= limit


def _is_not(at: _Way, value: Json, noun: str) -> str:
    """`it is text and not a list`; where the two words would be alike, the form is what is wrong."""
    given = "null" if value is None else kind_of(value)
    return _says(at, f"is not {noun}" if given in noun else f"is {given} and not {noun}")


def _says(at: _Way, text: str) -> str:
    return f"what stands at {shown(_pointer(at), 100)} {text}" if at else f"it {text}"


def _pointer(way: _Way) -> str:
    return join(_pointer(way[0]), way[1]) if way else ""
