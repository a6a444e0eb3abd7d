"""JSON lines: one JSON value a line.  Empty lines are skipped; work is linear in the input."""

from __future__ import annotations

from typing import Final

from .sse import MAX_EVENT_BYTES, EventTooLargeError

__all__ = ["LineDecoder"]

_BLANK: Final = b" \t\r"


class LineDecoder:
    """Cuts a stream into lines at LF; a CR before it belongs to the line's end."""

    __slots__ = ("_limit", "_pending", "_size", "ended")

    def __init__(self, limit: int = MAX_EVENT_BYTES) -> None:
        self.ended = False
        self._limit = limit
        self._pending: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        """The lines that a chunk completes.  Raises EventTooLargeError."""
        head, newline, rest = chunk.partition(b"\n")
        self._size += len(head)
        if self._size > self._limit:
            raise EventTooLargeError(self._limit)
        self._pending.append(head)
        if not newline:
            return []
        first = b"".join(self._pending)
        lines = [first, *rest.split(b"\n")]
        last = lines.pop()
        self._pending = [last]
        self._size = len(last)
        if max(map(len, lines)) > self._limit or self._size > self._limit:
            raise EventTooLargeError(self._limit)
        return [stripped for line in lines if (stripped := line.strip(_BLANK))]

    def finish(self) -> list[bytes]:
        """The last line, if the stream does not end with a newline."""
        last = b"".join(self._pending).strip(_BLANK)
        self._pending = []
        return [last] if last else []
