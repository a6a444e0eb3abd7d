"""The scalars whose wire form is not pydantic's own; those that are numbers stand in `numbers`.

* date-time: `2025-04-20T01:02:03.0045Z`: UTC, no trailing zeros, no fraction if it is zero; a naive datetime as it is.
* decimals and big integers: exactly, as a number or as text.  `Decimal` is text, `Annotated[Decimal, DECIMAL_NUMBER]` a
  number; `int` is a number, `Annotated[int, BIGINT_STRING]` text.
* bytes inside JSON: base64 (RFC 4648, section 4).
* NaN and infinity: an error, both ways.
* The text of the wire is taken from the caller, too: JSON that a framework has decoded already is read as JSON is.
* `Annotated[Union[datetime, str], OR_STRING]` (or `date`): any text is accepted.

`wire_schema` puts these into the core schema of a field, so that annotations stay plain `datetime`, `Decimal`, `bytes`.
"""

from __future__ import annotations

import base64
import binascii
import re
from datetime import UTC, date, datetime
from typing import Any, Final, cast, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, PydanticSerializationUnexpectedValue, core_schema

from .direction import from_wire
from .shown import shown_as

__all__ = ["OR_STRING", "date_time_text", "dump_bytes", "read_bytes", "wire_schema"]

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

# ------------------------------------------------------------------------------------------------- text of the wire

_WIRE_TEXT: Final = {
    "datetime": core_schema.str_schema(strict=True, pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]"),
    "date": core_schema.str_schema(strict=True, pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    "decimal": core_schema.str_schema(strict=True),
}
"""What text may be such a scalar outside of JSON; numbers of seconds may not."""


def _also_text(node: dict[str, Any], serialization: Any = None) -> None:
    """Changes a scalar: it is given as itself or, by whoever has decoded the JSON, as the text of the wire."""
    kind: str = node["type"]
    inner = {key: value for key, value in node.items() if key != "ref"}
    read = core_schema.chain_schema([_WIRE_TEXT[kind], cast(CoreSchema, {**inner, "strict": False})])
    made = core_schema.json_or_python_schema(
        json_schema=cast(CoreSchema, inner),
        python_schema=core_schema.union_schema(
            [cast(CoreSchema, inner), read], mode="left_to_right", custom_error_type=f"{kind}_type"
        ),
        serialization=serialization,
    )
    for key in inner:
        del node[key]
    node.update(cast(dict[str, Any], made))


# ------------------------------------------------------------------------------------------------------------ bytes


def read_bytes(value: Any) -> bytes:
    """Bytes of the caller, or the base64 text that stands for them in JSON."""
    if isinstance(value, bytes | bytearray):
        return bytes(value)
    if isinstance(value, str):
        text = value.translate(_URL_SAFE)
        try:
            return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
        except (binascii.Error, ValueError) as error:
            raise PydanticCustomError("bytes_base64", "Input should be base64") from error
    raise PydanticCustomError("bytes_type", "Input should be bytes")


_URL_SAFE: Final = str.maketrans("-_", "+/", "=\r\n")
"""Servers also send the URL-safe alphabet, line breaks, and no padding."""


def dump_bytes(value: Any) -> str:
    """The base64 text of bytes."""
    if not isinstance(value, bytes | bytearray):
        raise PydanticSerializationUnexpectedValue("Expected `bytes`")
    return base64.b64encode(value).decode("ascii")


_BYTES: Final = core_schema.no_info_plain_validator_function(
    read_bytes,
    serialization=core_schema.plain_serializer_function_ser_schema(dump_bytes, when_used="json"),
    metadata=shown_as({"type": "string", "contentEncoding": "base64"}),
)

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
            if not from_wire(info):
                return value
            return _parsed(value, is_date_time)

        def dump(value: Any) -> Any:
            if isinstance(value, datetime):
                return date_time_text(value)
            return value.isoformat() if isinstance(value, date) else value

        return core_schema.with_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(dump, when_used="json"),
            metadata=shown_as({"type": "string"}),
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
            _also_text(node, _DATE_TIME)
        case "date":
            _also_text(node)
        case "decimal" if node.get("strict") is not False:
            _also_text(node)
        case "json-or-python" if node["json_schema"]["type"] in _WIRE_TEXT:
            pass
        case "bytes":
            return _BYTES
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
