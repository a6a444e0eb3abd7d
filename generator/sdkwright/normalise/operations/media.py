"""Media types: what kind of content each one is (RFC 9110, section 8.3; RFC 6839 for suffixes)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from sdkwright.ir.service import MediaKind

_LINES: Final = frozenset(
    {
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
        "application/jsonlines",
        "application/json-lines",
        "application/json-seq",
        "text/jsonl",
    }
)


_MOST: Final = 256
"""Media types whose kind is remembered: a document has a handful, and asks for each content again."""
_FORMATS: Final = {
    "MessagePack": ("msgpack", "x-msgpack", "vnd.msgpack", "messagepack", "x-messagepack"),
    "CBOR": ("cbor", "x-cbor", "cbor-seq"),
    "Protocol Buffers": ("protobuf", "x-protobuf", "vnd.google.protobuf", "x-google-protobuf", "grpc", "grpc+proto"),
    "BSON": ("bson", "x-bson", "vnd.bson"),
    "Avro": ("avro", "x-avro", "vnd.apache.avro", "avro-binary", "x-avro-binary"),
    "Thrift": ("vnd.apache.thrift.binary", "vnd.apache.thrift.compact", "x-thrift"),
    "Parquet": ("vnd.apache.parquet", "x-parquet", "parquet"),
    "Arrow": ("vnd.apache.arrow.stream", "vnd.apache.arrow.file"),
    "FlatBuffers": ("flatbuffers", "x-flatbuffers"),
    "Smile": ("x-jackson-smile", "smile"),
    "Ion": ("ion", "x-amzn-ion", "vnd.amazon.ion"),
    "Hessian": ("x-hessian",),
}
"""Formats of structured data that are bytes, by the subtypes of `application` that they go under."""
_SUFFIXES: Final = {
    "+msgpack": "MessagePack",
    "+cbor": "CBOR",
    "+cbor-seq": "CBOR",
    "+protobuf": "Protocol Buffers",
    "+proto": "Protocol Buffers",
    "+bson": "BSON",
    "+avro": "Avro",
    "+smile": "Smile",
}
"""The same formats by suffix (RFC 6838, section 4.2.8)."""


@lru_cache(_MOST)
def binary_format(media_type: str) -> str | None:
    """The name of a format of structured data that is neither JSON nor text, if the media type is one's."""
    kind, _, subtype = bare(media_type).partition("/")
    if kind == "application":
        found = next((name for name, subtypes in _FORMATS.items() if subtype in subtypes), None)
        if found is not None:
            return found
    return next((name for suffix, name in _SUFFIXES.items() if subtype.endswith(suffix)), None)


def bare(media_type: str) -> str:
    """Type and subtype in lower case, without parameters."""
    return media_type.split(";", 1)[0].strip().lower()


def is_xml(media_type: str) -> bool:
    """Whether it is XML, which is read and sent as text."""
    name = bare(media_type)
    return name in ("application/xml", "text/xml") or name.endswith("+xml")


@lru_cache(_MOST)
def kind_of(media_type: str) -> MediaKind | None:
    """The kind of a media type; None where only the schema can tell (`*/*`, `application/*`, unknown types)."""
    name = bare(media_type)
    if name in ("application/json", "text/json") or name.endswith("+json"):
        return MediaKind.JSON
    if name in _LINES or name.endswith("+jsonl") or name.endswith("+json-seq"):
        return MediaKind.JSON_LINES
    if name == "text/event-stream":
        return MediaKind.SSE
    if name == "application/x-www-form-urlencoded":
        return MediaKind.FORM
    if name.startswith("multipart/"):
        return MediaKind.MULTIPART
    if (
        name.startswith("text/")
        or is_xml(name)
        or name in ("application/yaml", "application/x-yaml", "application/graphql")
    ):
        return MediaKind.TEXT
    if binary_format(name) is not None:
        return MediaKind.BINARY
    if name.startswith(("image/", "audio/", "video/", "font/")) or name in (
        "application/octet-stream",
        "application/pdf",
        "application/zip",
        "application/gzip",
    ):
        return MediaKind.BINARY
    return None
