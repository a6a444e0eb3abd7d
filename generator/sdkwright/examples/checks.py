"""Whether an example of the document fits its type: such an example is shown in a call, another one is not.

Checked are types, members of enums and unions, required properties, lengths and ranges.  A `pattern` is never run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TypeGuard, assert_never

from sdkwright.ir.service import Api
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    FileType,
    Json,
    ListType,
    Location,
    MapType,
    ObjectDef,
    RefType,
    Scalar,
    ScalarType,
    Type,
    UnionDef,
)

_BREAK = re.compile(r"[\r\n\0]")
MAX_DEPTH = 32
"""An example nested deeper than this is not used."""
MAX_STEPS = 20_000
"""An example that takes more comparisons than this is not used: unions of unions may ask for any number of them."""


def fits(api: Api, shape: Type, value: Json, constraints: Mapping[str, Json] | None = None) -> bool:
    """Whether `value` may be sent where `type` is asked for."""
    return _Check(api).fits(shape, value, constraints or {}, 0)


def sendable(location: Location, examples: Iterable[Json]) -> tuple[Json, ...]:
    """The examples that the client takes for a parameter in this place: paths hold no empty text, headers no line
    breaks, and no white space around a text, which is dropped."""
    match location:
        case Location.PATH:
            return tuple(example for example in examples if example not in ("", [], {}))
        case Location.HEADER:
            stripped = (example.strip() if isinstance(example, str) else example for example in examples)
            return tuple(example for example in stripped if not any(map(_BREAK.search, _texts(example))))
        case Location.COOKIE | Location.QUERY:
            return tuple(examples)
        case _:
            assert_never(location)


def _texts(value: Json) -> Iterator[str]:
    """All text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (item for item in value if isinstance(item, str))
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for text in pair if isinstance(text, str))


class _Check:
    """One example against one type."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._steps = 0

    def fits(self, shape: Type, value: Json, constraints: Mapping[str, Json], depth: int) -> bool:
        """The same, `depth` levels into the example."""
        self._steps += 1
        if depth > MAX_DEPTH or self._steps > MAX_STEPS:
            return False
        if value is None:
            return shape.nullable or isinstance(shape, AnyType) or shape == ScalarType(Scalar.NULL)
        match shape:
            case AnyType():
                return True
            case FileType():
                return False
            case ConstType():
                return _same(shape.value, value)
            case ScalarType():
                return _scalar_fits(shape, value) and _within(value, constraints)
            case ListType():
                return isinstance(value, list) and all(self.fits(shape.item, item, {}, depth + 1) for item in value)
            case MapType():
                return isinstance(value, dict) and all(self.fits(shape.value, v, {}, depth + 1) for v in value.values())
            case RefType():
                return self._definition_fits(shape, value, depth)
            case _:
                assert_never(shape)

    def _definition_fits(self, shape: RefType, value: Json, depth: int) -> bool:
        """The same for an object, enum or union."""
        definition = self._api.types[shape.id]
        match definition:
            case EnumDef():
                return any(_same(member.value, value) for member in definition.members)
            case UnionDef():
                return any(self.fits(member, value, {}, depth + 1) for member in definition.members)
            case ObjectDef():
                return isinstance(value, dict) and self._object_fits(definition, value, depth)
            case _:
                assert_never(definition)

    def _object_fits(self, definition: ObjectDef, value: dict[str, Json], depth: int) -> bool:
        """Whether what is required is there, and everything that is there fits."""
        for prop in definition.properties:
            if prop.name not in value:
                if prop.required and prop.default is None and not (prop.read_only or prop.write_only):
                    return False
            elif not self.fits(prop.type, value[prop.name], dict(prop.notes.constraints), depth + 1):
                return False
        return True


def _same(first: Json, second: Json) -> bool:
    """Equality of JSON: `1` is `1.0` but not `true`."""
    return first == second and isinstance(first, bool) == isinstance(second, bool)


def _scalar_fits(shape: ScalarType, value: Json) -> bool:
    """Whether a value that is not null is one of this scalar kind, as it is written in JSON."""
    if shape.or_string and isinstance(value, str):
        return True
    match shape.scalar:
        case Scalar.STRING | Scalar.BASE64 | Scalar.BINARY:
            return isinstance(value, str)
        case Scalar.INTEGER | Scalar.BIGINT:
            return is_number(value) and (isinstance(value, int) or float(value).is_integer())
        case Scalar.NUMBER | Scalar.DECIMAL:
            return is_number(value)
        case Scalar.BOOLEAN:
            return isinstance(value, bool)
        case Scalar.NULL:
            return False
        case Scalar.DATETIME:
            return isinstance(value, str) and is_datetime(value)
        case Scalar.DATE:
            return isinstance(value, str) and is_date(value)
        case Scalar.DECIMAL_STRING:
            return isinstance(value, str) and _is_decimal(value)
        case Scalar.BIGINT_STRING:
            return isinstance(value, str) and value.lstrip("-").isdecimal() and value.isascii()
        case _:
            assert_never(shape.scalar)


def is_number(value: Json) -> TypeGuard[int | float]:
    """A number of JSON; a boolean is none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_datetime(text: str) -> bool:
    """Whether the client can read `text` as a date-time."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_date(text: str) -> bool:
    """Whether the client can read `text` as a date."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_decimal(text: str) -> bool:
    """Whether `text` is a finite decimal number."""
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _within(value: Json, constraints: Mapping[str, Json]) -> bool:
    """Whether the lengths and ranges of the schema hold."""
    measured = value if is_number(value) else len(value) if isinstance(value, str | list | dict) else None
    if measured is None:
        return True
    low, high = _LIMITS["number" if is_number(value) else type(value).__name__]
    return all(_holds(measured, constraints.get(key), sign) for keys, sign in ((low, 1), (high, -1)) for key in keys)


_LIMITS = {
    "number": (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")),
    "str": (("minLength",), ("maxLength",)),
    "list": (("minItems",), ("maxItems",)),
    "dict": (("minProperties",), ("maxProperties",)),
}


def _holds(measured: float, limit: Json, sign: int) -> bool:
    """Whether `measured` is on the right side of `limit`; an excluded bound itself is let pass."""
    return not is_number(limit) or (measured - limit) * sign >= 0
