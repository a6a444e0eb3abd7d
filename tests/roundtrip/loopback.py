"""A server on loopback that keeps the last request as it came, and answers as it was told."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

from wire.calls import TOKEN
from wire.judge import Request


@dataclass(frozen=True)
class Answer:
    """What the server says."""

    status: int = 200
    media_type: str = "application/json"
    body: bytes = b""


TOKEN_PATH = "/.token"


@dataclass
class Loopback:
    """What a judge sees of the server; requests come one at a time."""

    url: str = ""
    answer: Answer = field(default_factory=Answer)
    seen: list[Request] = field(default_factory=list[Request])


class _Handler(BaseHTTPRequestHandler):
    loopback: ClassVar[Loopback]
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def _answer(self) -> None:
        body = self._body()
        if self.path.endswith(TOKEN_PATH):
            self._send(Answer(body=TOKEN))
            return
        headers = tuple(
            (name.decode("latin-1"), value.decode("utf-8", "replace"))
            for name, value in ((n.encode("latin-1"), v.encode("latin-1")) for n, v in self.headers.items())
        )
        self.loopback.seen.append(Request(self.command, self.loopback.url + self.path, headers, body))
        self._send(self.loopback.answer)

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts: list[bytes] = []
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b"".join(parts)

    def _send(self, answer: Answer) -> None:
        """In one piece, so that nothing waits for an acknowledgement."""
        empty = answer.status in (204, 304) or self.command == "HEAD"
        head = [f"HTTP/1.1 {answer.status} -"]
        if answer.status not in (204, 304):
            head.append(f"Content-Length: {len(answer.body)}")
            head.append(f"Content-Type: {answer.media_type}")
        text = "\r\n".join([*head, "", ""]).encode("utf-8")
        self.wfile.write(text + (b"" if empty else answer.body))

    def __getattr__(self, name: str) -> object:
        """Every method is answered, also those that no one knows."""
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: thousands of requests are no news."""


@contextmanager
def serve() -> Generator[Loopback]:
    """A running server on a free port; stopped, its thread joined, at the end."""
    loopback = Loopback()
    handler = type("Handler", (_Handler,), {"loopback": loopback})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        loopback.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield loopback
        finally:
            server.shutdown()
            thread.join()
