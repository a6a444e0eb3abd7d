"""Server-sent events: bytes to events, by the algorithm of the HTML standard, section 9.2.6.

Two things differ from the letter, both on purpose: an event that the end of the stream leaves unfinished is dispatched,
and one event is capped in size.  Lines are found in the bytes, before decoding: UTF-8 allows that, and the work is
linear in the input however it is cut into chunks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pydantic_core import CoreConfig, SchemaValidator, from_json

from .asides import checked, is_suspect

if TYPE_CHECKING:
    from ..values.codec import Codec

__all__ = ["MAX_EVENT_BYTES", "EventDecoder", "EventTooLargeError", "RawEvent", "event_reader"]

MAX_EVENT_BYTES: Final = 10 * 1024 * 1024

RawEvent: TypeAlias = tuple[bytes, str, str, int | None]
"""The data (as it came), the event type (empty: none was given), the last event id (empty: none yet) and `retry`
in milliseconds, if this event set it."""

_BOM: Final = b"\xef\xbb\xbf"


class EventTooLargeError(ValueError):
    """One event, line or JSON line of a stream is larger than the cap."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"one event of the stream is larger than {limit} bytes")
        self.limit = limit

    def __reduce__(self) -> tuple[type[EventTooLargeError], tuple[int]]:
        return type(self), (self.limit,)


class EventDecoder:
    """Cuts a stream into events.  After the sentinel `ended` is true, and nothing more is dispatched."""

    __slots__ = (
        "_after_cr",
        "_between",
        "_data",
        "_event",
        "_id",
        "_limit",
        "_pending",
        "_retry",
        "_sentinel",
        "_size",
        "_start",
        "ended",
    )

    def __init__(self, sentinel: str | None = None, limit: int = MAX_EVENT_BYTES) -> None:
        self.ended = False
        self._between = False
        self._sentinel = None if sentinel is None else sentinel.encode()
        self._limit = limit
        self._start: bytes | None = b""
        self._after_cr = False
        self._pending = bytearray()
        self._size = 0
        self._data: list[bytes] = []
        self._event = ""
        self._id = ""
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> list[RawEvent]:
        """The events that a chunk completes.  Raises EventTooLargeError."""
        if self._between and len(chunk) <= self._limit:
            lines = chunk.splitlines()
            if len(lines) == 2 and not lines[1] and chunk[-1] == 10 and lines[0][:6] == b"data: ":
                # The common chunk is one event of one line, ended by an empty line; 10 is LF.
                data = lines[0][6:]
                if data != self._sentinel:
                    return [(data, "", self._id, None)]
        if self._start is not None or self._after_cr:
            chunk = self._beginning(chunk)
        pending = self._pending
        if not pending and chunk.endswith(b"\n"):
            return self._lines(chunk.splitlines())
        if b"\n" not in chunk and b"\r" not in chunk:
            if chunk:
                self._between = False
                pending += chunk
                if self._size + len(pending) > self._limit:
                    raise EventTooLargeError(self._limit)
            return []
        if pending:
            chunk = b"".join((pending, chunk))
            pending.clear()
        lines = chunk.splitlines()
        if chunk.endswith(b"\r"):
            self._after_cr = True
        elif not chunk.endswith(b"\n"):
            pending += lines.pop()
        events = self._lines(lines)
        if self._size + len(pending) > self._limit:
            raise EventTooLargeError(self._limit)
        if pending or self._after_cr:
            self._between = False
        return events

    def _beginning(self, chunk: bytes) -> bytes:
        """A chunk without the byte order mark, and without the LF of a CR that ended the chunk before."""
        if self._start is not None:
            chunk = self._start + chunk
            if len(chunk) < 3 and _BOM.startswith(chunk):
                self._start = chunk
                return b""
            self._start = None
            chunk = chunk.removeprefix(_BOM)
        if self._after_cr and chunk:
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        return chunk

    def finish(self) -> list[RawEvent]:
        """The event that the end of the stream completes."""
        last = (self._start or b"") + bytes(self._pending)
        self._start = None
        self._pending.clear()
        return self._lines([last, b""])

    def _lines(self, lines: list[bytes]) -> list[RawEvent]:
        events: list[RawEvent] = []
        data, size, limit = self._data, self._size, self._limit
        for line in lines:
            if not line:
                size = 0
                if data and not self.ended:
                    whole = data[0] if len(data) == 1 else b"\n".join(data)
                    if whole == self._sentinel:
                        self.ended = True
                    else:
                        events.append((whole, self._event, self._id, self._retry))
                    data.clear()
                self._event = ""
                self._retry = None
            elif line[0] != 58:  # a colon begins a comment
                size += len(line)
                if size > limit:
                    raise EventTooLargeError(limit)
                if line[:6] == b"data: ":
                    data.append(line[6:])
                elif line[:7] == b"event: ":
                    self._event = line[7:].decode("utf-8", "replace")
                else:
                    self._field(line)
        self._size = size
        self._between = not (data or self._event or self.ended) and self._retry is None
        return events

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        if value.startswith(b" "):
            value = value[1:]
        if name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id":
            if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
        elif name == b"data":
            self._data.append(value)
        elif name == b"retry" and value.isdigit():  # of bytes: ASCII digits alone
            self._retry = int(value[:18])


