"""Bytes to send that need not be in memory: files on disk, file objects, iterables.

A source can be read anew at each attempt if it is replayable.  Files on disk are opened for one chunk at a time, so
that a request that fails half-way leaves no open file behind.
"""

from __future__ import annotations

import os
import stat
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Self, TypeGuard, cast

from .payload import Payload, Source

__all__ = [
    "CHUNK_BYTES",
    "BytesSource",
    "FileObjectSource",
    "IterableSource",
    "PathSource",
    "payload_of",
    "source_of",
]

CHUNK_BYTES: Final = 256 * 1024


class BytesSource:
    """Bytes in memory."""

    replayable = True

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.length = len(content)

    def stream(self) -> Iterator[bytes]:
        """The bytes at once."""
        return iter((self.content,))

    def astream(self) -> AsyncIterator[bytes]:
        """The bytes at once."""
        return AsyncChunks(iter((self.content,)))


class PathSource:
    """A regular file.  Raises OSError if there is none, and ValueError for a folder, a pipe or a device."""

    replayable = True

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        status = self._path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ValueError(f"{self._path.name!r} is no regular file; open it, and pass the file object")
        self.length = status.st_size

    def stream(self) -> Iterator[bytes]:
        """The file as it was when it was measured, chunk by chunk."""
        for start in range(0, self.length, CHUNK_BYTES):
            yield self._chunk(start)

    def astream(self) -> AsyncIterator[bytes]:
        """The file as it was when it was measured, read in a thread."""
        return AsyncChunks(self.stream(), in_thread=True)

    def _chunk(self, start: int) -> bytes:
        with self._path.open("rb") as file:
            file.seek(start)
            size = min(CHUNK_BYTES, self.length - start)
            chunk = file.read(size)
        if len(chunk) != size:
            raise OSError(f"{self._path.name!r} became shorter while it was sent")
        return chunk


class FileObjectSource:
    """An open file of the caller: read from where it stands, never closed; replayable if it can be rewound.

    The length of one that can be rewound and has bytes is measured here; not more than that is sent.  `read` may be a
    coroutine function, for async calls.
    """

    def __init__(self, file: Any) -> None:
        self._file = file
        self._start: int | None = _position(file)
        self.replayable = self._start is not None
        self.length: int | None = None if self._start is None else _length(file, self._start)

    def stream(self) -> Iterator[bytes]:
        """The rest of the file.  Raises TypeError for an asynchronous file, OSError for one that became shorter."""
        from inspect import iscoroutinefunction

        if iscoroutinefunction(self._file.read):
            raise TypeError("an asynchronous file can only be sent by an async method")
        if self._start is not None:
            self._file.seek(self._start)
        left = Left(self.length)
        while (size := left.next_size()) and (chunk := left.taken(_encoded(self._file.read(size)))):
            yield chunk

    def astream(self) -> AsyncIterator[bytes]:
        """The rest of the file, read in a thread, or awaited."""
        return _AsyncFileChunks(self._file, self._start, Left(self.length))


class Left:
    """How much of a file is still to be sent, where that is known."""

    def __init__(self, length: int | None) -> None:
        self._left = length

    def next_size(self) -> int:
        """How much to read next; 0 at the end."""
        return CHUNK_BYTES if self._left is None else min(CHUNK_BYTES, self._left)

    def taken(self, chunk: bytes) -> bytes:
        """The chunk that was read.  Raises OSError if the file ended too early."""
        if self._left is not None:
            if not chunk:
                raise OSError("the file became shorter while it was sent")
            self._left -= len(chunk)
        return chunk


class IterableSource:
    """An iterable of bytes, perhaps an asynchronous one; replayable if each iteration starts anew."""

    def __init__(self, chunks: Iterable[bytes] | AsyncIterable[bytes]) -> None:
        self._chunks = chunks
        self.replayable = not isinstance(chunks, Iterator | AsyncIterator)
        self.length: int | None = None

    def stream(self) -> Iterator[bytes]:
        """The chunks.  Raises TypeError for an asynchronous iterable."""
        if not isinstance(self._chunks, Iterable):
            raise TypeError("an asynchronous iterable can only be sent by an async method")
        return iter(self._chunks)

    def astream(self) -> AsyncIterator[bytes]:
        """The chunks."""
        return aiter(self._chunks) if isinstance(self._chunks, AsyncIterable) else AsyncChunks(iter(self._chunks))


