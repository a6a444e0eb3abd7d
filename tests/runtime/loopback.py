"""A real HTTP/1.1 server on loopback that says what a test tells it to say, and remembers what it was asked."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self


@dataclass(frozen=True)
class Received:
    """One request as it came."""

    method: str
    target: str
    """Path and query, encoded as they were sent."""
    headers: tuple[tuple[str, str], ...]
    body: bytes
    connection: int
    """Requests over one connection have the same number."""

    def header(self, name: str) -> str | None:
        found = self.all(name)
        return found[0] if found else None

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Answer:
    """One response.  `drop` closes the connection instead; `chunks` are sent as they are, in chunked encoding."""

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    drop: bool = False
    chunks: tuple[bytes, ...] | None = None
    wait: threading.Event | None = None


def answer(value: object, status: int = 200, **headers: str) -> Answer:
    """A JSON answer."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Answer(status, json.dumps(value).encode(), {"Content-Type": "application/json", **named})


class Loopback:
    """Answers with `answers` in turn, then with `otherwise`; `respond` decides instead if it is set."""

    def __init__(self) -> None:
        self.requests: list[Received] = []
        self.answers: deque[Answer] = deque()
        self.otherwise = Answer()
        self.respond: Callable[[Received], Answer] | None = None
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._closed = threading.Condition(self._lock)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._server.shutdown()
        with self._lock:
            for connection in self._connections:
                with contextlib.suppress(OSError):  # a connection that its client has just reset is none any more
                    connection.shutdown(socket.SHUT_RDWR)
        self._server.server_close()
        self._thread.join()

    def until_no_connection_is_open(self) -> bool:
        """Whether all clients closed their connections; waits for the threads that notice."""
        with self._closed:
            return self._closed.wait_for(lambda: not self._connections, timeout=10)

    @property
    def last(self) -> Received:
        return self.requests[-1]

    def _next(self, received: Received) -> Answer:
        with self._lock:
            self.requests.append(received)
            if self.respond is not None:
                return self.respond(received)
            return self.answers.popleft() if self.answers else self.otherwise

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        loopback = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                super().setup()
                with loopback._lock:
                    loopback._connections.add(self.connection)

            def finish(self) -> None:
                with loopback._lock:
                    loopback._connections.discard(self.connection)
                    loopback._closed.notify_all()
                super().finish()

            def handle(self) -> None:
                try:
                    super().handle()
                except (ConnectionError, TimeoutError):
                    self.close_connection = True

            def _body(self) -> bytes:
                if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
                    body = b""
                    while size := int(self.rfile.readline().split(b";")[0], 16):
                        body += self.rfile.read(size)
                        self.rfile.readline()
                    self.rfile.readline()
                    return body
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))

            def serve(self) -> None:
                received = Received(
                    self.command, self.path, tuple(self.headers.items()), self._body(), id(self.connection)
                )
                given = loopback._next(received)
                if given.wait is not None:
                    given.wait.wait(10)
                if given.drop:
                    self.close_connection = True
                    return
                self.send_response_only(given.status)
                for name, text in given.headers.items():
                    self.send_header(name, text)
                if given.chunks is None:
                    if given.status != 204 and "Content-Length" not in given.headers:
                        self.send_header("Content-Length", str(len(given.body)))
                    self.end_headers()
                    if self.command != "HEAD" and given.status != 204:
                        self.wfile.write(given.body)
                    return
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                for chunk in given.chunks:
                    self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
                    self.wfile.flush()
                self.wfile.write(b"0\r\n\r\n")

            def log_message(self, *_: Any) -> None:
                """Say nothing on stderr."""

        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY", "COPY", "purge"):
            setattr(Handler, f"do_{method}", Handler.serve)
        return Handler
