"""JSON lines: one JSON value a line.  Empty lines are skipped; work is linear in the input."""

from __future__ import annotations

from typing import Final

from .sse import MAX_EVENT_BYTES, EventTooLargeError

__all__ = ["LineDecoder"]

_BLANK: Final = b" \t\r"


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
