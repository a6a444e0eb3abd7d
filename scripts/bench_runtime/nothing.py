"""A transport that answers at once: what the HTTP library's own transports do is taken out, nothing else.

The methods of the transport classes are replaced, so that clients which an SDK makes itself are reached as well, and
the floor runs through the same code.  An answer is built as the real transports build it: header pairs and a stream.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from .subjects import Call

LIBRARIES = ("httpx2", "httpx")
EXTENSIONS = {"http_version": b"HTTP/1.1"}


def body_of(call: Call) -> bytes:
    """The body of a call's answer that is no stream."""
    return json.dumps(call.answer).encode()


def event_bytes(data: Any) -> bytes:
    """One server-sent event."""
    text = data if isinstance(data, str) else json.dumps(data)
    return b"data: " + text.encode() + b"\n\n"


def chunked(events: list[Any], size: int) -> list[bytes]:
    """A whole stream: one chunk an event, or chunks of `size` bytes if that is not 0."""
    pieces = [event_bytes(event) for event in events]
    if not size:
        return pieces
    whole = b"".join(pieces)
    return [whole[start : start + size] for start in range(0, len(whole), size)]


class Nothing:
    """The transport: what it answers, and what it was asked last."""

    def __init__(self) -> None:
        self.status = 200
        self.headers: list[tuple[bytes, bytes]] = []
        self.content = b""
        self.chunks: list[bytes] | None = None
        self.request: Any = None
        self.library = ""
        self._own: list[tuple[Any, str, Any]] = []

    def answer(self, call: Call, chunk_size: int = 0) -> None:
        """Answer from now on what `call` wants."""
        self.status = call.status
        if call.events is None:
            self.chunks = None
            self.content = body_of(call)
            self.headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(self.content))]
        else:
            self.chunks = chunked(call.events, chunk_size)
            self.headers = [(b"content-type", b"text/event-stream"), (b"transfer-encoding", b"chunked")]

    def install(self) -> None:
        """Take the place of the transports of the HTTP libraries that are installed."""
        for name in LIBRARIES:
            if find_spec(name) is not None:
                self._install(import_module(name))

    def remove(self) -> None:
        """Give the transports their own methods back."""
        for kind, name, own in self._own:
            setattr(kind, name, own)
        self._own.clear()

    def _install(self, library: Any) -> None:
        class Chunks(library.SyncByteStream, library.AsyncByteStream):  # type: ignore[misc]  # of either library
            """A body in pieces."""

            def __init__(self, chunks: list[bytes]) -> None:
                self._chunks = chunks

            def __iter__(self) -> Iterator[bytes]:
                yield from self._chunks

            async def __aiter__(self) -> AsyncIterator[bytes]:
                for chunk in self._chunks:
                    yield chunk

        response, byte_stream, name = library.Response, library.ByteStream, library.__name__

        def handle(_transport: object, request: Any) -> Any:
            self.request, self.library = request, name
            stream = byte_stream(self.content) if self.chunks is None else Chunks(self.chunks)
            return response(self.status, headers=self.headers, stream=stream, extensions=EXTENSIONS)

        async def handle_async(transport: object, request: Any) -> Any:
            return handle(transport, request)

        self._replace(library.HTTPTransport, "handle_request", handle)
        self._replace(library.AsyncHTTPTransport, "handle_async_request", handle_async)

    def _replace(self, kind: Any, name: str, function: Any) -> None:
        self._own.append((kind, name, getattr(kind, name)))
        setattr(kind, name, function)
