"""Which row of an operation an answer belongs to, by status and media type."""

from __future__ import annotations

from typing import Any

from ..values.codec import Codec, codec
from .answer_rows import ApiError, Bytes, Download, Empty, Events, Json, JsonError, JsonLines, Response, Text

_MAXIMUM_HANDLERS = 64
"""How many (status, content type) pairs are remembered: the server chooses the text of a content type."""


class Handler:
    """What to do with an answer: one row with its codec, which the first such answer makes: most errors never come."""

    __slots__ = ("_codec", "is_error", "is_stream", "media_type", "row")

    def __init__(self, row: Response) -> None:
        self.row = row
        self._codec: Codec[Any] | None = None
        self.is_error = isinstance(row, JsonError | ApiError)
        self.is_stream = isinstance(row, Download | Events | JsonLines)
        self.media_type = _media_type(getattr(row, "media_type", "*/*"))

    @property
    def codec(self) -> Codec[Any]:
        """The codec of the row's type.  Raises `TypeError` for a row that has none."""
        made = self._codec
        if made is None:
            made = self._codec = _codec_of(self.row)
        return made

    def accepts(self, media_type: str) -> bool:
        """Whether a media type (type/subtype, lower case) is this row's; `*/*` and `a/*` match."""
        own = self.media_type
        if own in (media_type, "*/*", "*"):
            return True
        return own.endswith("/*") and media_type.partition("/")[0] == own[:-2]

    @property
    def breadth(self) -> int:
        """Of the media types that match, the narrowest counts: 0 is one type, 1 is `a/*`, 2 is `*/*`."""
        return self.media_type.count("*")


def _codec_of(row: Response) -> Codec[Any]:
    match row:
        case Json() | Events() | JsonLines():
            return codec(row.type())
        case JsonError():
            return codec(row.data())
        case Text() | Bytes() | Download() | Empty() | ApiError():
            raise TypeError(f"{type(row).__name__} has no type")


def _media_type(text: str) -> str:
    return text.partition(";")[0].strip().lower()


class Handlers:
    """The rows of an operation by status: exact code, then `NXX`, then `default`."""

    def __init__(self, rows: tuple[Response, ...]) -> None:
        self._exact: dict[int, list[Handler]] = {}
        self._classes: dict[int, list[Handler]] = {}
        self._default: list[Handler] = []
        self._found: dict[tuple[int, str | None], Handler | None] = {}
        self._handlers: list[Handler] = []
        for handler in sorted(map(Handler, rows), key=lambda each: each.breadth):
            row = handler.row
            self._handlers.append(handler)
            if row.status.isdigit():
                self._exact.setdefault(int(row.status), []).append(handler)
            elif row.status == "default":
                handler.is_error = True
                self._default.append(handler)
            else:
                self._classes.setdefault(int(row.status[0]), []).append(handler)

    def handler(self, status: int, content_type: str | None) -> Handler | None:
        """The row for an answer; None: nothing matches."""
        key = (status, content_type)
        try:
            return self._found[key]
        except KeyError:
            found = self._find(status, content_type)
            if len(self._found) < _MAXIMUM_HANDLERS:
                self._found[key] = found
            return found

    def _find(self, status: int, content_type: str | None) -> Handler | None:
        media_type = _media_type(content_type or "application/octet-stream")
        for rows in self._levels(status):
            for handler in rows:
                if handler.accepts(media_type):
                    return handler
        return None

    def _levels(self, status: int) -> list[list[Handler]]:
        levels = [rows for rows in (self._exact.get(status), self._classes.get(status // 100)) if rows]
        # A success that is declared and comes with another media type is unexpected; it is not the `default` error.
        return levels if levels and 200 <= status < 300 else [*levels, self._default]

    @property
    def has_streams(self) -> bool:
        """Whether any of the answers is left open."""
        return any(handler.is_stream for handler in self._handlers)

    def preload(self) -> None:
        """Make the codec of every row."""
        for handler in self._handlers:
            if isinstance(handler.row, Json | Events | JsonLines | JsonError):
                _ = handler.codec

    def declares(self, status: int) -> bool:
        """Whether a success row names this status, whatever the media type."""
        rows = [*self._exact.get(status, ()), *self._classes.get(status // 100, ())]
        return any(not handler.is_error for handler in rows)


def accept_of(rows: tuple[Response, ...]) -> str:
    """The Accept header: the media types of the successes, in the order of the document."""
    types: list[str] = []
    for row in rows:
        if isinstance(row, Json | Text | Bytes | Download | Events | JsonLines) and row.media_type not in types:
            types.append(row.media_type)
    if not types:
        types = [row.media_type for row in rows if isinstance(row, JsonError)][:1]
    return ", ".join(types) or "*/*"
