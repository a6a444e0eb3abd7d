"""Answers that are read while they arrive: server-sent events, JSON lines, downloads.

Each owns its open response.  Leaving the `with` block, `close()`, the end of the stream, the sentinel and every
exception close it.  A stream that was dropped half-read is not closed by the garbage collector: finalisers do no I/O.

    with sdk.chat.stream(...) as events:
        for event in events:
            ...
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Protocol, Self, TypeAlias, TypeVar

from .closing import leave

if TYPE_CHECKING:
    from anyio import AsyncFile

__all__ = [
    "AsyncDownload",
    "AsyncEventStream",
    "AsyncJsonLineStream",
    "AsyncResponse",
    "Download",
    "EventStream",
    "JsonLineStream",
    "ResponseTooLargeError",
    "SyncResponse",
]

T = TypeVar("T")
Target: TypeAlias = str | os.PathLike[str]


class _Headers(Protocol):
    @property
    def status_code(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...

    @property
    def is_stream_consumed(self) -> bool: ...


class SyncResponse(_Headers, Protocol):
    """What is used of the HTTP library's open response."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]: ...

    def iter_raw(self) -> Iterator[bytes]: ...

    def close(self) -> None: ...


class AsyncResponse(_Headers, Protocol):
    """What is used of the HTTP library's open response to an async client."""

    def aiter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]: ...

    def aiter_raw(self) -> AsyncIterator[bytes]: ...

    async def aclose(self) -> None: ...


class Decoder(Protocol[T]):
    """Cuts bytes into pieces: `sse.EventDecoder`, `jsonlines.LineDecoder`."""

    ended: bool

    def feed(self, chunk: bytes) -> list[T]: ...

    def finish(self) -> list[T]: ...


class ResponseTooLargeError(ValueError):
    """A response is larger than the client reads at once (`max_response_bytes`)."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"the response is larger than {limit} bytes")
        self.limit = limit

    def __reduce__(self) -> tuple[type[ResponseTooLargeError], tuple[int]]:
        return type(self), (self.limit,)


# ------------------------------------------------------------------------------------------------------- typed items


def _is_plain(response: _Headers) -> bool:
    """Whether the bytes are to be had as they come, past the HTTP library's decoders, which cost time at each chunk."""
    return not response.is_stream_consumed and "content-encoding" not in response.headers


def _raise(problem: ValueError) -> NoReturn:
    raise problem


class _Stream(Generic[T]):
    """The values of one stream, read by a plain iterator.  `refuse` raises the error for a piece that does not fit."""

    def __init__(
        self,
        response: SyncResponse,
        decoder: Decoder[Any],
        read: Callable[[Any], T],
        refuse: Callable[[ValueError], NoReturn] = _raise,
    ) -> None:
        self.response = response
        """The open response of the HTTP library."""
        self._decoder = decoder
        self._read = read
        self._refuse = refuse
        self._closed = False
        self._values = self._iterate()

    def __iter__(self) -> Iterator[T]:
        return self._values

    def __next__(self) -> T:
        return next(self._values)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the response.  Iterating afterwards ends at once; closing twice is fine."""
        if not self._closed:
            self._closed = True
            self.response.close()

    def _iterate(self) -> Iterator[T]:
        try:
            yield from self._pieces()
        except GeneratorExit:  # dropped half-read: no I/O in a finaliser
            raise
        except BaseException:
            self.close()
            raise
        self.close()

    def _pieces(self) -> Iterator[T]:
        decoder, read = self._decoder, self._read
        if self._closed:
            return
        response = self.response
        for chunk in response.iter_raw() if _is_plain(response) else response.iter_bytes():
            for piece in decoder.feed(chunk):
                try:
                    value = read(piece)
                except ValueError as problem:
                    self._refuse(problem)
                yield value
                if self._closed:
                    return
            if decoder.ended:
                return
        for piece in decoder.finish():
            try:
                value = read(piece)
            except ValueError as problem:
                self._refuse(problem)
            yield value


class EventStream(_Stream[T]):
    """Server-sent events, each decoded to its type."""


class JsonLineStream(_Stream[T]):
    """The values of a JSON-lines answer, each decoded to its type."""


class _AsyncStream(Generic[T]):
    """The values of one stream, for `async for`.

    A plain class and no asynchronous generator: a dropped one would be finished by the event loop, or warned about.
    """

    def __init__(
        self,
        response: AsyncResponse,
        decoder: Decoder[Any],
        read: Callable[[Any], T],
        refuse: Callable[[ValueError], NoReturn] = _raise,
    ) -> None:
        self.response = response
        """The open response of the HTTP library."""
        self._decoder = decoder
        self._read = read
        self._refuse = refuse
        self._closed = False
        self._finished = False
        self._chunks: AsyncIterator[bytes] | None = None
        self._ready: list[Any] = []

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        ready = self._ready
        try:
            if not ready and not self._finished:
                # All in one coroutine: another one for every chunk would cost as much as the chunk.
                decoder = self._decoder
                async for chunk in self._chunks or self._open():
                    ready = decoder.feed(chunk)
                    if ready or decoder.ended:
                        self._finished = decoder.ended
                        break
                else:
                    self._finished = True
                    ready = decoder.finish()
                if len(ready) > 1:
                    ready.reverse()  # so that taking from it is cheap
                    self._ready = ready
            if ready:
                try:
                    return self._read(ready.pop())
                except ValueError as problem:
                    self._refuse(problem)
        except BaseException:
            await self.close()
            raise
        await self.close()
        raise StopAsyncIteration

    def _open(self) -> AsyncIterator[bytes]:
        response = self.response
        self._chunks = response.aiter_raw() if _is_plain(response) else response.aiter_bytes()
        return self._chunks

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes the response.  Iterating afterwards ends at once; closing twice is fine."""
        if not self._closed:
            self._closed = self._finished = True
            self._ready.clear()
            await leave(self.response, self._chunks)


