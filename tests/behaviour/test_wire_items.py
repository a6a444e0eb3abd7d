"""The judge reads bodies of many items as they are written, and sees what is wrong with them."""

from __future__ import annotations

from typing import Any

import pytest
from sdkwright.ir.service import Content, MediaKind
from sdkwright.ir.types import AnyType
from wire.compare import DifferentError
from wire.sent.items import items_of

EVENTS = Content("#", "text/event-stream", MediaKind.JSON_LINES, AnyType())
DATA = Content("#", "text/event-stream", MediaKind.JSON_LINES, AnyType(), data_only=True)
PARTS = Content("#", "multipart/mixed", MediaKind.JSON_LINES, AnyType())
IMAGES = Content("#", "multipart/mixed", MediaKind.JSON_LINES, AnyType(), item_type="image/png")
MIXED = "multipart/mixed; boundary=b"


@pytest.mark.parametrize(
    ("content", "given", "body", "kind"),
    [
        (EVENTS, [], b"", "text/event-stream"),
        (
            EVENTS,
            [{"event": "7", "retry": 7, "data": {"a": 1}}, {"data": "1\n2"}],
            b'event: 7\r\nretry:7\ndata: {"a":\ndata: 1}\n\ndata: 1\ndata: 2\n\n',
            "text/event-stream",
        ),
        (DATA, [[1], "1"], b"data: [1]\n\ndata: 1\n\n", "text/event-stream"),
        (PARTS, [], b"--b--\r\n", MIXED),
        (
            PARTS,
            [{"a": 1}, "x"],
            b'--b\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n'
            b'--b\r\nContent-Type: application/json\r\n\r\n"x"\r\n--b--\r\n',
            MIXED,
        ),
        (IMAGES, ["x\r\n\xe9"], b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n\xc3\xa9\r\n--b--\r\n", MIXED),
    ],
)
def test_items_are_read(content: Content, given: list[Any], body: bytes, kind: str) -> None:
    assert items_of(content, given, body, kind) == given


@pytest.mark.parametrize(
    ("content", "body", "kind"),
    [
        (EVENTS, b"data: 1\n", "text/event-stream"),
        (EVENTS, b"date: 1\n\n", "text/event-stream"),
        (DATA, b"id: 1\ndata: 1\n\n", "text/event-stream"),
        (PARTS, b"{}", MIXED),
        (PARTS, b"--b\r\nContent-Type: text/plain\r\n\r\n{}\r\n--b--\r\n", MIXED),
        (PARTS, b"--b\r\nContent-Type: application/json\r\n\r\n{}\r\n", MIXED),
    ],
)
def test_what_is_not_written_as_it_must_be_is_different(content: Content, body: bytes, kind: str) -> None:
    with pytest.raises(DifferentError):
        items_of(content, [], body, kind)
