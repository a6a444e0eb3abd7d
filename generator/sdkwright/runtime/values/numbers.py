"""Numbers that JSON and Python write differently: decimals digit for digit, integers as text, 1.0 and `true`.

The core writes a `Decimal` as text, or as a float.  Where a float or an integer says the same, that is what every dump
of pydantic gives, and text otherwise, which reads back exactly.  The body of a request has the number digit for digit:
`Marks` is the context with which `codec` serializes, and only what has it writes something that is put in order
afterwards.  Its random number is made for one body while it is written, so that no text can pass for a mark.
"""

from __future__ import annotations

import re
import secrets
from decimal import Decimal
from typing import Any, Final, cast

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticSerializationUnexpectedValue, core_schema

from .shown import NOT_SHOWN, shown_as

__all__ = ["BIGINT_STRING", "DECIMAL_NUMBER", "Marks", "integer", "literal"]

_MOST_DIGITS: Final = 300
"""Integers of more digits are text in a dump: readers of JSON bound their length."""


def integer(own: CoreSchema | None = None) -> CoreSchema:
    """Integers, of which 1.0 is one (JSON Schema, core, section 4.2.3); text and booleans are none."""
    plain: dict[str, Any] = {**cast("dict[str, Any]", own or core_schema.int_schema()), "strict": True}
    whole = [core_schema.float_schema(strict=True), cast(CoreSchema, {**plain, "strict": False})]
    return core_schema.union_schema(
        [cast(CoreSchema, plain), core_schema.chain_schema(whole, metadata=NOT_SHOWN), _BOOLEAN_KEPT],
        mode="left_to_right",
        custom_error_type="int_type",
    )


_BOOLEAN_KEPT: Final = core_schema.chain_schema(
    [core_schema.literal_schema([object()]), core_schema.bool_schema()], metadata=NOT_SHOWN
)
"""Reads nothing; but a boolean that was kept as it came is dumped as one, where the dump of integers makes it 1."""


def literal(expected: list[Any]) -> CoreSchema:
    """The listed values, of which 1 and `true` are different ones, as in JSON and not in Python."""
    of_type: dict[type[Any], list[Any]] = {}
    for value in expected:
        kind = type(cast(object, value))
        of_type.setdefault(kind, []).append(value)
    if not of_type.keys() & _ALIKE.keys():
        return core_schema.literal_schema(expected)
    choices: list[CoreSchema | tuple[CoreSchema, str]] = []
    for kind, values in of_type.items():
        listed = core_schema.literal_schema(values)
        choices.append(core_schema.chain_schema([_ALIKE[kind], listed]) if kind in _ALIKE else listed)
    return core_schema.union_schema(
        choices,
        mode="left_to_right",
        custom_error_type="literal_error",
        custom_error_context={"expected": " or ".join(map(repr, expected))},
        metadata=shown_as({"const": expected[0]} if len(expected) == 1 else {"enum": expected}),
    )


_ALIKE: Final[dict[type[Any], CoreSchema]] = {
    int: integer(),
    bool: core_schema.bool_schema(strict=True),
    float: core_schema.float_schema(strict=True),
}
"""The types whose values may be equal in Python, and what reads them."""


class Marks:
    """How the decimals of one body are marked; `restore` makes them numbers."""

    __slots__ = ("_nonce",)

    def __init__(self) -> None:
        self._nonce: str | None = None

    def mark(self, value: Decimal) -> str:
        """A text that `restore` turns into the number."""
        if self._nonce is None:
            self._nonce = secrets.token_hex(16)
        return f"{self._nonce}:{value}"

    def restore(self, body: bytes) -> bytes:
        """The body with every decimal as a JSON number, digit for digit."""
        if self._nonce is None:
            return body
        return re.sub(rb'"' + self._nonce.encode() + rb':([^"]*)"', rb"\1", body)


def _dump_decimal(value: Any, info: core_schema.SerializationInfo) -> str | int | float:
    if not isinstance(value, Decimal):
        raise PydanticSerializationUnexpectedValue("Expected `Decimal`")
    if not value.is_finite():
        raise ValueError("NaN and infinity have no JSON form")
    marks: Any = info.context
    return marks.mark(value) if isinstance(marks, Marks) else _exactly(value)


def _exactly(value: Decimal) -> int | float | str:
    """What says the same as a decimal in any JSON."""
    if value.as_tuple().exponent == 0 and value.adjusted() < _MOST_DIGITS:
        return int(value)
    number = float(value)
    return number if Decimal(repr(number)) == value else str(value)


class _DecimalNumber:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.decimal_schema(
            strict=False,  # what `json.loads` makes of a number is one, too
            allow_inf_nan=False,
            serialization=core_schema.plain_serializer_function_ser_schema(
                _dump_decimal, info_arg=True, when_used="json"
            ),
            metadata=shown_as({"anyOf": [{"type": "number"}, {"type": "string"}]}),
        )


class _BigIntString:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.union_schema(
            [core_schema.int_schema(), core_schema.chain_schema([_DIGITS, core_schema.int_schema(strict=False)])],
            mode="left_to_right",
            custom_error_type="int_type",
            serialization=core_schema.to_string_ser_schema(when_used="json"),
            metadata=shown_as({"type": "string", "pattern": "^-?[0-9]+$"}),
        )


_DIGITS: Final = core_schema.str_schema(strict=True, pattern=r"^-?[0-9]+$")

DECIMAL_NUMBER: Final = _DecimalNumber()
"""Annotates a `Decimal` that is a JSON number."""

BIGINT_STRING: Final = _BigIntString()
"""Annotates an `int` that is JSON text."""
