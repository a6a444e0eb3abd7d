"""Answers of bytes that are read when they are asked for.

A download owns its open response, as streams do: leaving the `with` block, `close()`, the end and every exception close
it, and finalisers do no I/O.

Published SDKs give the response of the HTTP library itself.  What that has and a download has not, such as `iter_lines`
or `is_success`, is asked of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from .decode.closing import leave
from .decode.decoding import AsyncPieces, AsyncResponse, SyncResponse, aread_limited, pieces, read_limited

if TYPE_CHECKING:
    from anyio import AsyncFile

__all__ = ["AsyncDownload", "Download", "ResponseTooLargeError"]

Target: TypeAlias = str | os.PathLike[str]


class ResponseTooLargeError(ValueError):
    """A response is larger than the client reads at once (`max_response_bytes`)."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"the response is larger than {limit} bytes")
        self.limit = limit

    def __reduce__(self) -> tuple[type[ResponseTooLargeError], tuple[int]]:
        return type(self), (self.limit,)


class _Cutter:
    """Cuts bytes into pieces of one size; None: as they come."""

    def __init__(self, size: int | None) -> None:
        if size is not None and size < 1:
            raise ValueError("chunk_size must be positive")
        self._size = size
        self._pending = bytearray()

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The pieces that these bytes complete."""
        if self._size is None:
            yield piece
            return
        pending, size = self._pending, self._size
        pending += piece
        whole = len(pending) - len(pending) % size
        found = bytes(pending[:whole])
        del pending[:whole]
        for start in range(0, whole, size):
            yield found[start : start + size]

    def finish(self) -> Iterator[bytes]:
        """The last piece, if it is a shorter one."""
        if self._pending:
            yield bytes(self._pending)
            self._pending.clear()


def _of_response(download: Download | AsyncDownload, name: str) -> object:
    if name == "response" or name.startswith("__"):  # of an object that is still being made
        raise AttributeError(name)
    return getattr(download.response, name)


def _decoded(response: Any, content: bytes) -> str:
    return content.decode(response.encoding or "utf-8", "replace")


class Download:
    """An open answer whose bytes are read when they are asked for."""

    def __init__(self, response: SyncResponse, max_bytes: int = sys.maxsize) -> None:
        self.response = response
        """The open response of the HTTP library."""
        self._max_bytes = max_bytes
        self._content: bytes | None = None

    if not TYPE_CHECKING:  # whoever misspells a name hears it from a type checker

        def __getattr__(self, name: str) -> object:
            return _of_response(self, name)

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response."""
        return self.response.headers

    @property
    def content(self) -> bytes:
        """All bytes, also when they were read before.  Raises as `read()`."""
        return self.read()

    @property
    def text(self) -> str:
        """The same as text, as its media type has it; UTF-8 where that names no charset.  Raises as `read()`."""
        return _decoded(self.response, self.content)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[bytes]:
        return self.iter_bytes()

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The bytes as they arrive, or in pieces of a size.  The end and every exception close the response."""
        cutter = _Cutter(chunk_size)
        try:
            for piece in pieces(self.response):
                yield from cutter.feed(piece)
            yield from cutter.finish()
        except GeneratorExit:  # dropped half-read: no I/O in a finaliser
            raise
        except BaseException:  # whatever ends it: the connection goes back before the caller hears of it
            self.close()
            raise
        self.close()

    def read(self) -> bytes:
        """All bytes at once.  Raises ResponseTooLargeError beyond the client's `max_response_bytes`."""
        if self._content is None:
            self._content = read_limited(self.response, self._max_bytes)
        if self._content is None:
            raise ResponseTooLargeError(self._max_bytes)
        return self._content

    def save(self, path: Target) -> None:
        """Writes all bytes to a file, which is replaced."""
        try:
            with Path(path).open("wb") as file:
                for piece in pieces(self.response):
                    file.write(piece)
        finally:
            self.close()

    def close(self) -> None:
        """Closes the response; closing twice is fine."""
        self.response.close()


class AsyncDownload:
    """An open answer of an async client whose bytes are read when they are asked for."""

    def __init__(self, response: AsyncResponse, max_bytes: int = sys.maxsize) -> None:
        self.response = response
        """The open response of the HTTP library."""
        self._max_bytes = max_bytes
        self._source: AsyncIterator[bytes] | None = None
        self._content: bytes | None = None

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            return _of_response(self, name)

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response."""
        return self.response.headers

    @property
    def content(self) -> bytes:
        """All bytes after they were read.  Raises RuntimeError before."""
        if self._content is None:
            raise RuntimeError("nothing was read yet: await read()")
        return self._content

    @property
    def text(self) -> str:
        """The same as text, as its media type has it; UTF-8 where that names no charset.  Raises as `content`."""
        return _decoded(self.response, self.content)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self.iter_bytes()

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The bytes as they arrive, or in pieces of a size.  The end and every exception close the response."""
        return _AsyncBytes(self, self._start(), _Cutter(chunk_size))

    async def read(self) -> bytes:
        """All bytes at once.  Raises ResponseTooLargeError beyond the client's `max_response_bytes`."""
        if self._content is None:
            self._content = await aread_limited(self.response, self._max_bytes)
        if self._content is None:
            raise ResponseTooLargeError(self._max_bytes)
        return self._content

    async def save(self, path: Target) -> None:
        """Writes all bytes to a file, which is replaced; the event loop is not blocked."""
        from anyio import open_file

        try:
            file: AsyncFile[bytes]
            async with await open_file(path, "wb") as file:
                async for piece in self._start():
                    await file.write(piece)
        finally:
            await self.close()

    async def close(self) -> None:
        """Closes the response; closing twice is fine."""
        await leave(self.response, self._source)

    aread = read
    aiter_bytes = iter_bytes
    aclose = close

    def _start(self) -> AsyncIterator[bytes]:
        found = AsyncPieces(self.response)
        self._source = found.chunks
        return found


class _AsyncBytes:
    """Iterates over a download, and closes it at the end and on exceptions."""

    def __init__(self, download: AsyncDownload, found: AsyncIterator[bytes], cutter: _Cutter) -> None:
        self._download = download
        self._found = found
        self._cutter = cutter
        self._ready: Iterator[bytes] = iter(())
        self._ended = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        try:
            while True:
                for piece in self._ready:
                    return piece
                if self._ended:
                    raise StopAsyncIteration
                try:
                    self._ready = self._cutter.feed(await anext(self._found))
                except StopAsyncIteration:
                    self._ended = True
                    self._ready = self._cutter.finish()
        except BaseException:  # StopAsyncIteration too
            await self._download.close()
            raise
