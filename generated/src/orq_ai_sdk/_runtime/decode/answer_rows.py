"""The rows of an operation's plan that say what may be answered, by status and media type."""

from __future__ import annotations

from typing import TypeAlias

from ..values.rows import Row, Type


class Json(Row):
    """A JSON answer of the given type."""

    status: str
    media_type: str
    type: Type


class Text(Row):
    """A text answer: `str`."""

    status: str
    media_type: str


class Bytes(Row):
    """An answer of bytes, read whole."""

    status: str
    media_type: str


class Download(Row):
    """An answer of bytes, streamed."""

    status: str
    media_type: str


class Events(Row):
    """Server-sent events.

    `type` is the type of one event as the document has it: an object with `data` and perhaps `event`, `id`, `retry`;
    with `data_only` it is the type of the data, and the stream yields the data alone.  `text`: `data` is plain text,
    not JSON.  `sentinel` is the data that ends the stream.
    """

    status: str
    media_type: str
    type: Type
    data_only: bool = False
    text: bool = False
    sentinel: str | None = None


class JsonLines(Row):
    """One JSON value a line, each of the given type."""

    status: str
    media_type: str
    type: Type


class Empty(Row):
    """A success without content."""

    status: str


class JsonError(Row):
    """A declared error: the exception class and the type of its `.data`.

    `message` is the path of the message in the (wire) body.
    """

    status: str
    media_type: str
    error: Type
    data: Type
    message: tuple[str, ...] = ("message",)


class ApiError(Row):
    """An error without a schema of its own: the SDK's default error, whatever the media type."""

    status: str


Response: TypeAlias = Json | Text | Bytes | Download | Events | JsonLines | Empty | JsonError | ApiError
