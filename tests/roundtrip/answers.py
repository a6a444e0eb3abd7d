"""What the server says, as bytes; and what the client makes of it, as JSON again."""

from __future__ import annotations

import json
from enum import Enum
from typing import Any, cast

import pydantic
import pydantic_core
from sdkwright.ir.service import Content, MediaKind, Response
from wire.data import Json, is_object, object_of
from wire.made.schemas import Schema

from .loopback import Answer


def schema_of(node: Json) -> Schema:
    """The schema of a media type: of the whole, or of one event or line."""
    entry = object_of(node)
    return cast("Schema", entry.get("schema", entry.get("itemSchema", {})))


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
    """The bytes of a value."""
    match content.kind:
        case MediaKind.JSON | MediaKind.JSON_LINES:
            return json.dumps(value, ensure_ascii=False).encode()
        case MediaKind.SSE:
            return _events(content, value)
        case MediaKind.TEXT | MediaKind.BINARY | MediaKind.FORM | MediaKind.MULTIPART:
            return value.encode() if isinstance(value, str) else json.dumps(value).encode()


def _events(content: Content, value: Json) -> bytes:
    fields = {"data": value} if content.data_only or not is_object(value) else dict(value)
    lines = [f"{name}: {fields[name]}" for name in ("event", "id", "retry") if fields.get(name) is not None]
    data = fields.get("data")
    text = data if isinstance(data, str) else json.dumps(data)
    lines += [f"data: {line}" for line in text.split("\n")]
    end = f"data: {content.sentinel}\n\n" if content.sentinel is not None else ""
    return ("\n".join(lines) + "\n\n" + end).encode()


# -------------------------------------------------------------------------------------------------- and back to JSON


def received(result: Any, content: Content) -> list[Json]:
    """The JSON of a method's result: once as Python data, once as text where it is a model."""
    match content.kind:
        case MediaKind.SSE | MediaKind.JSON_LINES:
            values = [dump for each in result for dump in dumps(each)[:1]]
            result.close()
            return [values[0] if len(values) == 1 else values]
        case MediaKind.BINARY | MediaKind.MULTIPART | MediaKind.FORM if hasattr(result, "read"):
            read: bytes = result.read()
            result.close()
            return [read.decode("utf-8", "replace")]
        case _:
            return dumps(result.result if type(result).__name__ == "Page" else result)


def dumps(value: Any) -> list[Json]:
    """A value in every public way that JSON is made of it."""
    if isinstance(value, pydantic.BaseModel):
        plain = value.model_dump(mode="json", by_alias=True, exclude_unset=True)
        text = json.loads(value.model_dump_json(by_alias=True, exclude_unset=True))
        return [plain, text]
    return [dumped(value)]


def dumped(value: Any) -> Json:
    """The JSON of a value that may hold models."""
    if isinstance(value, pydantic.BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, list | tuple):
        return [dumped(each) for each in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {key: dumped(each) for key, each in cast("dict[str, Any]", value).items()}
    if isinstance(value, Enum):
        return value.value
    if type(value).__name__ == "Unrecognized":
        return value.raw
    return pydantic_core.to_jsonable_python(value, bytes_mode="base64")
