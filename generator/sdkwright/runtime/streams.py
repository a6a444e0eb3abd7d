"""Answers that are read while they arrive: server-sent events and JSON lines.

Each owns its open response.  Leaving the `with` block, `close()`, the end of the stream, the sentinel and every
exception close it.  A stream that was dropped half-read is not closed by the garbage collector: finalisers do no I/O.

    with sdk.chat.stream(...) as events:
        for event in events:
            ...
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from types import TracebackType
from typing import Any, Final, Generic, NoReturn, Protocol, Self, TypeVar, cast

from .decode.closing import leave
from .decode.decoding import AsyncPieces, AsyncResponse, SyncResponse, is_plain, pieces

__all__ = ["AsyncEventStream", "AsyncJsonLineStream", "EventStream", "JsonLineStream"]

T = TypeVar("T")

PASSED: Final = object()
"""Stands for a piece of a stream that is no value and no error, and is passed by."""


class Decoder(Protocol[T]):
    """Cuts bytes into pieces: `sse.EventDecoder`, `jsonlines.LineDecoder`."""

    ended: bool

    def feed(self, chunk: bytes) -> list[T]: ...

    def finish(self) -> list[T]: ...


def _raise(problem: ValueError, piece: object) -> NoReturn:
    raise problem


class _Stream(Generic[T]):
    """The values of one stream, read by a plain iterator.

    `refuse` has the value of a piece that does not fit, or `PASSED` for one that is passed by, or raises the error.
    """

    def __init__(
        self,
        response: SyncResponse,
        decoder: Decoder[Any],
        read: Callable[[Any], T],
        refuse: Callable[[ValueError, Any], object] = _raise,
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
        except BaseException:  # whatever ends it: the connection goes back before the caller hears of it
            self.close()
            raise
        self.close()

    def _pieces(self) -> Iterator[T]:
        decoder, read = self._decoder, self._read
        if self._closed:
            return
        response = self.response
        for chunk in response.iter_raw() if is_plain(response) else pieces(response):
            for piece in decoder.feed(chunk):
                try:
                    value = read(piece)
                except ValueError as problem:
                    value = self._refused(problem, piece)
                    if value is PASSED:
                        continue
                yield value
                if self._closed:
                    return
            if decoder.ended:
                return
        for piece in decoder.finish():
            try:
                value = read(piece)
            except ValueError as problem:
                value = self._refused(problem, piece)
                if value is PASSED:
                    continue
            yield value

    def _refused(self, problem: ValueError, piece: Any) -> Any:
        return self._refuse(problem, piece)


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
        refuse: Callable[[ValueError, Any], object] = _raise,
    ) -> None:
        self.response = response
        """The open response of the HTTP library."""
        self._decoder = decoder
        self._read = read
        self._refuse = refuse
        self._closed = False
        self._finished = False
        self._chunks: AsyncIterator[bytes] | None = None
        self._source: AsyncIterator[bytes] | None = None
        self._ready: list[Any] = []

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        ready = self._ready
        try:
            while ready or not self._finished:
                if not ready:
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
                    piece = ready.pop()
                    try:
                        return self._read(piece)
                    except ValueError as problem:
                        value: Any = self._refuse(problem, piece)
                        if value is not PASSED:
                            return cast("T", value)
        except BaseException:  # whatever ends it: the connection goes back before the caller hears of it
            await self.close()
            raise
        await self.close()
        raise StopAsyncIteration

    def _open(self) -> AsyncIterator[bytes]:
        if is_plain(self.response):  # past the decoding, which costs time at each chunk
            self._chunks = self._source = self.response.aiter_raw()
        else:
            self._chunks = decoded = AsyncPieces(self.response)
            self._source = decoded.chunks
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
            await leave(self.response, self._source)


class AsyncEventStream(_AsyncStream[T]):
    """Server-sent events, each decoded to its type."""


class AsyncJsonLineStream(_AsyncStream[T]):
    """The values of a JSON-lines answer, each decoded to its type."""
