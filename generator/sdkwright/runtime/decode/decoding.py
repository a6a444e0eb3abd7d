"""Content-Encoding (RFC 9110, section 8.4): answers decompressed in bounded steps.

A thousand times as much may come out of a compressed chunk as went in, and not every HTTP library decompresses it piece
by piece.  So gzip and deflate, which our own clients ask for, are decoded here, and a limit holds at each piece.  What
else a library can decompress, because something was installed for that, is refused unless the request asked for it, as
a supplied client's may; encodings that no library knows are left as they came.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from ..adapter.library import any_loaded, keep_content, library_of, name_request, transport_errors
from .closing import leave

if TYPE_CHECKING:
    from typing import Self

__all__ = [
    "AsyncPieces",
    "AsyncResponse",
    "Headed",
    "SyncResponse",
    "aread_limited",
    "aread_plain",
    "is_plain",
    "pieces",
    "read_limited",
    "read_plain",
]

STEP: Final = 256 * 1024
"""The most bytes that one step makes."""
_MAXIMUM_ENCODINGS: Final = 5
_OF_LIBRARIES: Final = frozenset({"br", "zstd"})
"""What the libraries decompress besides, chunk by chunk, however much comes out of one."""


class Headed(Protocol):
    """What every open response has."""

    @property
    def status_code(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...

    @property
    def is_stream_consumed(self) -> bool: ...


class SyncResponse(Headed, Protocol):
    """What is used of the HTTP library's open response."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]: ...

    def iter_raw(self) -> Iterator[bytes]: ...

    def close(self) -> None: ...


class AsyncResponse(Headed, Protocol):
    """What is used of the HTTP library's open response to an async client."""

    def aiter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]: ...

    def aiter_raw(self) -> AsyncIterator[bytes]: ...

    async def aclose(self) -> None: ...


# ------------------------------------------------------------------------------------------------------- decompressing


class _Inflater:
    """Decompresses gzip (all members of it) or deflate, with or without the header of zlib.  Raises `zlib.error`."""

    def __init__(self, encoding: str) -> None:
        self._gzip = encoding == "gzip"
        self._head = b""
        self._made: Any = None
        self._members = 0
        self._done = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What a chunk decompresses to, in pieces of at most `STEP` bytes."""
        while data and not self._done:
            if self._made is None:
                data = self._head + data
                if len(data) < 2:
                    self._head = data
                    return
                self._head = b""
                self._begin(data)
            else:
                data = yield from self._member(data)

    def _begin(self, data: bytes) -> None:
        """Start with a member of gzip, or with the one stream of deflate; what follows the last one is padding."""
        if self._members and not (self._gzip and data.startswith(b"\x1f\x8b")):
            self._done = True
        elif self._gzip:
            self._made = zlib.decompressobj(zlib.MAX_WBITS | 16)
        else:
            self._made = zlib.decompressobj(zlib.MAX_WBITS if _has_zlib_header(data) else -zlib.MAX_WBITS)
        self._members += 1

    def _member(self, data: bytes) -> Generator[bytes, None, bytes]:
        """Decompress; returns what stands after the end."""
        made = self._made
        while True:
            piece: bytes = made.decompress(data, STEP)
            if piece:
                yield piece
            if made.eof:
                self._made = None
                return cast("bytes", made.unused_data)
            data = made.unconsumed_tail
            if not data and len(piece) < STEP:
                return b""


def _has_zlib_header(data: bytes) -> bool:
    """RFC 1950, section 2.2."""
    return data[0] & 0x0F == 8 and (data[0] * 256 + data[1]) % 31 == 0


class _Chain:
    """Decompresses a body that was encoded once or several times."""

    def __init__(self, encodings: list[str]) -> None:
        self._inflaters = [_Inflater(encoding) for encoding in reversed(encodings)]

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What a chunk decompresses to.  Raises `zlib.error`."""
        if len(self._inflaters) > _MAXIMUM_ENCODINGS:
            raise zlib.error(f"the body is encoded {len(self._inflaters)} times")
        return self._through(data, 0)

    def _through(self, data: bytes, index: int) -> Iterator[bytes]:
        if index == len(self._inflaters):
            yield data
            return
        for piece in self._inflaters[index].feed(data):
            yield from self._through(piece, index + 1)


class _Unasked(_Chain):
    """Refuses a body that is encoded as nobody asked."""

    def __init__(self, name: str) -> None:
        super().__init__([])
        self._name = name

    def feed(self, data: bytes) -> Iterator[bytes]:
        raise zlib.error(f"the body is encoded as {self._name}, which was not asked for")


