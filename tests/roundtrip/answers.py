"""What the server says, as bytes; and what the client makes of it, as JSON again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, cast

import pydantic
import pydantic_core
from sdkwright.ir.service import Content, MediaKind, Response
from wire.data import Json, object_of
from wire.made.schemas import Schema

from .events import written
from .loopback import Answer


def schema_of(node: Json) -> Schema:
    """The schema of a media type: of the whole, or of one event or line."""
    entry = object_of(node)
    return cast("Schema", entry.get("schema", entry.get("itemSchema", {})))


def of_items(schema: Schema) -> Schema:
    """The schema of all JSON lines: one that is an array describes them, another one each of them."""
    return schema if object_of(schema).get("type") == "array" else {"type": "array", "items": schema}


def answer(response: Response, content: Content, value: Json, declared: frozenset[int]) -> Answer:
    """A value as the answer that the document describes."""
    media_type = content.media_type if "*" not in content.media_type else _SPECIFIC[content.kind]
    return Answer(status_of(response, declared), media_type, body_of(content, value))


_SPECIFIC = {
    MediaKind.JSON: "application/json",
    MediaKind.TEXT: "text/plain",
    MediaKind.BINARY: "application/octet-stream",
    MediaKind.FORM: "application/x-www-form-urlencoded",
    MediaKind.MULTIPART: "multipart/form-data",
    MediaKind.SSE: "text/event-stream",
    MediaKind.JSON_LINES: "application/jsonl",
}


def status_of(response: Response, declared: frozenset[int]) -> int:
    """A status that the response is for: its own, else one that no other response names."""
    if response.status.isdigit():
        return int(response.status)
    family = response.status[0] if response.status[0].isdigit() else "5" if response.is_error else "2"
    return next(status for status in range(int(family) * 100, 600) if status not in (*declared, 204, 205))


def body_of(content: Content, value: Json) -> bytes:
    """The bytes of a value; that of JSON lines is the list of items."""
    match content.kind:
        case MediaKind.JSON:
            return json.dumps(value, ensure_ascii=False).encode()
        case MediaKind.JSON_LINES:
            mark = "\x1e" if "json-seq" in content.media_type else ""
            return "".join(f"{mark}{json.dumps(each, ensure_ascii=False)}\n" for each in value).encode()
        case MediaKind.SSE:
            return written(content, value)
        case MediaKind.TEXT | MediaKind.BINARY | MediaKind.FORM | MediaKind.MULTIPART:
            return value.encode() if isinstance(value, str) else json.dumps(value).encode()


# -------------------------------------------------------------------------------------------------- and back to JSON


@dataclass(frozen=True)
class Read:
    """What the client made of an answer, as JSON again."""

    forms: list[Json]
    """In every public way that JSON is made of it."""
    whole: Json
    """By `to_response`: with the members that no schema names, too."""


_OF_HTTP = frozenset({"content_type", "status_code", "raw_response", "http_meta"})


def without_envelope(result: Any) -> Any:
    """The result in an envelope, which stands beside what came over HTTP."""
    held = result.model_fields_set - _OF_HTTP
    return getattr(result, held.pop()) if held else None


def received(result: Any, content: Content, to_response: Callable[[Any], Json]) -> Read:
    """The JSON of a method's result."""
    match content.kind:
        case MediaKind.SSE | MediaKind.JSON_LINES:
            values = list(result)
            result.close()
            whole = content.kind is MediaKind.JSON_LINES or len(values) != 1
            return read_of(values if whole else values[0], to_response)
        case MediaKind.BINARY | MediaKind.MULTIPART | MediaKind.FORM if hasattr(result, "read"):
            body: bytes = result.read()
            result.close()
            return read_of(body.decode("utf-8", "replace"), to_response)
        case _:
            return read_of(result.result if type(result).__name__ == "Page" else result, to_response)


def read_of(value: Any, to_response: Callable[[Any], Json]) -> Read:
    """The JSON of a value, as Python data; of a model also as text, and that of the model which is read from it."""
    forms = [_dumped(value)]
    if isinstance(value, pydantic.BaseModel):
        text = value.model_dump_json(by_alias=True, exclude_unset=True)
        forms += [json.loads(text), _dumped(cast("Any", type(value)).from_response(text))]
    return Read(forms, to_response(value))


def _dumped(value: Any) -> Json:
    """The JSON of a value that may hold models."""
    if isinstance(value, pydantic.BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, list | tuple):
        return [_dumped(each) for each in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {key: _dumped(each) for key, each in cast("dict[str, Any]", value).items()}
    if isinstance(value, Enum):
        return value.value
    if "Unrecognized" in [kind.__name__ for kind in type(value).__mro__]:
        return value.raw
    return pydantic_core.to_jsonable_python(value, bytes_mode="base64")
