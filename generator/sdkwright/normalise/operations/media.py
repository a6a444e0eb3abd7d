"""Media types: what kind of content each one is (RFC 9110, section 8.3; RFC 6839 for suffixes)."""

from __future__ import annotations

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


def bare(media_type: str) -> str:
    """Type and subtype in lower case, without parameters."""
    return media_type.split(";", 1)[0].strip().lower()


def is_xml(media_type: str) -> bool:
    """Whether it is XML, which is read and sent as text."""
    name = bare(media_type)
    return name in ("application/xml", "text/xml") or name.endswith("+xml")


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
    if name.startswith(("image/", "audio/", "video/", "font/")) or name in (
        "application/octet-stream",
        "application/pdf",
        "application/zip",
        "application/gzip",
    ):
        return MediaKind.BINARY
    return None
