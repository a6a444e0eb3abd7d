"""Streams and downloads close what they own: at the end, at the sentinel, on exceptions, on leaving the block."""

import gc
import pickle
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from sdkwright.runtime.decode.jsonlines import LineDecoder
from sdkwright.runtime.decode.sse import EventDecoder, EventTooLargeError, RawEvent
from sdkwright.runtime.downloads import AsyncDownload, Download, ResponseTooLargeError
from sdkwright.runtime.streams import AsyncEventStream, AsyncJsonLineStream, EventStream, JsonLineStream

STREAM = b"data: 1\n\ndata: 2\n\ndata: [DONE]\n\ndata: 3\n\n"


class BrokenError(Exception):
    """The connection broke."""


class FakeResponse:
    """An open response that counts how often it was closed."""

    status_code = 200
    is_stream_consumed = False

    def __init__(self, *chunks: bytes, breaks: bool = False) -> None:
        self.headers = {"content-type": "text/event-stream"}
        self.chunks = chunks
        self.breaks = breaks
        self.closed = 0
        self.chunks_closed = False

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        yield from self.chunks
        if self.breaks:
            raise BrokenError

    iter_raw = iter_bytes

    def close(self) -> None:
        self.closed += 1

    async def aiter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        try:
            for chunk in self.chunks:
                yield chunk
            if self.breaks:
                raise BrokenError
        finally:
            self.chunks_closed = True

    aiter_raw = aiter_bytes

    async def aclose(self) -> None:
        self.closed += 1


def number(event: RawEvent) -> int:
    return int(event[0])


def run(test: Callable[[], Coroutine[Any, Any, None]]) -> None:
    anyio.run(test, backend="asyncio")
    anyio.run(test, backend="trio")


def stream(response: FakeResponse, sentinel: str | None = "[DONE]") -> EventStream[int]:
    return EventStream(response, EventDecoder(sentinel, 100), number)


def async_stream(response: FakeResponse, sentinel: str | None = "[DONE]") -> AsyncEventStream[int]:
    return AsyncEventStream(response, EventDecoder(sentinel, 100), number)


def test_the_sentinel_ends_and_closes() -> None:
    response = FakeResponse(STREAM)
    assert list(stream(response)) == [1, 2]
    assert response.closed == 1


def test_nothing_is_read_after_the_sentinel() -> None:
    response = FakeResponse(b"data: 1\n\ndata: [DONE]\n\n", breaks=True)
    assert list(stream(response)) == [1]

    async def consume() -> None:
        assert [event async for event in async_stream(response)] == [1]

    run(consume)


def test_the_end_closes_and_an_unfinished_event_counts() -> None:
    response = FakeResponse(b"data: 1\n\nda", b"ta: 2")
    assert list(stream(response)) == [1, 2]
    assert response.closed == 1


def test_leaving_the_block_closes() -> None:
    response = FakeResponse(STREAM)
    with stream(response) as events:
        assert next(events) == 1
        closed_inside = response.closed
    assert (closed_inside, response.closed) == (0, 1)
    assert list(events) == []
    events.close()
    assert response.closed == 1


def test_closing_inside_the_loop_ends_it() -> None:
    response = FakeResponse(STREAM)
    seen: list[int] = []
    events = stream(response)
    for event in events:
        seen.append(event)
        events.close()
    assert seen == [1]


def test_closing_before_the_first_event_reads_nothing() -> None:
    events = stream(FakeResponse(STREAM))
    events.close()
    assert list(events) == []


@pytest.mark.parametrize(
    ("response", "error"),
    [
        (FakeResponse(b"data: 1\n\n", breaks=True), BrokenError),
        (FakeResponse(b"data: x\n\n"), ValueError),
        (FakeResponse(b"data: " + b"1" * 200), EventTooLargeError),
    ],
)
def test_exceptions_close(response: FakeResponse, error: type[Exception]) -> None:
    with pytest.raises(error):
        list(stream(response))
    assert response.closed == 1
    response.closed = 0

    async def consume() -> None:
        response.closed = 0
        events = async_stream(response)
        with pytest.raises(error):
            async for _ in events:
                pass
        assert response.closed == 1
        assert response.chunks_closed

    run(consume)


def test_a_dropped_stream_does_no_io_in_its_finaliser() -> None:
    response = FakeResponse(STREAM)
    events = stream(response)
    assert next(events) == 1
    del events
    gc.collect()
    assert response.closed == 0
    pieces = Download(response).iter_bytes()
    next(pieces)
    del pieces
    gc.collect()
    assert response.closed == 0


