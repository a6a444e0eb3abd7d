"""JSON lines: one JSON value a line; and sequences of JSON texts, where a record separator begins each (RFC 7464).

Empty lines and records are skipped.  Work is linear in the input, but for a text of many lines in a sequence.
"""

from __future__ import annotations

from typing import Final

from pydantic_core import from_json

from .sse import MAX_EVENT_BYTES, EventTooLargeError

__all__ = ["LineDecoder", "SequenceDecoder", "decoder_of"]

_BLANK: Final = b" \t\r"
_RECORD: Final = b"\x1e"
_ENDS: Final = {b"{": b"}", b"[": b"]", b'"': b'"'}
"""How a JSON text ends that begins so; others are on one line."""


def decoder_of(media_type: str) -> LineDecoder | SequenceDecoder:
    """The decoder of an answer of many JSON texts."""
    return SequenceDecoder() if media_type.partition(";")[0].strip().lower().endswith("json-seq") else LineDecoder()


class LineDecoder:
    """Cuts a stream into lines at LF; a CR before it belongs to the line's end."""

    __slots__ = ("_limit", "_pending", "ended")

    def __init__(self, limit: int = MAX_EVENT_BYTES) -> None:
        self.ended = False
        self._limit = limit
        self._pending = bytearray()

    def feed(self, chunk: bytes) -> list[bytes]:
        """The lines that a chunk completes.  Raises EventTooLargeError."""
        pending = self._pending
        if b"\n" not in chunk:
            pending += chunk
            if len(pending) > self._limit:
                raise EventTooLargeError(self._limit)
            return []
        lines = (b"".join((pending, chunk)) if pending else chunk).split(b"\n")
        pending[:] = lines.pop()
        if max(len(pending), *map(len, lines)) > self._limit:
            raise EventTooLargeError(self._limit)
        return [stripped for line in lines if (stripped := line.strip(_BLANK))]

    def finish(self) -> list[bytes]:
        """The last line, if the stream does not end with a newline."""
        last = bytes(self._pending).strip(_BLANK)
        self._pending.clear()
        return [last] if last else []


class SequenceDecoder:
    """Cuts a stream into JSON texts: at record separators, and at the line feed that ends a whole text.

    The latter, so that a text is there as soon as it was sent and not when the next one begins.
    """

    __slots__ = ("_limit", "_lines", "_record", "_size", "ended")

    def __init__(self, limit: int = MAX_EVENT_BYTES) -> None:
        self.ended = False
        self._limit = limit
        self._lines = LineDecoder(limit)
        self._record: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        """The texts that a chunk completes.  Raises EventTooLargeError."""
        return [text for line in self._lines.feed(chunk) for text in self._of_line(line)]

    def finish(self) -> list[bytes]:
        """The last text, if the stream does not end with a line feed."""
        texts = [text for line in self._lines.finish() for text in self._of_line(line)]
        return texts + self._taken()

    def _of_line(self, line: bytes) -> list[bytes]:
        head, *starts = line.split(_RECORD)
        texts: list[bytes] = []
        self._add(head)
        for start in starts:
            texts += self._taken()
            self._add(start)
        return texts + self._taken() if self._is_whole() else texts

    def _add(self, line: bytes) -> None:
        if line := line.strip(_BLANK):
            self._record.append(line)
            self._size += len(line) + 1
            if self._size > self._limit:
                raise EventTooLargeError(self._limit)

    def _is_whole(self) -> bool:
        if not self._record:
            return False
        end = _ENDS.get(self._record[0][:1])
        if end is None or not self._record[-1].endswith(end):
            return end is None
        try:
            from_json(b"\n".join(self._record))
        except ValueError:
            return False
        return True

    def _taken(self) -> list[bytes]:
        text = b"\n".join(self._record)
        self._record.clear()
        self._size = 0
        return [text] if text else []
