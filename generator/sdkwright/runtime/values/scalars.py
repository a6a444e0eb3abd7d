"""The scalars whose wire form is not pydantic's own.

* date-time: `2025-04-20T01:02:03.0045Z`: UTC, no trailing zeros, no fraction if it is zero; a naive datetime as it is.
* decimals and big integers: exactly, as a number or as text.  `Decimal` is text, `Annotated[Decimal, DECIMAL_NUMBER]` a
  number; `int` is a number, `Annotated[int, BIGINT_STRING]` text.
* bytes inside JSON: base64 (RFC 4648, section 4).
* NaN and infinity: an error, both ways.
* `Annotated[Union[datetime, str], OR_STRING]` (or `date`): any text is accepted.

`wire_schema` puts these into the core schema of a field, so that annotations stay plain `datetime`, `Decimal`, `bytes`.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final, cast, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, PydanticSerializationUnexpectedValue, core_schema

from .direction import from_server

__all__ = [
    "BIGINT_STRING",
    "DECIMAL_NUMBER",
    "OR_STRING",
    "date_time_text",
    "restore_numbers",
    "wire_schema",
]

# -------------------------------------------------------------------------------------------------------- date-time


def date_time_text(value: datetime) -> str:
    """The wire form of a date-time in a body (RFC 3339): UTC if it has an offset, the fraction as short as can be."""
    text = value.isoformat()
    if not text.endswith("+00:00"):
        if value.utcoffset() is None:
            return text.rstrip("0") if value.microsecond else text
        try:
            text = value.astimezone(UTC).isoformat()
        except OverflowError:  # the first and the last day of the calendar
            return text
    return (text[:-6].rstrip("0") if value.microsecond else text[:-6]) + "Z"


def _dump_date_time(value: Any) -> str:
    if not isinstance(value, datetime):
        raise PydanticSerializationUnexpectedValue("Expected `datetime`")
    return date_time_text(value)


_DATE_TIME: Final = core_schema.plain_serializer_function_ser_schema(_dump_date_time, when_used="json")

# ------------------------------------------------------------------------------------------------------------ bytes


def _read_bytes(value: Any, info: core_schema.ValidationInfo) -> bytes:
    if isinstance(value, bytes | bytearray):
        return bytes(value)
    if isinstance(value, str) and (info.mode == "json" or from_server(info.context)):
        text = value.translate(_URL_SAFE)
        try:
            return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
        except (binascii.Error, ValueError) as error:
            raise PydanticCustomError("bytes_base64", "Input should be base64") from error
    raise PydanticCustomError("bytes_type", "Input should be bytes")


_URL_SAFE: Final = str.maketrans("-_", "+/", "=\r\n")
"""Servers also send the URL-safe alphabet, line breaks, and no padding."""


def _dump_bytes(value: Any) -> str:
    if not isinstance(value, bytes | bytearray):
        raise PydanticSerializationUnexpectedValue("Expected `bytes`")
    return base64.b64encode(value).decode("ascii")


_BASE64: Final = core_schema.plain_serializer_function_ser_schema(_dump_bytes, when_used="json")

# ---------------------------------------------------------------------------------------------------------- numbers

_NONCE: Final = secrets.token_hex(16)
_MARKED: Final = re.compile(rb'"' + _NONCE.encode() + rb':([^"]*)"')


def _dump_decimal(value: Any) -> str:
    """A text that `restore_numbers` turns into the number: the core has no way to write a decimal as a JSON number."""
    if not isinstance(value, Decimal):
        raise PydanticSerializationUnexpectedValue("Expected `Decimal`")
    if not value.is_finite():
        raise ValueError("NaN and infinity have no JSON form")
    return f"{_NONCE}:{value}"


def restore_numbers(body: bytes) -> bytes:
    """Writes the decimals of a serialized body as JSON numbers, digit for digit.

    The marks hold a random number of this process, so that no text of the caller or the server can pass for one.
    """
    return _MARKED.sub(rb"\1", body) if _NONCE.encode() in body else body


class _DecimalNumber:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.decimal_schema(
            allow_inf_nan=False,
            serialization=core_schema.plain_serializer_function_ser_schema(_dump_decimal, when_used="json"),
            metadata={"decimal_number": True},
        )


class _BigIntString:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.int_schema(serialization=core_schema.to_string_ser_schema(when_used="json"))


DECIMAL_NUMBER: Final = _DecimalNumber()
"""Annotates a `Decimal` that is a JSON number."""

BIGINT_STRING: Final = _BigIntString()
"""Annotates an `int` that is JSON text."""

# -------------------------------------------------------------------------------------------------------- or string

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_AND_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?")


class _OrString:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        narrow = next(member for member in get_args(source) if member is not str)
        is_date_time = narrow is datetime

        def read(value: Any, info: core_schema.ValidationInfo) -> Any:
            if isinstance(value, datetime if is_date_time else date):
                return value
            if not isinstance(value, str):
                raise PydanticCustomError(
                    "or_string_type", "Input should be text or a {type}", {"type": narrow.__name__}
                )
            if info.mode != "json" and not from_server(info.context):
                return value
            return _parsed(value, is_date_time)

        def dump(value: Any) -> Any:
            if isinstance(value, datetime):
                return date_time_text(value)
            return value.isoformat() if isinstance(value, date) else value

        return core_schema.with_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(dump, when_used="json")
        )


def _parsed(text: str, is_date_time: bool) -> datetime | date | str:
    pattern, parse = (_DATE_AND_TIME, datetime.fromisoformat) if is_date_time else (_DATE, date.fromisoformat)
    if pattern.fullmatch(text) is None:
        return text
    try:
        return parse(text.upper())
    except ValueError:  # such as the 31st of February: then it is the text that the type allows
        return text


OR_STRING: Final = _OrString()
"""Annotates `Union[datetime, str]` and `Union[date, str]`: text from the server that is no date stays text."""

# ------------------------------------------------------------------------------------------------------ core schemas


def wire_schema(schema: CoreSchema, handler: GetCoreSchemaHandler | None = None) -> CoreSchema:
    """The core schema with the wire forms of this module, changed in place where that is possible; stops at models.

    `handler` finds the aliases that are referred to by name, which are rings.
    """
    return _wired(schema, handler, set())


def _wired(schema: CoreSchema, handler: GetCoreSchemaHandler | None, seen: set[str]) -> CoreSchema:
    node = cast(dict[str, Any], schema)
    match node["type"]:
        case "datetime":
            node["serialization"] = _DATE_TIME
        case "bytes":
            return core_schema.with_info_plain_validator_function(_read_bytes, serialization=_BASE64)
        case "union":
            choices = cast(list[Any], node["choices"])
            node["choices"] = [_choice(choice, handler, seen) for choice in choices]
        case "definition-ref":
            _wire_alias(schema, handler, seen)
        case kind:
            if kind in ("list", "dict"):
                node["strict"] = False  # any sequence and any mapping; what they hold is checked as strictly as ever
            for key in _INNER.get(kind, ()):
                if key in node:
                    node[key] = _wired(node[key], handler, seen)
    return schema


def _choice(choice: Any, handler: GetCoreSchemaHandler | None, seen: set[str]) -> Any:
    match choice:
        case (schema, label):
            return _wired(schema, handler, seen), label
        case schema:
            return _wired(schema, handler, seen)


def _wire_alias(reference: CoreSchema, handler: GetCoreSchemaHandler | None, seen: set[str]) -> None:
    """Changes what a reference leads to.  One that is still being made is changed by whoever began to make it."""
    name: str = cast(dict[str, Any], reference)["schema_ref"]
    if handler is None or name in seen:
        return
    seen.add(name)
    try:
        found = cast(dict[str, Any], handler.resolve_ref_schema(reference))
    except LookupError:
        return
    made = _wired(cast(CoreSchema, found), handler, seen)
    if made is not found:
        own_name: str = found["ref"]
        found.clear()
        found.update(cast(dict[str, Any], made), ref=own_name)


_INNER: Final = {
    "nullable": ("schema",),
    "default": ("schema",),
    "function-before": ("schema",),
    "function-after": ("schema",),
    "function-wrap": ("schema",),
    "list": ("items_schema",),
    "set": ("items_schema",),
    "dict": ("values_schema",),
    "json-or-python": ("json_schema", "python_schema"),
}
"""Where the core schemas that only hold others hold them."""
