"""A server on loopback that lets an independent library judge every request and every answer.

`faults` holds what goes wrong next, one entry a request: an `Answer` to give instead of the real one, or `DROP` to
close the connection without an answer, or `HANG` to give none until the server is stopped.
"""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

from .sessions_api import Answer

DROP = "drop"
HANG = "hang"
Fault = Answer | str


@dataclass
class Exchange:
    """One request as it arrived, and the status it got."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    status: int | None = None

    @property
    def json(self) -> Any:
        """The request's body as JSON."""
        return json.loads(self.body)


@dataclass
class JudgedRequest:
    """The request in the form that openapi-core asks for; `host_url` is the server that the document names."""

    exchange: Exchange
    host_url: str
    parameters: RequestParameters = field(init=False)
    """openapi-core adds the path's values to it."""

    def __post_init__(self) -> None:
        query = parse_qsl(urlsplit(self.exchange.target).query, keep_blank_values=True)
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(query),
            header=Headers(list(self.exchange.headers.items())),
            cookie=ImmutableMultiDict(),
        )

    @property
    def path(self) -> str:
        return urlsplit(self.exchange.target).path

    @property
    def method(self) -> str:
        return self.exchange.method.lower()

    @property
    def content_type(self) -> str:
        return self.exchange.headers.get("Content-Type", "")

    @property
    def body(self) -> bytes | None:
        return self.exchange.body or None


@dataclass
class JudgedResponse:
    """The answer in the form that openapi-core asks for."""

    status_code: int
    data: bytes
    content_type: str

    @property
    def headers(self) -> Headers:
        return Headers([("Content-Type", self.content_type)])


@dataclass
class JudgedServer:
    """What a test sees of the running server."""

    document: OpenAPI
    answer: Callable[[str, str, Any], Answer]
    host_url: str
    faults: deque[Fault] = field(default_factory=deque)
    exchanges: list[Exchange] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    url: str = ""

    def reply(self, exchange: Exchange) -> Answer | None:
        """The answer to give; None closes the connection."""
        with self.lock:
            self.exchanges.append(exchange)
            fault = self.faults.popleft() if self.faults else None
        if fault == HANG:
            self.stopping.wait()
            return None
        if fault == DROP:
            return None
        if isinstance(fault, Answer):
            return fault
        request = JudgedRequest(exchange, self.host_url)
        if not exchange.headers.get("Authorization", "").startswith("Bearer "):
            return Answer(401, {"message": "no credentials"})
        found = self.document.unmarshal_request(request)
        if found.errors:
            self.violations += [
                f"{exchange.method} {exchange.target}: {error!r} {error.__cause__}" for error in found.errors
            ]
            return Answer(400, {"message": "; ".join(str(error) for error in found.errors)})
        with self.lock:
            answer = self.answer(exchange.method, request.path, json.loads(exchange.body) if exchange.body else None)
        self.judge_answer(request, answer)
        return answer

    def judge_answer(self, request: JudgedRequest, answer: Answer) -> None:
        """Records what the document does not allow in the server's own answer."""
        response = JudgedResponse(
            answer.status, encoded(answer), answer.content_type if answer.body is not None else ""
        )
        errors = self.document.unmarshal_response(request, response).errors
        self.violations += [
            f"answer to {request.method} {request.path}: {error!r} {error.__cause__}" for error in errors
        ]


def encoded(answer: Answer) -> bytes:
    """The bytes of an answer's body."""
    if answer.body is None:
        return b""
    return answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the `JudgedServer` of its class."""

    judged: ClassVar[JudgedServer]
    protocol_version = "HTTP/1.1"

    def handle_any(self) -> None:
        """Reads one request whole and sends its answer, or closes the connection without one."""
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        exchange = Exchange(self.command, self.path, dict(self.headers.items()), body)
        answer = self.judged.reply(exchange)
        if answer is None:
            self.close_connection = True
            return
        exchange.status = answer.status
        content = encoded(answer)
        self.send_response(answer.status)
        if answer.body is not None:
            self.send_header("Content-Type", answer.content_type)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_any  # noqa: N815 - names that http.server asks for

    def log_message(self, format: str, *args: Any) -> None:
        """The test run's own output stays readable."""


@contextmanager
def serve(document: OpenAPI, answer: Callable[[str, str, Any], Answer], host_url: str) -> Iterator[JudgedServer]:
    """A running server on a free port of loopback; stopped, its threads joined, at the end."""
    judged = JudgedServer(document, answer, host_url)
    handler = type("BoundHandler", (Handler,), {"judged": judged})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        judged.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield judged
        finally:
            judged.stopping.set()
            server.shutdown()
            thread.join()