def source_of(content: object) -> Source:
    """The source of bytes, text (in UTF-8), a path, a file object or an iterable of bytes.

    Raises TypeError for anything else, OSError for a file that is not there.
    """
    if isinstance(content, bytes | bytearray | memoryview):
        return BytesSource(bytes(cast("bytes", content)))
    if isinstance(content, str):
        return BytesSource(content.encode())
    if isinstance(content, os.PathLike):
        return PathSource(cast("os.PathLike[str]", content))
    if callable(getattr(content, "read", None)):
        return FileObjectSource(content)
    if _is_iterable(content):
        return IterableSource(content)
    raise TypeError(f"cannot send {type(content).__name__}: give bytes, str, a path, a file object or an iterable")


def _is_iterable(content: object) -> TypeGuard[Iterable[bytes] | AsyncIterable[bytes]]:
    return isinstance(content, Iterable | AsyncIterable) and not isinstance(content, Mapping)


def _encoded(chunk: Any) -> bytes:
    return chunk.encode() if isinstance(chunk, str) else cast(bytes, chunk)


def _position(file: Any) -> int | None:
    """Where a file object stands, or None if it cannot be rewound.  Asynchronous ones cannot be asked here."""
    from inspect import iscoroutinefunction

    try:
        seekable = False if iscoroutinefunction(file.seekable) else file.seekable()
        place = file.tell() if seekable is True else None
    except (AttributeError, OSError):
        return None
    return place if isinstance(place, int) else None


def _length(file: Any, start: int) -> int | None:
    """How many bytes a file has from where it stands; None if it has text, whose bytes only reading tells."""
    import io

    try:
        if isinstance(file, io.TextIOBase) or hasattr(file, "encoding"):
            return None
        end = file.seek(0, os.SEEK_END)
        end = end if isinstance(end, int) else file.tell()
        file.seek(start)
    except (AttributeError, TypeError, OSError):
        return None
    return max(0, end - start)


class AsyncChunks:
    """A plain iterator for `async for`; with `in_thread` each step runs in a thread.

    No asynchronous generator: one that is dropped half-way would be left to the event loop.
    """

    def __init__(self, chunks: Iterator[bytes], *, in_thread: bool = False) -> None:
        self._chunks = chunks
        self._in_thread = in_thread

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        if self._in_thread:
            from anyio import to_thread

            chunk = await to_thread.run_sync(next, self._chunks, None)
        else:
            chunk = next(self._chunks, None)
        if chunk is None:
            raise StopAsyncIteration
        return chunk


class _AsyncFileChunks:
    """The rest of a file object, which may itself be asynchronous."""

    def __init__(self, file: Any, start: int | None, left: Left) -> None:
        self._file = file
        self._start = start
        self._left = left

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        from inspect import iscoroutinefunction

        from anyio import to_thread

        if self._start is not None:
            start, self._start = self._start, None
            await to_thread.run_sync(self._file.seek, start)
        read: Callable[[int], Any] = self._file.read
        size = self._left.next_size()
        if not size:
            raise StopAsyncIteration
        if iscoroutinefunction(read):
            chunk = await cast(Awaitable[Any], read(size))
        else:
            chunk = await to_thread.run_sync(read, size)
        if not (taken := self._left.taken(_encoded(chunk))):
            raise StopAsyncIteration
        return taken


def payload_of(source: Source, content_type: bytes) -> Payload:
    """The payload of a source; what is in memory already is sent in one piece."""
    if isinstance(source, BytesSource):
        return Payload(content_type, source.content)
    return Payload(content_type, None, source, source.replayable)
