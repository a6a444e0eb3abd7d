"""Which row of an operation an answer belongs to, by status and media type."""

from __future__ import annotations

from typing import Any

from ..values.codec import Codec, codec
from .answer_rows import ApiError, Bytes, Download, Empty, Events, Json, JsonError, JsonLines, Response, Text

_MAXIMUM_HANDLERS = 64
"""How many (status, content type) pairs are remembered: the server chooses the text of a content type."""


class Handler:
    """What to do with an answer: one row with its codec, which the first such answer makes: most errors never come."""

    __slots__ = ("_codec", "is_error", "is_stream", "media_type", "operation", "otherwise", "presumed", "row")

    def __init__(
        self, row: Response, operation: str, *, presumed: bool = False, otherwise: Handler | None = None
    ) -> None:
        self.row = row
        self.operation = operation
        """The id of the operation, for texts."""
        self.presumed = presumed
        """Whether the document does not name the answer: it is this one if it fits, and else belongs to `otherwise`."""
        self.otherwise = otherwise
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


def _is_json(media_type: str) -> bool:
    """RFC 6839, section 3.1, and the types that servers use without it: `application/json`, `text/json`, `a/b+json`."""
    return media_type.endswith(("/json", "+json"))


def _is_lines(media_type: str) -> bool:
    """Whether a media type is one of the names that JSON lines go by; no specification settled on one."""
    return media_type.endswith(("ndjson", "jsonl", "jsonlines", "json-lines"))


def _declared(rows: list[Handler], media_type: str) -> Handler | None:
    """The row of a media type: the one that names it; every kind of JSON is a JSON row's, JSON lines under any name are
    a row's of JSON lines; a file may be anything."""
    for handler in rows:
        if handler.accepts(media_type):
            return handler
    for handler in rows:
        if _is_json(media_type) and isinstance(handler.row, Json | JsonError):
            return handler
        if isinstance(handler.row, JsonLines) and _is_lines(media_type) and _is_lines(handler.media_type):
            return handler
    return next((handler for handler in rows if isinstance(handler.row, Bytes | Download)), None)


class Handlers:
    """The rows of an operation by status: exact code, then `NXX`, then `default`."""

    def __init__(self, rows: tuple[Response, ...], operation: str) -> None:
        self.operation = operation
        self._exact: dict[int, list[Handler]] = {}
        self._classes: dict[int, list[Handler]] = {}
        self._default: list[Handler] = []
        self._found: dict[tuple[int, str | None], Handler | None] = {}
        self._handlers: list[Handler] = []
        self._undeclared = Handler(ApiError("4XX"), operation)
        for handler in sorted([Handler(row, operation) for row in rows], key=lambda each: each.breadth):
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
        levels = [rows for rows in (self._exact.get(status), self._classes.get(status // 100)) if rows]
        for rows in levels:
            found = _declared(rows, media_type)
            if found is not None:
                return found
        successes = [handler for rows in levels for handler in rows if not handler.is_error]
        if successes:  # one that comes as something else is unexpected; it is not the `default` error
            return _presumed(successes, None)
        otherwise = _declared(self._default, media_type)
        if otherwise is None and status >= 400:
            return self._undeclared
        return self._another_success(media_type, otherwise) if 200 <= status < 300 and not levels else otherwise

    def _another_success(self, media_type: str, otherwise: Handler | None) -> Handler | None:
        """For a success that is not declared: the row of another one whose body this may be."""
        declared = [handler for handler in self._handlers if not handler.is_error]
        bodies = [handler for handler in declared if not isinstance(handler.row, Empty)]
        found = next((handler for handler in bodies or declared if handler.accepts(media_type)), None)
        if found is not None and not isinstance(found.row, Json):
            return found
        return _presumed(bodies, otherwise) if found is None else _presumed([found], otherwise)

    @property
    def has_streams(self) -> bool:
        """Whether any of the answers is left open."""
        return any(handler.is_stream for handler in self._handlers)

    def preload(self) -> None:
        """Make the codec of every row."""
        for handler in self._handlers:
            if isinstance(handler.row, Json | Events | JsonLines | JsonError):
                _ = handler.codec

    @property
    def has_results(self) -> bool:
        """Whether a success is declared."""
        return any(not handler.is_error for handler in self._handlers)


def _presumed(rows: list[Handler], otherwise: Handler | None) -> Handler | None:
    """JSON in an answer that does not say so: what a JSON row's type reads is its answer."""
    row = next((handler.row for handler in rows if isinstance(handler.row, Json)), None)
    return otherwise if row is None else Handler(row, rows[0].operation, presumed=True, otherwise=otherwise)


def accept_of(rows: tuple[Response, ...]) -> str:
    """The Accept header: the media types of the successes, in the order of the document."""
    types: list[str] = []
    for row in rows:
        if isinstance(row, Json | Text | Bytes | Download | Events | JsonLines) and row.media_type not in types:
            types.append(row.media_type)
    if not types:
        types = [row.media_type for row in rows if isinstance(row, JsonError)][:1]
    return ", ".join(types) or "*/*"
