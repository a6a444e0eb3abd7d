"""Bodies of the two form kinds: `application/x-www-form-urlencoded` and `multipart/form-data` (RFC 7578).

Properties are written under their wire names, and only those that were set; an explicit None has no form here and is
left out.  OpenAPI 3.1, section 4.8.15, says how one property is written:

* urlencoded: with an `encoding` entry by its style; without one, scalars and lists of scalars as `name=value` pairs
  and objects as JSON;
* multipart: files as files, scalars as text, objects as JSON; a list is one part per item.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, cast

import pydantic
from pydantic_core import to_json

from ..files import File
from ..unset import UNSET
from ..values.codec import Codec, codec
from . import parameters
from .sources import BytesSource, Source, source_of

if TYPE_CHECKING:
    from .request_rows import PartEncoding

__all__ = ["Multipart", "form_body", "multipart_body"]


class _Property(NamedTuple):
    """One property that was set: its wire name, its value, and the names that lead to its JSON."""

    wire: str
    value: Any
    owner: Any
    name: str | None
    """The field's Python name, or None for a further property."""

    def json(self, owner: Codec[Any]) -> bytes:
        """The JSON of the value, as a JSON body would have it."""
        if self.name is None:
            return _json_of(self.value)
        prefix = b"{" + to_json(self.wire) + b":"
        body = owner.write(self.owner, only=self.name)
        return body.removeprefix(prefix)[:-1]


def _json_of(value: Any) -> bytes:
    return codec(type(value)).write(value) if isinstance(value, pydantic.BaseModel) else codec(Any).write(value)


def _properties(value: Any) -> Iterator[_Property]:
    if not isinstance(value, pydantic.BaseModel):
        if not isinstance(value, Mapping):
            raise TypeError(f"a form is made of an object, not of {type(value).__name__}")
        for key, item in cast(Mapping[str, Any], value).items():
            if item is not None and item is not UNSET:
                yield _Property(key, item, value, None)
        return
    was_set = value.model_fields_set
    for name, info in type(value).model_fields.items():
        if name in was_set:
            item = getattr(value, name)
            if item is not None and item is not UNSET:
                yield _Property(info.alias or name, item, value, name)
    extra = value.model_extra if value.model_config.get("extra") == "allow" else None
    for key, item in (extra or {}).items():
        if item is not None:
            yield _Property(key, item, value, None)


def _is_object(value: object) -> bool:
    return isinstance(value, Mapping | pydantic.BaseModel)


def _as_list(value: Any) -> list[Any] | None:
    return [item for item in cast(list[Any], value) if item is not None] if isinstance(value, list | tuple) else None


# ------------------------------------------------------------------------------------------------------- urlencoded

_STYLES: Final[Mapping[tuple[str, bool], parameters.QueryEncoder]] = {
    ("form", True): parameters.form,
    ("form", False): parameters.form_joined,
    ("spaceDelimited", True): parameters.form,
    ("spaceDelimited", False): parameters.space_delimited,
    ("pipeDelimited", True): parameters.form,
    ("pipeDelimited", False): parameters.pipe_delimited,
    ("deepObject", True): parameters.deep_object,
    ("deepObject", False): parameters.deep_object,
}


def form_body(owner: Codec[Any], value: Any, encodings: Sequence[PartEncoding] = ()) -> bytes:
    """An urlencoded body.  `owner` is the codec of the body's type, `value` what it accepted.

    Raises ValueError for a value that the style has no place for, and TypeError if the body is no object.
    """
    by_name = {encoding.name: encoding for encoding in encodings}
    parts = [_pairs(owner, given, by_name.get(given.wire)) for given in _properties(value)]
    return "&".join([part for part in parts if part]).encode("ascii")


