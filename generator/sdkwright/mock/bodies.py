"""A value as the bytes of an answer, by the kind of its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import assert_never
from urllib.parse import urlencode

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Content, MediaKind
from sdkwright.ir.types import Json, ScalarType
from sdkwright.normalise.operations.media import is_xml

_ANY: Mapping[MediaKind, str] = {
    MediaKind.JSON: "application/json",
    MediaKind.TEXT: "text/plain",
    MediaKind.BINARY: "application/octet-stream",
    MediaKind.FORM: "application/x-www-form-urlencoded",
    MediaKind.MULTIPART: "multipart/form-data",
    MediaKind.SSE: "text/event-stream",
    MediaKind.JSON_LINES: "application/jsonl",
}
"""What is sent where the document names any media type."""
_OF_RANGE: Mapping[str, str] = {"audio": "mpeg", "font": "woff2", "image": "png", "text": "plain", "video": "mp4"}
"""And where it names those of one type."""
_FIELDS = ("event", "id", "retry")
_XML = "<value/>"


def encoded(content: Content, values: Sequence[Json]) -> tuple[str, bytes]:
    """The content type and the bytes; `values` are the items of a stream, or the one value of any other content."""
    media_type = _specific(content)
    first = values[0] if values else None
    match content.kind:
        case MediaKind.JSON:
            return media_type, _json(first).encode()
        case MediaKind.TEXT | MediaKind.BINARY:
            text = first if isinstance(first, str) else _json(first)
            return media_type, (_XML if is_xml(media_type) and text == "<value>" else text).encode()
        case MediaKind.FORM:
            fields = first.items() if isinstance(first, dict) else ()
            return media_type, urlencode([(key, _plain(value)) for key, value in fields]).encode()
        case MediaKind.MULTIPART:
            return _multipart(media_type, first)
        case MediaKind.SSE:
            return media_type, _events(content, values).encode()
        case MediaKind.JSON_LINES:
            mark = "\x1e" if "json-seq" in media_type else ""
            return media_type, "".join(f"{mark}{_json(value)}\n" for value in values).encode()
        case _:
            assert_never(content.kind)


def _specific(content: Content) -> str:
    """A media type that its content is for."""
    if "*" not in content.media_type:
        return content.media_type
    kind = content.media_type.partition("/")[0].strip().lower()
    return f"{kind}/{_OF_RANGE[kind]}" if kind in _OF_RANGE else _ANY[content.kind]


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(value: Json) -> str:
    return value if isinstance(value, str) else _json(value)


def _events(content: Content, values: Sequence[Json]) -> str:
    """Server-sent events (HTML, section 9.2.6), and the one that ends them where the document says one."""
    end = "" if content.sentinel is None else f"data: {content.sentinel}\n\n"
    return "".join(f"{_event(content, value)}\n\n" for value in values) + end


def _event(content: Content, value: Json) -> str:
    whole = content.data_only or not isinstance(value, dict)
    fields: dict[str, Json] = {"data": value} if whole or not isinstance(value, dict) else value
    data = fields.get("data")
    is_text = isinstance(content.type, ScalarType) and content.type.scalar is Scalar.STRING
    written = data if isinstance(data, str) and (is_text or not content.data_only) else _json(data)
    named = [f"{name}: {_plain(fields[name])}" for name in _FIELDS if fields.get(name) is not None]
    return "\n".join([*named, *(f"data: {line}" for line in written.split("\n"))])


def _multipart(media_type: str, value: Json) -> tuple[str, bytes]:
    """The parts of a body (RFC 7578, RFC 2046)."""
    boundary = hashlib.sha256(_json(value).encode()).hexdigest()[:32]
    parts = value.items() if isinstance(value, dict) else [("value", value)]
    lines: list[str] = []
    for name, part in parts:
        kind = "text/plain" if isinstance(part, str) else "application/json"
        said = name.replace("\\", "%5C").replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        head = f'Content-Disposition: form-data; name="{said}"\r\nContent-Type: {kind}'
        lines.append(f"--{boundary}\r\n{head}\r\n\r\n{_plain(part)}\r\n")
    return f"{media_type}; boundary={boundary}", ("".join(lines) + f"--{boundary}--\r\n").encode()
