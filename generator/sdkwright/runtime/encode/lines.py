"""Bodies of many JSON texts: JSON lines, and sequences (RFC 7464), where a record separator begins each."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Mapping
from os import PathLike
from typing import Any, Final, Self

from pydantic import BaseModel

from ..unset import UNSET, is_absent
from ..values.codec import codec
from .media_types import essence
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
        """The records, each ended by a line feed."""
        media_type = asked or self._media_type
        content_type = media_type.encode("ascii")
        if is_raw(value):
            return payload_of(source_of(value), content_type)
        start = _RECORD if essence(media_type).endswith("json-seq") else b""

        def record(item: object) -> bytes:
            return start + self._codec.write(self._codec.accept(item)) + b"\n"

        kind: type[Any] = value.__class__
        if issubclass(kind, list):
            return Payload(content_type, b"".join(map(record, value)))
        return payload_of(IterableSource(_records(value, record)), content_type)


def _records(items: Any, record: Callable[[object], bytes]) -> Iterable[bytes] | AsyncIterable[bytes]:
    """The records of an iterable, which can be read as often as that can."""
    kind: type[Any] = items.__class__
    if issubclass(kind, AsyncIterator):
        return _AsyncOnce(items, record)
    if issubclass(kind, AsyncIterable):
        return _AsyncRecords(items, record)
    return map(record, items) if issubclass(kind, Iterator) else _Records(items, record)


class _Records:
    def __init__(self, items: Iterable[object], record: Callable[[object], bytes]) -> None:
        self._items = items
        self._record = record

    def __iter__(self) -> Iterator[bytes]:
        return map(self._record, self._items)


class _AsyncRecords:
    def __init__(self, items: AsyncIterable[object], record: Callable[[object], bytes]) -> None:
        self._items = items
        self._record = record

    def __aiter__(self) -> AsyncIterator[bytes]:
        return _AsyncOnce(aiter(self._items), self._record)


class _AsyncOnce:
    """No asynchronous generator: one that is dropped half-way would be left to the event loop."""

    def __init__(self, items: AsyncIterator[object], record: Callable[[object], bytes]) -> None:
        self._items = items
        self._record = record

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        return self._record(await anext(self._items))
