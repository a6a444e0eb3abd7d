"""Bodies of many items: JSON lines, sequences (RFC 7464), where a record separator begins each, events, and parts."""

from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Mapping
from os import PathLike
from secrets import token_hex
from typing import Any, Final, Self

from pydantic import BaseModel

from ..unset import UNSET, is_absent
from ..values.codec import codec
from .media_types import essence, is_json
from .payload import OneEncoder, Payload
from .request_rows import LinesBody
from .sources import IterableSource, payload_of, source_of

__all__ = ["LinesEncoder", "is_raw"]

_RECORD: Final = b"\x1e"


def is_raw(given: object) -> bool:
    """Whether a value is the bytes themselves: bytes, text, a path or a file object."""
    return isinstance(given, bytes | bytearray | memoryview | str | PathLike) or hasattr(given, "read")


class LinesEncoder(OneEncoder):
    """Writes the items of a list at once, and those of another iterable while they are sent."""

    def __init__(self, body: LinesBody) -> None:
        self._codec = codec(body.type())
        self._argument = body.argument
        self._required = body.required
        self._media_type = body.media_type
        self._data_only = body.data_only
        self._item_type = body.item_type

    def given(self, arguments: Mapping[str, object]) -> Any:
        """The iterable."""
        given = arguments.get(self._argument)
        if not is_absent(given):
            return given
        if self._required:
            raise ValueError(f"the request needs a body ({self._media_type})")
        return UNSET

    def accept(self, given: Any) -> Any:
        """A list with its items checked; of other iterables each is checked when it is sent.  One item is a list."""
        kind: type[Any] = given.__class__
        if issubclass(kind, list | tuple):
            return [self._codec.accept(item) for item in given]
        if issubclass(kind, Mapping | BaseModel):  # both are iterables, and one item
            return [self._codec.accept(given)]
        if is_raw(given) or issubclass(kind, Iterable | AsyncIterable):
            return given
        raise TypeError(f"a {self._media_type} body is an iterable of items, not {kind.__name__}")

    def payload(self, value: Any, asked: str | None = None) -> Payload:
        """The records one after the other."""
        media_type = asked or self._media_type
        content_type = media_type.encode("ascii")
        if is_raw(value):
            return payload_of(source_of(value), content_type)
        kind = essence(media_type)
        start, end, last = _RECORD if kind.endswith("json-seq") else b"", b"\n", b""
        text: Callable[[object], bytes] = self._json
        if kind == "text/event-stream":
            end, text = b"\n\n", self._event
        elif kind.startswith("multipart/"):
            boundary = token_hex(16).encode()
            content_type += b"; boundary=" + boundary
            start = b"--%b\r\nContent-Type: %b\r\n\r\n" % (boundary, self._item_type.encode("ascii"))
            end, last, text = b"\r\n", b"--%b--\r\n" % boundary, self._part

        def record(item: object) -> bytes:
            return start + text(item) + end

        given: type[Any] = value.__class__
        if issubclass(given, list):
            return Payload(content_type, b"".join([*map(record, value), last]))
        return payload_of(IterableSource(_records(value, record, last)), content_type)

    def _json(self, item: object) -> bytes:
        return self._codec.write(self._codec.accept(item))

    def _part(self, item: object) -> bytes:
        """Bytes as they are, and text of a type that is not JSON."""
        if isinstance(item, bytes | bytearray):
            return bytes(item)
        return item.encode() if isinstance(item, str) and not is_json(self._item_type) else self._json(item)

    def _event(self, item: object) -> bytes:
        """The lines of an event (HTML, section 9.2.5): its data is text, or JSON on one line."""
        if self._data_only:
            return b"data: " + self._json(item)
        fields: Mapping[str, object] = json.loads(self._json(item))
        lines: list[str] = []
        for name in ("event", "id", "retry", "data"):
            if (value := fields.get(name)) is not None:
                text = value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
                lines += [f"{name}: {line}" for line in text.splitlines() or [""]]
        return "\n".join(lines).encode()


def _records(items: Any, record: Callable[[object], bytes], last: bytes) -> Iterable[bytes] | AsyncIterable[bytes]:
    """The records of an iterable, which can be read as often as that can, and what stands at the end."""
    kind: type[Any] = items.__class__
    if issubclass(kind, AsyncIterator):
        return _AsyncOnce(items, record, last)
    if issubclass(kind, AsyncIterable):
        return _AsyncRecords(items, record, last)
    records = _Records(items, record, last)
    return iter(records) if issubclass(kind, Iterator) else records


class _Records:
    def __init__(self, items: Iterable[object], record: Callable[[object], bytes], last: bytes) -> None:
        self._items = items
        self._record = record
        self._last = last

    def __iter__(self) -> Iterator[bytes]:
        return itertools.chain(map(self._record, self._items), (self._last,) if self._last else ())


class _AsyncRecords:
    def __init__(self, items: AsyncIterable[object], record: Callable[[object], bytes], last: bytes) -> None:
        self._items = items
        self._record = record
        self._last = last

    def __aiter__(self) -> AsyncIterator[bytes]:
        return _AsyncOnce(aiter(self._items), self._record, self._last)


class _AsyncOnce:
    """No asynchronous generator: one that is dropped half-way would be left to the event loop."""

    def __init__(self, items: AsyncIterator[object], record: Callable[[object], bytes], last: bytes) -> None:
        self._items = items
        self._record = record
        self._last = last

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        try:
            return self._record(await anext(self._items))
        except StopAsyncIteration:
            if not self._last:
                raise
            last, self._last = self._last, b""
            return last
