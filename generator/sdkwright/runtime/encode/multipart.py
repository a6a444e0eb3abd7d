"""Multipart bodies: `multipart/form-data` (RFC 7578), and other kinds with the same parts (RFC 2046, RFC 2387).

Files are written as files, scalars as text, objects as JSON; a list is one part per item.  OpenAPI 3.1, section 4.8.15,
says what an `encoding` entry changes.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, cast

from ..files import File, PartBytes
from ..values.codec import Codec
from . import parameters
from .media_types import essence, guessed, is_json
from .payload import Source
from .properties import Given, as_list, is_object, properties
from .sources import BytesSource, source_of

if TYPE_CHECKING:
    from .request_rows import PartEncoding

__all__ = ["Multipart", "multipart_body"]


class Multipart:
    """A multipart body: `content` if all of it is in memory, otherwise chunks that are read while they are sent."""

    def __init__(self, content_type: str, pieces: Sequence[Source]) -> None:
        self.content_type = content_type
        self._pieces = pieces

    @property
    def content(self) -> bytes | None:
        """The whole body, or None if some of it is on disk or in a file object."""
        whole = [piece.content for piece in self._pieces if isinstance(piece, BytesSource)]
        return b"".join(whole) if len(whole) == len(self._pieces) else None

    @property
    def replayable(self) -> bool:
        """Whether it can be sent again."""
        return all(piece.replayable for piece in self._pieces)

    @property
    def length(self) -> int | None:
        """The number of bytes, where it is known."""
        lengths = [piece.length for piece in self._pieces]
        return None if None in lengths else sum(cast(list[int], lengths))

    def stream(self) -> Iterator[bytes]:
        """The body from its beginning."""
        for piece in self._pieces:
            yield from piece.stream()

    def astream(self) -> AsyncIterator[bytes]:
        """The body from its beginning, without blocking the event loop."""
        return _Chain(self._pieces)


class _Chain:
    """The chunks of several sources, one after the other."""

    def __init__(self, pieces: Sequence[Source]) -> None:
        self._rest = iter(pieces)
        self._current: AsyncIterator[bytes] = BytesSource(b"").astream()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        while True:
            async for chunk in self._current:
                return chunk
            piece = next(self._rest, None)
            if piece is None:
                raise StopAsyncIteration
            self._current = piece.astream()


def multipart_body(
    owner: Codec[Any],
    value: Any,
    encodings: Sequence[PartEncoding] = (),
    extra: Mapping[str, Any] | None = None,
    *,
    brackets: bool = False,
    boundary: str | None = None,
    media_type: str = "multipart/form-data",
) -> Multipart:
    """A multipart body.  `extra`: further members.  `brackets`: the parts of a list are called `name[]`.

    In other kinds than `multipart/form-data` each part says its media type, and RFC 2387, section 3.1, has
    `multipart/related` name that of the first.

    Raises OSError for a file that is not there, ValueError for a media type with a line break.
    """
    boundary = boundary or token_hex(16)
    by_name = {encoding.name: encoding for encoding in encodings}
    pieces: list[Source] = []
    kind = essence(media_type)
    first: str | None = None
    for given in properties(value, extra):
        for name, part in _parts(owner, given, by_name.get(given.wire), brackets):
            said = part.content_type or (None if kind == "multipart/form-data" else "text/plain; charset=utf-8")
            first = first or said
            head = f"--{boundary}\r\n{_disposition(name, part._replace(content_type=said))}\r\n\r\n"
            pieces += BytesSource(head.encode()), part.body, BytesSource(b"\r\n")
    pieces.append(BytesSource(f"--{boundary}--\r\n".encode()))
    named = f'; type="{essence(first)}"' if kind == "multipart/related" and first else ""
    return Multipart(f"{media_type}; boundary={boundary}{named}", pieces)


class _Part(NamedTuple):
    body: Source
    content_type: str | None = None
    file_name: str | None = None


def _parts(
    owner: Codec[Any], given: Given, encoding: PartEncoding | None, brackets: bool
) -> Iterator[tuple[str, _Part]]:
    items = as_list(given.value)
    stated = None if encoding is None else encoding.content_type
    if stated is not None and is_json(stated) and not _has_files(given.value):
        yield given.wire, _Part(BytesSource(given.json(owner)), stated)
    elif items is None:
        yield given.wire, _part(owner, given, given.value, stated)
    elif encoding is not None and not encoding.explode and not any(map(is_object, items)):
        yield given.wire, _Part(BytesSource(",".join(map(parameters.text_of, items)).encode()), stated)
    else:
        name = given.wire + "[]" if brackets else given.wire
        for item in items:
            yield name, _part(owner, given._replace(name=None, value=item), item, stated)


def _part(owner: Codec[Any], given: Given, value: Any, stated: str | None) -> _Part:
    if isinstance(value, File):
        name = value.name(given.wire)
        return _Part(source_of(value.content), value.content_type or _of_one(stated) or guessed(name), name)
    if isinstance(value, PartBytes):
        return _Part(BytesSource(value), _of_one(stated) or guessed(given.wire), given.wire)
    if is_object(value) or isinstance(value, list | tuple):
        return _Part(BytesSource(given.json(owner)), _of_one(stated) or "application/json")
    return _Part(BytesSource(parameters.text_of(value).encode()), _of_one(stated))


def _has_files(value: Any) -> bool:
    return any(isinstance(item, File | PartBytes) for item in (value, *(as_list(value) or ())))


def _of_one(stated: str | None) -> str | None:
    """The media type of an `encoding` entry, where it names just one."""
    return stated if stated and "*" not in stated and "," not in stated else None


_ESCAPES: Final = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})
"""As the HTML standard escapes the names of parts (section 4.10.22.8)."""


def _disposition(name: str, part: _Part) -> str:
    line = f'Content-Disposition: form-data; name="{name.translate(_ESCAPES)}"'
    if part.file_name is not None:
        line += f'; filename="{part.file_name.translate(_ESCAPES)}"'
    if part.content_type is None:
        return line
    if any(char in part.content_type for char in "\r\n\0"):
        raise ValueError("a media type holds a line break")
    return f"{line}\r\nContent-Type: {part.content_type}"