class AsyncEventStream(_AsyncStream[T]):
    """Server-sent events, each decoded to its type."""


class AsyncJsonLineStream(_AsyncStream[T]):
    """The values of a JSON-lines answer, each decoded to its type."""


# --------------------------------------------------------------------------------------------------------- downloads


class Download:
    """An open answer whose bytes are read when they are asked for."""

    def __init__(self, response: SyncResponse, max_bytes: int | None = None) -> None:
        self.response = response
        """The open response of the HTTP library."""
        self._max_bytes = max_bytes

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response."""
        return self.response.headers

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
        try:
            yield from self.response.iter_bytes(chunk_size)
        except GeneratorExit:  # dropped half-read: no I/O in a finaliser
            raise
        except BaseException:
            self.close()
            raise
        self.close()

    def read(self) -> bytes:
        """All bytes at once.  Raises ResponseTooLargeError beyond the client's `max_response_bytes`."""
        parts: list[bytes] = []
        size = 0
        try:
            for chunk in self.response.iter_bytes():
                size += len(chunk)
                if self._max_bytes is not None and size > self._max_bytes:
                    raise ResponseTooLargeError(self._max_bytes)
                parts.append(chunk)
        finally:
            self.close()
        return b"".join(parts)

    def save(self, path: Target) -> None:
        """Writes all bytes to a file, which is replaced."""
        try:
            with Path(path).open("wb") as file:
                for chunk in self.response.iter_bytes():
                    file.write(chunk)
        finally:
            self.close()

    def close(self) -> None:
        """Closes the response; closing twice is fine."""
        self.response.close()


class AsyncDownload:
    """An open answer of an async client whose bytes are read when they are asked for."""

    def __init__(self, response: AsyncResponse, max_bytes: int | None = None) -> None:
        self.response = response
        """The open response of the HTTP library."""
        self._max_bytes = max_bytes
        self._chunks: AsyncIterator[bytes] | None = None

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.response.status_code

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response."""
        return self.response.headers

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
        return _AsyncBytes(self, self._start(chunk_size))

    async def read(self) -> bytes:
        """All bytes at once.  Raises ResponseTooLargeError beyond the client's `max_response_bytes`."""
        parts: list[bytes] = []
        size = 0
        try:
            async for chunk in self._start(None):
                size += len(chunk)
                if self._max_bytes is not None and size > self._max_bytes:
                    raise ResponseTooLargeError(self._max_bytes)
                parts.append(chunk)
        finally:
            await self.close()
        return b"".join(parts)

    async def save(self, path: Target) -> None:
        """Writes all bytes to a file, which is replaced; the event loop is not blocked."""
        from anyio import open_file

        try:
            file: AsyncFile[bytes]
            async with await open_file(path, "wb") as file:
                async for chunk in self._start(None):
                    await file.write(chunk)
        finally:
            await self.close()

    async def close(self) -> None:
        """Closes the response; closing twice is fine."""
        await leave(self.response, self._chunks)

    def _start(self, chunk_size: int | None) -> AsyncIterator[bytes]:
        self._chunks = self.response.aiter_bytes(chunk_size)
        return self._chunks


class _AsyncBytes:
    """Iterates over a download, and closes it at the end and on exceptions."""

    def __init__(self, download: AsyncDownload, chunks: AsyncIterator[bytes]) -> None:
        self._download = download
        self._chunks = chunks

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        try:
            return await anext(self._chunks)
        except BaseException:  # StopAsyncIteration too
            await self._download.close()
            raise
