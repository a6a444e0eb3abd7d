"""The scalars whose wire form is not pydantic's own; those that are numbers stand in `numbers`.

* date-time: `2025-04-20T01:02:03.0045Z`: the offset that it has, no trailing zeros, no fraction if it is zero; a naive
  datetime as it is.
* integer: 1.0 is one; text and booleans are none.
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
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, cast, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, PydanticSerializationUnexpectedValue, core_schema

from ..dates import date_text, date_time_text, odd_date, odd_date_time
from .direction import from_wire
from .numbers import integer, literal
from .shown import NOT_SHOWN, shown_as

__all__ = ["OR_STRING", "dump_bytes", "read_bytes", "wire_schema"]

# ------------------------------------------------------------------------------------------------ date-times, dates


def _dump_date_time(value: Any) -> str:
    if not isinstance(value, datetime):
        raise PydanticSerializationUnexpectedValue("Expected `datetime`")
    return date_time_text(value)


def _dump_date(value: Any) -> str:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise PydanticSerializationUnexpectedValue("Expected `date`")
    return date_text(value)


_DATE_TIME: Final = core_schema.plain_serializer_function_ser_schema(_dump_date_time, when_used="json")
_DAY: Final = core_schema.plain_serializer_function_ser_schema(_dump_date, when_used="json")


def _odd(read: Callable[[str], date], usual: re.Pattern[str], *, any_text: bool = True) -> CoreSchema:
    """Reads the text that the core does not: any of the server with `any_text`, else what looks like the usual one."""

    def read_odd(value: Any, info: core_schema.ValidationInfo) -> Any:
        if not isinstance(value, str) or not ((any_text and from_wire(info)) or usual.match(value)):
            raise ValueError
        return read(value)

    return core_schema.with_info_plain_validator_function(read_odd, metadata=NOT_SHOWN)


def _of_wire(value: Any, info: core_schema.ValidationInfo) -> Decimal:
    """A number that was decoded already, where the server sent one for a text."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not from_wire(info):
        raise ValueError
    return Decimal(str(value))


# ------------------------------------------------------------------------------------------------- text of the wire

_WIRE_TEXT: Final[dict[str, str | None]] = {
    "datetime": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]",
    "date": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "decimal": None,
}
"""What text may be such a scalar; the core takes one of digits for a number of seconds, which would be another text."""
_SHOWN: Final = {
    "datetime": shown_as({"type": "string", "format": "date-time"}),
    "date": shown_as({"type": "string", "format": "date"}),
}
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]")
_ODD: Final[dict[str, list[CoreSchema]]] = {
    "datetime": [_odd(odd_date_time, _MOMENT)],
    "date": [_odd(odd_date, re.compile(r"\d{4}-\d\d-\d\d$"))],
    "decimal": [core_schema.with_info_plain_validator_function(_of_wire, metadata=NOT_SHOWN)],
}
_ODD_OF_BOTH: Final[dict[str, list[CoreSchema]]] = {
    "datetime": [_odd(odd_date_time, _MOMENT, any_text=False)],
    "date": [],
    "decimal": [],
}
"""In a choice that has both a moment and a day, what has a time is the moment; beside numbers, no number is text."""
_WIRED: Final = "wired"
"""The key of the metadata of what was changed already."""


def _also_text(node: dict[str, Any], serialization: Any = None, odds: Mapping[str, list[CoreSchema]] = _ODD) -> None:
    """Changes a scalar: it is given as itself or, by whoever has decoded the JSON, as the text of the wire.

    What the core does not read is tried again, so that usual values cost no Python.
    """
    kind: str = node["type"]
    inner = _without_name(node)
    if kind == "datetime":
        inner = cast(CoreSchema, {**inner, "microseconds_precision": "error"})
    text = core_schema.str_schema(strict=True, pattern=_WIRE_TEXT[kind])
    read = core_schema.chain_schema([text, cast(CoreSchema, {**inner, "strict": False})], metadata=_SHOWN.get(kind))
    odd = odds[kind]
    _become(
        node,
        core_schema.json_or_python_schema(
            json_schema=inner if kind == "decimal" else _one_of([read, *odd], kind),
            python_schema=_one_of([inner, read, *odd], kind),
            serialization=serialization,
            metadata={_WIRED: True},
        ),
    )


def _one_of(choices: list[CoreSchema], kind: str) -> Any:
    """The first that fits; the error is the one of the kind."""
    listed: list[CoreSchema | tuple[CoreSchema, str]] = [*choices]
    return core_schema.union_schema(listed, mode="left_to_right", custom_error_type=f"{kind}_type")


def _without_name(node: dict[str, Any]) -> CoreSchema:
    return cast(CoreSchema, {key: value for key, value in node.items() if key != "ref"})


def _become(node: dict[str, Any], made: Any) -> None:
    """Makes one schema another one, in place; what refers to it stays right."""
    reference = {"ref": node["ref"]} if "ref" in node else {}
    node.clear()
    node.update(made, **reference)


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
_DATE_AND_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)?")


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
            return date_text(value) if isinstance(value, date) else value

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
        case "json-or-python" | "union" if _WIRED in (node.get("metadata") or {}):
            pass
        case "datetime":
            _also_text(node, _DATE_TIME)
        case "date":
            _also_text(node, _DAY)
        case "int":
            _become(node, {**integer(_without_name(node)), "metadata": {_WIRED: True}})
        case "literal" if not all(isinstance(value, str) for value in node["expected"]):
            _become(node, literal(node["expected"]))
        case "decimal" if node.get("strict") is not False:
            _also_text(node)
        case "bytes":
            return _BYTES
        case "union":
            choices = cast(list[Any], node["choices"])
            _tell_apart(choices)
            node["choices"] = [_choice(choice, handler, seen) for choice in choices]
        case "definition-ref":
            _wire_alias(schema, handler, seen)
        case kind:
            if kind in ("list", "tuple", "dict"):
                node["strict"] = False  # any sequence and any mapping; what they hold is checked as strictly as ever
            for key in _INNER.get(kind, ()):
                if key in node:
                    node[key] = _wired(node[key], handler, seen)
    return schema


def _tell_apart(choices: list[Any]) -> None:
    """Changes the members of a choice of which two could read the same."""
    members: list[dict[str, Any]] = [one[0] if isinstance(one, tuple) else one for one in choices]
    kinds = {member["type"] for member in members}
    for member in members:
        match member["type"]:
            case "datetime" if "date" in kinds:
                _also_text(member, _DATE_TIME, _ODD_OF_BOTH)
            case "date" if "datetime" in kinds:
                _also_text(member, _DAY, _ODD_OF_BOTH)
            case "decimal" if kinds & {"int", "float"} and member.get("strict") is not False:
                _also_text(member, None, _ODD_OF_BOTH)
            case _:
                pass


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