def _asked(response: Headed) -> set[str]:
    """The encodings that the request named (RFC 9110, section 12.5.3)."""
    request: Any = getattr(response, "_request", None)
    value = "" if request is None else request.headers.get("accept-encoding") or ""
    return {each.partition(";")[0].strip().lower() for each in value.split(",")}


def _chain_of(response: Headed) -> _Chain | None:
    """What decodes a response; None: it was read already, or its library must."""
    if response.is_stream_consumed:
        return None
    value = response.headers.get("content-encoding") or ""
    encodings = [name for each in value.split(",") if (name := each.strip().lower()) not in ("", "identity")]
    if set(encodings) <= {"gzip", "deflate"}:
        return _Chain(encodings)
    unasked = (_OF_LIBRARIES & set(encodings)) - _asked(response)
    return _Unasked(min(unasked)) if unasked else None


def _fed(response: Headed, chain: _Chain, chunk: bytes) -> Iterator[bytes]:
    """What a chunk decompresses to.  Raises the HTTP library's own exception if it cannot be."""
    try:
        yield from chain.feed(chunk)
    except zlib.error as problem:
        request = getattr(response, "_request", None)
        raise library_of(response, any_loaded).decoding_error(str(problem), request=request) from problem


# ------------------------------------------------------------------------------------------------------------- reading


def is_plain(response: Headed) -> bool:
    """Whether the bytes are to be had as they come."""
    return not response.is_stream_consumed and "content-encoding" not in response.headers


def pieces(response: SyncResponse) -> Iterator[bytes]:
    """The decoded bytes of an open response."""
    chain = _chain_of(response)
    if chain is None:
        yield from response.iter_bytes()
        return
    for chunk in response.iter_raw():
        yield from _fed(response, chain, chunk)


class AsyncPieces:
    """The decoded bytes of an async client's open response.

    A plain iterator and no asynchronous generator: a dropped one leaves nothing to the event loop.
    """

    def __init__(self, response: AsyncResponse) -> None:
        self._response = response
        self._chain = _chain_of(response)
        self.chunks = response.aiter_bytes() if self._chain is None else response.aiter_raw()
        """What is read of the response."""
        self._ready: Iterator[bytes] = iter(())

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        while True:
            for piece in self._ready:
                return piece
            chunk = await anext(self.chunks)
            self._ready = iter((chunk,)) if self._chain is None else _fed(self._response, self._chain, chunk)


def read_plain(response: Any, check: Callable[[], None]) -> None:
    """Read a body that is not compressed: `response.read()` without all that cuts and decodes, which costs more.

    `check` is called at each chunk, and may raise.
    """
    if response.is_stream_consumed:
        response.read()  # it was read before we saw it: by a hook of the caller's client, or it never was on a wire
        return
    parts: list[bytes] = []
    response.is_stream_consumed = True
    try:
        for chunk in response.stream:
            check()
            parts.append(chunk)
    except transport_errors() as problem:
        name_request(problem, response)
        raise
    finally:
        response.close()
    keep_content(response, b"".join(parts))


async def aread_plain(response: Any, check: Callable[[], None]) -> None:
    """The same for an async client's answer."""
    if response.is_stream_consumed:
        await response.aread()
        return
    parts: list[bytes] = []
    response.is_stream_consumed = True
    chunks = aiter(response.stream)
    try:
        async for chunk in chunks:
            check()
            parts.append(chunk)
    except BaseException as problem:
        if isinstance(problem, transport_errors()):
            name_request(problem, response)
        await leave(response, chunks)
        raise
    await response.aclose()
    keep_content(response, b"".join(parts))


def _nothing() -> None:
    """Nobody has to be asked."""


def read_limited(response: SyncResponse, limit: int, check: Callable[[], None] = _nothing) -> bytes | None:
    """The decoded body, or None if it is larger than the limit.  The response is closed, whatever happens.

    `check` is called at each chunk, and may raise.
    """
    parts: list[bytes] = []
    size = 0
    try:
        for piece in pieces(response):
            check()
            size += len(piece)
            if size > limit:
                return None
            parts.append(piece)
    finally:
        response.close()
    return b"".join(parts)


async def aread_limited(response: AsyncResponse, limit: int, check: Callable[[], None] = _nothing) -> bytes | None:
    """The same for an async client's response."""
    found = AsyncPieces(response)
    parts: list[bytes] = []
    size = 0
    try:
        async for piece in found:
            check()
            size += len(piece)
            if size > limit:
                return None
            parts.append(piece)
    finally:
        await leave(response, found.chunks)
    return b"".join(parts)
