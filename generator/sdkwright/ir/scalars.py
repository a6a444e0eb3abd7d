"""What a scalar is, kind by kind: how a schema asks for it, how a message calls it, what is a value of it.

How a kind is spelt in Python stands in `plan/python/scalars.py`, how a sample shows it in `examples/spelt.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from sdkwright.frozen import Frozen
from sdkwright.openapi.data import Json, is_number


class Scalar(StrEnum):
    """The scalar kinds that differ on the wire or in the client.  Formats without an effect are plain strings."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    DATETIME = "date-time"
    DATE = "date"
    BINARY = "binary"
    """Bytes as they are: a body, or a part of a multipart body (there it is a file)."""
    BASE64 = "base64"
    """Bytes inside JSON: `contentEncoding: base64`, or `format: binary` where no raw bytes can stand."""
    DECIMAL = "decimal"
    DECIMAL_STRING = "decimal-string"
    BIGINT = "bigint"
    BIGINT_STRING = "bigint-string"


_MOST_DIGITS: Final = 4300
"""Of a whole number that is written as text: Python reads no more, and no more stand in a literal."""
_WHOLE: Final = re.compile(r"-?[0-9]+")
_DECIMAL: Final = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_TIME: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:[Tt ](?:[01][0-9]|2[0-3]):[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:[Zz]|[-+][0-9]{2}:?[0-9]{2})?)?"
)
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_\r\n-]*={0,2}[\r\n]*")


class Row(Frozen):
    """One kind of scalar."""

    noun: str
    """What a message calls a value."""
    is_value: Callable[[Json], bool]
    """Whether something that was read from JSON is a value: whether every client could read it."""
    types: tuple[str, ...] = ()
    """The `type` of the schemas that ask for it; none: something beside `type` and `format` does."""
    format: str | None = None
    """Their `format` (the OpenAPI format registry); None for the scalar of the type itself."""
    narrows_text: bool = False
    """In a choice beside plain text the two are one type, which is documented as this one and takes any text."""


def _is_whole(value: Json) -> bool:
    """Whether a value is a whole number, as JSON Schema 2020-12, section 6.1.1 has it: `1.0` is one."""
    return is_number(value) and (isinstance(value, int) or value.is_integer())


def _is_text(value: Json) -> bool:
    return isinstance(value, str)


def _is_date_time(value: Json) -> bool:
    """RFC 3339, section 5.6; the time, its seconds and its offset may be missing, as servers leave them out."""
    return isinstance(value, str) and _DATE_TIME.fullmatch(value) is not None and _reads(_moment, value)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text.upper())


def _is_date(value: Json) -> bool:
    """RFC 3339, section 5.6: `full-date`."""
    return isinstance(value, str) and _DATE.fullmatch(value) is not None and _reads(date.fromisoformat, value)


def _is_decimal_text(value: Json) -> bool:
    return isinstance(value, str) and _DECIMAL.fullmatch(value) is not None and _reads(Decimal, value)


def _is_whole_text(value: Json) -> bool:
    return isinstance(value, str) and len(value) <= _MOST_DIGITS and _WHOLE.fullmatch(value) is not None


def _is_base64(value: Json) -> bool:
    """RFC 4648, sections 4 and 5; line breaks and missing padding are read all the same."""
    if not isinstance(value, str) or _BASE64.fullmatch(value) is None:
        return False
    return len(value.translate(_NO_BASE64)) % 4 != 1


_NO_BASE64: Final = {ord(one): None for one in "=\r\n"}


def _reads(read: Callable[[str], object], text: str) -> bool:
    """Whether `read` takes a text whose form is right: there is no 31st of February, and no exponent without end."""
    try:
        read(text)
    except (ValueError, InvalidOperation):
        return False
    return True


ROWS: Final[Mapping[Scalar, Row]] = {
    Scalar.STRING: Row("text", _is_text, ("string",)),
    Scalar.INTEGER: Row("a whole number", _is_whole, ("integer",)),
    Scalar.NUMBER: Row("a number", is_number, ("number",)),
    Scalar.BOOLEAN: Row("true or false", lambda value: isinstance(value, bool), ("boolean",)),
    Scalar.NULL: Row("null", lambda value: value is None),
    Scalar.DATETIME: Row("a date and time", _is_date_time, ("string",), "date-time", narrows_text=True),
    Scalar.DATE: Row("a date", _is_date, ("string",), "date", narrows_text=True),
    Scalar.BINARY: Row("text that stands for bytes", _is_text),
    Scalar.BASE64: Row("bytes as base64", _is_base64, ("string",), "binary"),
    Scalar.DECIMAL: Row("a number", is_number, ("number", "integer"), "decimal"),
    Scalar.DECIMAL_STRING: Row("a decimal number as text", _is_decimal_text, ("string",), "decimal"),
    Scalar.BIGINT: Row("a whole number", _is_whole, ("number", "integer"), "bigint"),
    Scalar.BIGINT_STRING: Row("a whole number as text", _is_whole_text, ("string",), "bigint"),
}

BY_FORMAT: Final[Mapping[tuple[str, str | None], Scalar]] = {
    (type, row.format): scalar for scalar, row in ROWS.items() for type in row.types
}
"""By the `type` and the `format` of a schema: the kind that it asks for."""

TYPES: Final = frozenset(type for type, _ in BY_FORMAT)
"""The types of JSON Schema that are scalars; null is none here, for it is said of other types."""


def is_of_type(type: str, value: Json) -> bool:
    """Whether a value is of one of `TYPES` (JSON Schema 2020-12, section 6.1.1)."""
    return ROWS[BY_FORMAT[type, None]].is_value(value)
