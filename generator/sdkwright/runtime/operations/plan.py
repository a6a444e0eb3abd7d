"""What is worked out of an `Operation` on its first call: encoders with their codecs, the response table, the policy.

This half may import pydantic (through `codec`).  Building it twice in two threads does no harm: the results are equal
and one of them stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from pydantic_core import from_json

from ..encode.bodies import BodyEncoder, body_encoder
from ..encode.parameters import JsonText, cookie_json, header_json, path_json, query_json
from ..operation import (
    ApiError,
    Bytes,
    Cookie,
    Download,
    Empty,
    Events,
    Header,
    Json,
    JsonError,
    JsonLines,
    Operation,
    Path,
    Query,
    Response,
    Text,
)
from ..retries import Policy, document_policy
from ..unset import UNSET
from ..values.codec import Codec, codec

_MAXIMUM_HANDLERS = 64
"""How many (status, content type) pairs are remembered: the server chooses the text of a content type."""


class Parameter:
    """One parameter with its codec."""

    __slots__ = ("argument", "codec", "default", "encode", "global_name", "is_json", "name", "required", "reserved")

    def __init__(self, row: Path | Query | Header | Cookie) -> None:
        self.argument = row.argument
        self.name = row.name
        self.encode: Any = row.encode
        self.global_name = row.global_name
        self.required = True if isinstance(row, Path) else row.required
        self.reserved = row.allow_reserved if isinstance(row, Path | Query) else False
        self.codec: Codec[Any] | None = None if row.type is None else codec(row.type())
        self.is_json = row.encode in (path_json, query_json, header_json, cookie_json)
        self.default: object = None
        if row.default is not None:
            self.default = JsonText(row.default) if self.is_json else from_json(row.default)

    def value(self, arguments: Mapping[str, object], global_values: Mapping[str, object]) -> object:
        """The plain value to encode, or None.  Raises `ValueError` if a required one is missing."""
        value = arguments.get(self.argument) if self.argument is not None else None
        if value is None or value is UNSET:
            value = global_values.get(self.global_name) if self.global_name is not None else None
            if value is None or value is UNSET:
                if self.required and self.default is None:
                    raise ValueError(f"the parameter {self.name!r} is required")
                return self.default
            if isinstance(value, str):
                return value  # perhaps from the environment, where everything is text
        return value if self.codec is None else _plain(self.codec, value, self.is_json)


def _plain(codec: Codec[Any], value: object, is_json: bool) -> object:
    """A checked value as plain data with wire names.  Scalars keep their Python types."""
    checked = codec.accept(value)
    if is_json:
        return JsonText(codec.write(checked).decode())
    return cast("object", codec.plain(checked))


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


class Responses:
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

    def preload(self) -> None:
        """Make the codec of every row."""
        for handler in self._handlers:
            if isinstance(handler.row, Json | Events | JsonLines | JsonError):
                _ = handler.codec

    def declares(self, status: int) -> bool:
        """Whether a success row names this status, whatever the media type."""
        rows = [*self._exact.get(status, ()), *self._classes.get(status // 100, ())]
        return any(not handler.is_error for handler in rows)


def _accept(rows: tuple[Response, ...]) -> str:
    """The Accept header: the media types of the successes, in the order of the document."""
    types: list[str] = []
    for row in rows:
        if isinstance(row, Json | Text | Bytes | Download | Events | JsonLines) and row.media_type not in types:
            types.append(row.media_type)
    if not types:
        types = [row.media_type for row in rows if isinstance(row, JsonError)][:1]
    return ", ".join(types) or "*/*"


class Prepared:
    """Everything a call needs that depends on the operation alone."""

    __slots__ = (
        "accept",
        "body",
        "cookies",
        "headers",
        "pieces",
        "policy",
        "query",
        "responses",
        "static_path",
        "static_query",
    )

    def __init__(self, operation: Operation[Any, Any]) -> None:
        self.pieces: list[str | Parameter] = [
            piece if isinstance(piece, str) else Parameter(piece) for piece in operation.path
        ]
        self.static_query = ""
        last = self.pieces[-1] if self.pieces else ""
        if isinstance(last, str) and "?" in last:
            # A path template of the document may carry a fixed query.
            self.pieces[-1], _, self.static_query = last.partition("?")
        literal = [piece for piece in self.pieces if isinstance(piece, str)]
        self.static_path = "".join(literal) if len(literal) == len(self.pieces) else None
        self.query = tuple(Parameter(row) for row in operation.query)
        self.headers = tuple(Parameter(row) for row in operation.headers)
        self.cookies = tuple(Parameter(row) for row in operation.cookies)
        self.accept = (b"Accept", _accept(operation.responses).encode("ascii"))
        self.body: BodyEncoder | None = None if operation.body is None else body_encoder(operation.body)
        self.policy: Policy | None = None if operation.retries is None else document_policy(operation.retries)
        self.responses = Responses(operation.responses)

    def path(self, arguments: Mapping[str, object], global_values: Mapping[str, object]) -> str:
        """The encoded path.  Raises `ValueError` for an empty value and for `.` and `..` as a segment."""
        if self.static_path is not None:
            return self.static_path
        parts: list[str] = []
        for piece in self.pieces:
            if type(piece) is str:
                parts.append(piece)
            else:
                parameter = cast("Parameter", piece)
                value = parameter.value(arguments, global_values)
                parts.append(parameter.encode(parameter.name, value, parameter.reserved))
        path = "".join(parts)
        if "/." in path and any(segment in (".", "..") for segment in path.split("/")):
            raise ValueError("a path parameter makes '.' or '..' a segment of the path")
        return path

    def query_parts(self, arguments: Mapping[str, object], global_values: Mapping[str, object]) -> list[str]:
        """The encoded pairs of the query."""
        parts = [self.static_query] if self.static_query else []
        for parameter in self.query:
            value = parameter.value(arguments, global_values)
            if value is not None:
                part = parameter.encode(parameter.name, value, parameter.reserved)
                if part:
                    parts.append(part)
        return parts


def prepare(operation: Operation[Any, Any]) -> Prepared:
    """The prepared form of an operation, made once."""
    prepared = operation.prepared
    if prepared is None:
        prepared = operation.prepared = Prepared(operation)
    return prepared