def _type_member(kind: str) -> bytes:
    """The member `event` of the object that is read."""
    return b',"event":' + encode_basestring_ascii(kind).encode() if kind else b""


_known_member: Final = lru_cache(maxsize=256)(_type_member)
"""The same, for types of at most so many characters; a stream has few."""
_LONGEST_KNOWN: Final = 64


_ONE_VALUE: Final = SchemaValidator(
    {
        "type": "union",
        "mode": "left_to_right",
        "choices": [{"type": "typed-dict", "fields": {}}, {"type": "any"}],
    },
    CoreConfig(title="data", hide_input_in_errors=True),
)
"""Takes one JSON value.  An object, which data mostly is, is parsed and nothing is built of it."""


def event_reader(codec: Codec[Any], *, data_only: bool, text: bool) -> Callable[[RawEvent], Any]:
    """Makes the value of one event.

    With `data_only` the codec reads the data, otherwise an object with `data`, `event`, `id` and `retry`.  `text`: the
    data is a plain text and no JSON.  The readers raise `pydantic.ValidationError`.
    """
    read = codec.read
    if data_only:
        if text:
            return lambda event: codec.read_data(event[0].decode("utf-8", "replace"))

        def data(event: RawEvent) -> Any:
            # UTF-8 with replacement; ASCII, which JSON mostly is, goes on as it came.
            raw = event[0]
            value = read(raw if raw.isascii() else raw.decode("utf-8", "replace"))
            return checked(value) if is_suspect(raw, event[1]) else value

        return data

    def whole(event: RawEvent) -> Any:
        value = read(event_json(event, text=text))
        data, kind = event[0], event[1]
        if kind == "error" or (not kind and is_suspect(data)):
            checked(getattr(value, "data", value))
        return value

    return whole


def is_plain_text(data: bytes) -> bool:
    """Whether data may be a text that stands there as it is, because a choice has texts beside its JSON: a word, but no
    object, not even a broken one, and no list or text of JSON."""
    try:
        return isinstance(from_json(data), int | float | None)
    except ValueError:
        return not data.lstrip().startswith(b"{")


_check: Final = _ONE_VALUE.validate_json


def event_json(event: RawEvent, *, text: bool) -> bytes:
    """An event as an object with `data`, `event`, `id` and `retry`.

    Raises `pydantic.ValidationError` if the data is not one JSON value.
    """
    data, kind, last_id, retry = event
    if text:
        data = encode_basestring_ascii(data.decode("utf-8", "replace")).encode()
    elif data:
        if not data.isascii():
            data = data.decode("utf-8", "replace").encode()
        # It becomes a part of an object's text, so it must be a value by itself: `1,"event":"x"` is none.
        _check(data)
    members = _known_member(kind) if len(kind) <= _LONGEST_KNOWN else _type_member(kind)
    if last_id:
        members = b'%b,"id":%b' % (members, encode_basestring_ascii(last_id).encode())
    if retry is not None:
        members = b'%b,"retry":%d' % (members, retry)
    return b'{"data":%b%b}' % (data, members) if data else b"{%b}" % members[1:]