def _pairs(owner: Codec[Any], given: _Property, encoding: PartEncoding | None) -> str:
    if encoding is not None and not _says_json(encoding):
        encode = _STYLES[encoding.style, encoding.explode]
        return encode(given.wire, _plain(owner, given), encoding.allow_reserved)
    items = _as_list(given.value)
    if encoding is not None or _is_object(given.value):
        return parameters.form(given.wire, given.json(owner).decode())
    if items is not None and any(map(_is_object, items)):
        return parameters.form(given.wire, [_json_of(item).decode() for item in items])
    return parameters.form(given.wire, given.value)


def _says_json(encoding: PartEncoding) -> bool:
    return encoding.content_type is not None and _is_json(encoding.content_type)


def _plain(owner: Codec[Any], given: _Property) -> object:
    """Plain data with wire names; scalars keep their types, which the styles write."""
    return owner.plain(given.owner, given.name)[given.wire] if given.name is not None else given.value


# -------------------------------------------------------------------------------------------------------- multipart


class Multipart:
    """A multipart body: `content` if all of it is in memory, otherwise chunks that are read while they are sent."""

    def __init__(self, boundary: str, pieces: Sequence[Source]) -> None:
        self.content_type = f"multipart/form-data; boundary={boundary}"
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
    *,
    brackets: bool = False,
    boundary: str | None = None,
) -> Multipart:
    """A multipart body.  `brackets`: the parts of a list are called `name[]`.

    Raises OSError for a file that is not there, ValueError for a media type with a line break.
    """
    boundary = boundary or token_hex(16)
    by_name = {encoding.name: encoding for encoding in encodings}
    pieces: list[Source] = []
    for given in _properties(value):
        for name, part in _parts(owner, given, by_name.get(given.wire), brackets):
            head = f"--{boundary}\r\n{_disposition(name, part)}\r\n\r\n"
            pieces += BytesSource(head.encode()), part.body, BytesSource(b"\r\n")
    pieces.append(BytesSource(f"--{boundary}--\r\n".encode()))
    return Multipart(boundary, pieces)


class _Part(NamedTuple):
    body: Source
    content_type: str | None = None
    file_name: str | None = None


def _parts(
    owner: Codec[Any], given: _Property, encoding: PartEncoding | None, brackets: bool
) -> Iterator[tuple[str, _Part]]:
    items = _as_list(given.value)
    stated = None if encoding is None else encoding.content_type
    if stated is not None and _is_json(stated) and not _has_files(given.value):
        yield given.wire, _Part(BytesSource(given.json(owner)), stated)
    elif items is None:
        yield given.wire, _part(owner, given, given.value, stated)
    elif encoding is not None and not encoding.explode and not any(map(_is_object, items)):
        yield given.wire, _Part(BytesSource(",".join(map(parameters.text_of, items)).encode()), stated)
    else:
        name = given.wire + "[]" if brackets else given.wire
        for item in items:
            yield name, _part(owner, given._replace(name=None, value=item), item, stated)


def _part(owner: Codec[Any], given: _Property, value: Any, stated: str | None) -> _Part:
    if isinstance(value, File):
        name = value.name(given.wire)
        kind = value.content_type or _concrete(stated) or _guessed(name)
        return _Part(source_of(value.content), kind, name)
    if _is_object(value) or isinstance(value, list | tuple):
        return _Part(BytesSource(given.json(owner)), _concrete(stated) or "application/json")
    return _Part(BytesSource(parameters.text_of(value).encode()), _concrete(stated))


def _has_files(value: Any) -> bool:
    return isinstance(value, File) or any(isinstance(item, File) for item in _as_list(value) or ())


def _is_json(media_type: str) -> bool:
    kind = media_type.partition(";")[0].strip().lower()
    return kind == "application/json" or kind.endswith("+json")


def _concrete(stated: str | None) -> str | None:
    """The media type of an `encoding` entry, where it names just one."""
    return stated if stated and "*" not in stated and "," not in stated else None


def _guessed(file_name: str) -> str:
    from mimetypes import guess_type

    return guess_type(os.path.basename(file_name))[0] or "application/octet-stream"  # noqa: PTH119 - a name, no path


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
