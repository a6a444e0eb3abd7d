"""Bodies of many items read back: JSON lines, sequences, events and parts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from typing import cast

from sdkwright.ir.service import Content

from wire.compare import DifferentError
from wire.data import Json, is_list, object_of

FIELDS = ("event", "id", "retry", "data")
"""Of an event."""


def items_of(content: Content, given: Json, body: bytes, content_type: str) -> list[Json]:
    """The items of a body.  Where text and JSON look the same, an item is read as the one that was given is.

    Raises `DifferentError`, or `ValueError` where JSON is none.
    """
    essence = essence_of(content_type)
    if essence == "text/event-stream":
        items = given if is_list(given) else []
        return [_event(content, wanted, each) for wanted, each in _beside(items, _fields(body))]
    if essence.startswith("multipart/"):
        return list(_parts(content, body, content_type))
    return list(_lines(body, sequence=essence.endswith("json-seq")))


def essence_of(media_type: str) -> str:
    """A media type without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def in_text(content: Content) -> bool:
    """Whether the parts of a body are text and not JSON."""
    essence = essence_of(content.item_type or "application/json")
    in_parts = essence_of(content.media_type).startswith("multipart/")
    return in_parts and essence != "application/json" and not essence.endswith("+json")


def _lines(body: bytes, *, sequence: bool) -> Iterator[Json]:
    """The texts of JSON lines, each ended by a line feed; those of a sequence each behind a record separator (RFC 7464,
    section 2.2).  Raises `DifferentError`."""
    for line in body.splitlines(keepends=True):
        if not line.endswith(b"\n") or line.startswith(b"\x1e") is not sequence:
            raise DifferentError(f"the body: a line is {line[:60]!r}")
        yield json.loads(line.removeprefix(b"\x1e"))


# ------------------------------------------------------------------------------------------------------------- events


def _fields(body: bytes) -> Iterator[dict[str, str]]:
    """The fields of each event (HTML, section 9.2.6); an empty line ends it.  Raises `DifferentError`."""
    found: dict[str, str] = {}
    *lines, rest = body.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line in lines:
        name, _, text = line.partition(":")
        text = text.removeprefix(" ")
        if not line:
            if found:
                yield found
            found = {}
        elif name not in FIELDS:
            raise DifferentError(f"the body: a line of an event is {line[:60]!r}")
        else:
            found[name] = f"{found[name]}\n{text}" if name == "data" and name in found else text
    if found or rest:
        raise DifferentError("the body: no empty line ends the last event")


def _beside(given: list[Json], read: Iterator[dict[str, str]]) -> Iterator[tuple[Json, dict[str, str]]]:
    """What was read, each with what was given at its place, or with nothing."""
    for number, each in enumerate(read):
        yield given[number] if number < len(given) else None, each


def _event(content: Content, given: Json, fields: dict[str, str]) -> Json:
    wanted = {"data": given} if content.data_only else object_of(given)
    read = {name: text if isinstance(wanted.get(name), str) else json.loads(text) for name, text in fields.items()}
    if not content.data_only:
        return read
    if read.keys() != {"data"}:
        raise DifferentError(f"the body: an event of data alone has {sorted(read)}")
    return read["data"]


# -------------------------------------------------------------------------------------------------------------- parts


def _parts(content: Content, body: bytes, content_type: str) -> Iterator[Json]:
    """What is in each part (RFC 2046, section 5.1).  Raises `DifferentError`."""
    parser = BytesParser(EmailMessage, policy=HTTP)
    message = parser.parsebytes(b"Content-Type: " + content_type.encode("ascii") + b"\r\n\r\n" + body)
    if not message.is_multipart() and body.strip() != f"--{message.get_boundary()}--".encode():
        raise DifferentError(f"the body: it has no parts: {body[:60]!r}")
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        raise DifferentError("the body: no boundary ends the last part")
    for part in message.iter_parts() if message.is_multipart() else ():
        stated, asked = str(part["Content-Type"]), content.item_type or "application/json"
        if stated != asked:
            raise DifferentError(f"the body: a part of {asked!r} was asked for and {stated!r} sent")
        text = cast("bytes", part.get_payload(decode=True)).decode()
        yield text if in_text(content) else json.loads(text)