def test_async_streams_close_too() -> None:
    async def consume() -> None:
        response = FakeResponse(STREAM)
        assert [event async for event in async_stream(response)] == [1, 2]
        assert response.closed == 1
        assert response.chunks_closed

        response = FakeResponse(b"data: 1\n\nda", b"ta: 2")
        assert [event async for event in async_stream(response)] == [1, 2]
        assert response.closed == 1

        response = FakeResponse(STREAM)
        async with async_stream(response) as events:
            assert await anext(events) == 1
        assert response.closed == 1
        assert response.chunks_closed
        assert [event async for event in events] == []
        await events.close()
        assert response.closed == 1

    run(consume)


def test_an_async_stream_is_closed_when_its_task_is_cancelled() -> None:
    async def consume() -> None:
        response = FakeResponse(STREAM)
        with anyio.CancelScope() as scope:
            async with async_stream(response) as events:
                async for _ in events:
                    scope.cancel()
                    await anyio.lowlevel.checkpoint()
        assert response.closed == 1

    run(consume)


def test_json_lines() -> None:
    response = FakeResponse(b'1\n2\n\n"', b'3"')
    assert list(JsonLineStream(response, LineDecoder(), bytes.decode)) == ["1", "2", '"3"']
    assert response.closed == 1

    async def consume() -> None:
        response = FakeResponse(b"1\n", b"2")
        lines = AsyncJsonLineStream(response, LineDecoder(), bytes.decode)
        assert [line async for line in lines] == ["1", "2"]
        assert response.closed == 1

    run(consume)


def test_downloads(tmp_path: Path) -> None:
    response = FakeResponse(b"ab", b"cd")
    assert Download(response).read() == b"abcd"
    assert response.closed == 1

    for size, expected in ((1, ["a", "b", "c", "d"]), (3, ["abc", "d"]), (9, ["abcd"])):
        cut = [piece.decode() for piece in Download(FakeResponse(b"ab", b"cd")).iter_bytes(size)]
        assert cut == expected
    with pytest.raises(ValueError, match="positive"):
        next(Download(FakeResponse()).iter_bytes(0))

    response = FakeResponse(b"ab", b"cd")
    download = Download(response)
    assert list(download) == [b"ab", b"cd"]
    assert response.closed == 1
    assert download.status_code == 200
    assert download.headers["content-type"] == "text/event-stream"

    Download(FakeResponse(b"ab", b"cd")).save(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"abcd"

    response = FakeResponse(b"ab", breaks=True)
    with pytest.raises(BrokenError):
        list(Download(response))
    assert response.closed == 1

    response = FakeResponse(b"ab")
    with Download(response):
        pass
    assert response.closed == 1


def test_async_downloads(tmp_path: Path) -> None:
    async def consume() -> None:
        response = FakeResponse(b"ab", b"cd")
        assert await AsyncDownload(response).read() == b"abcd"
        assert response.closed == 1

        cut = [piece async for piece in AsyncDownload(FakeResponse(b"ab", b"cd")).iter_bytes(3)]
        assert cut == [b"abc", b"d"]

        response = FakeResponse(b"ab", b"cd")
        download = AsyncDownload(response)
        assert [chunk async for chunk in download] == [b"ab", b"cd"]
        assert response.closed == 1
        assert download.status_code == 200
        assert download.headers == response.headers

        await AsyncDownload(FakeResponse(b"ab", b"cd")).save(tmp_path / "file")
        assert (tmp_path / "file").read_bytes() == b"abcd"

        response = FakeResponse(b"ab", breaks=True)
        with pytest.raises(BrokenError):
            async for _ in AsyncDownload(response).iter_bytes():
                pass
        assert response.closed == 1

        response = FakeResponse(b"ab")
        async with AsyncDownload(response) as download:
            await anext(download.iter_bytes())
        assert response.closed == 1
        assert response.chunks_closed

    run(consume)


def test_reading_a_download_at_once_is_limited() -> None:
    response = FakeResponse(b"ab", b"cd")
    with pytest.raises(ResponseTooLargeError, match="3 bytes"):
        Download(response, 3).read()
    assert response.closed == 1

    async def consume() -> None:
        response = FakeResponse(b"ab", b"cd")
        with pytest.raises(ResponseTooLargeError):
            await AsyncDownload(response, 3).read()
        assert response.closed == 1

    run(consume)


def test_the_errors_pickle() -> None:
    for error in (ResponseTooLargeError(3), EventTooLargeError(4)):
        assert str(pickle.loads(pickle.dumps(error))) == str(error)
