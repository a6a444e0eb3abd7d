"""Server-sent events as a server writes them, and what they can hold (HTML, section 9.2.6)."""

from __future__ import annotations

import json

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Content
from sdkwright.ir.types import ScalarType
from wire.data import Json, Object, is_object
from wire.made.schemas import Schema
from wire.sent.items import FIELDS


def event_schema(content: Content, schema: Schema) -> Schema:
    """What a schema says of an event that arrives: one without data is none."""
    return schema if content.data_only else {"allOf": [schema], "type": "object", "required": ["data"]}


def event_of(content: Content, value: Json) -> Json:
    """A value as an event can hold it: four fields, one line each but for the data, and some data."""
    if content.data_only or not is_object(value):
        return value or "text" if _is_text(content) else value
    return {name: _held(name, value[name]) for name in FIELDS if value.get(name) is not None or name == "data"}


def _held(name: str, value: Json) -> Json:
    if name == "retry":
        return max(0, value) if isinstance(value, int) else value
    if isinstance(value, str) and (not value or (name != "data" and "\n" in value)):
        return "text"
    return value


def written(content: Content, value: Json) -> bytes:
    """The stream of one event, and of the one that ends it."""
    fields: Object = value if is_object(value) and not content.data_only else {"data": value}
    data = fields["data"]
    raw = _is_text(content) or (isinstance(data, str) and not content.data_only)
    lines = [f"{name}: {fields[name]}" for name in FIELDS[:3] if name in fields]
    lines += [f"data: {line}" for line in (str(data) if raw else json.dumps(data)).split("\n")]
    end = f"data: {content.sentinel}\n\n" if content.sentinel is not None else ""
    return ("\n".join(lines) + "\n\n" + end).encode()


def _is_text(content: Content) -> bool:
    """Whether the data is plain text."""
    return content.data_only and isinstance(content.type, ScalarType) and content.type.scalar is Scalar.STRING
