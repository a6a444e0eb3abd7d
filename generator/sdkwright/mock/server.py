"""The server: HTTP/1.1 on loopback, by the standard library's own server.

Whatever comes in, an answer goes out or the connection is closed; nobody sees a traceback.
"""

from __future__ import annotations

import json
import socketserver
import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final, cast
from urllib.parse import urlsplit

from sdkwright.ir.service import Api, SecurityKind
from sdkwright.mock.answers import Answer, Answers
from sdkwright.mock.checks import check
from sdkwright.mock.incoming import Incoming, RefusedError
from sdkwright.mock.routes import Routes
from sdkwright.openapi.document import Document
from sdkwright.problems import shown

HOST: Final = "127.0.0.1"
MOST_BYTES: Final = 16 * 2**20
"""Of the body of one request."""
_SECONDS: Final = 60
"""How long a client may say nothing."""
_TOKEN_PATH: Final = "/token"
"""Where the document does not say it."""
_TOKEN: Final = {"access_token": "mock-token", "token_type": "Bearer", "expires_in": 3600}


class MockServer(ThreadingHTTPServer):
    """A server that answers for one API."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, api: Api, document: Document, port: int, tell: Callable[[str], None]) -> None:
        """Listens at once; `tell` is handed a line for each request.  Raises OSError if the port cannot be had."""
        self._routes = Routes(api)
        self._answers = Answers(api, document)
        self._api = api
        asked = [one for one in api.security_schemes if one.kind is SecurityKind.OAUTH2_CLIENT_CREDENTIALS]
        addresses = [urlsplit(one.token_url or _TOKEN_PATH) for one in asked]
        self._tokens = {address.path for address in addresses}
        self._elsewhere = sorted({address.path for address in addresses if address.netloc})
        self.tell = tell
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        """Without the look-up of this machine's name, which may ask the network."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.server_port}"

    @property
    def token_urls(self) -> list[str]:
        """Where tokens are that the document says another server has: a client must be told of them."""
        return [f"{self.url}{path}" for path in self._elsewhere]

    def answer(self, incoming: Incoming) -> Answer:
        """The answer to one request."""
        try:
            try:
                operation, path = self._routes.find(incoming)
            except RefusedError:
                if incoming.method == "POST" and incoming.path in self._tokens:
                    return Answer(200, (), "application/json", json.dumps(_TOKEN).encode())
                raise
            check(self._api, operation, incoming, path)
            return self._answers.to(operation, incoming)
        except RefusedError as refusal:
            return problem(refusal.status, refusal.detail, refusal.headers)
        except Exception as error:  # a fault of ours costs one answer, and is told
            self.tell(f"{incoming.method} {shown(incoming.target, 200)} failed: {type(error).__name__}: {error}")
            return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "The mock server cannot answer this request")

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news; anything else is a line."""
        error = sys.exception()
        if not isinstance(error, ConnectionError | TimeoutError):
            self.tell(f"A connection ended: {type(error).__name__}: {error}")


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Answer:
    """A refusal as RFC 9457 has it."""
    value = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": int(status), "detail": detail}
    body = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
    return Answer(status, tuple((headers or {}).items()), "application/problem+json", body)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _SECONDS
    disable_nagle_algorithm = True
    server_version = "sdkwright-mock"
    sys_version = ""
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d %(message)s\n"

    @property
    def _mock(self) -> MockServer:
        return cast("MockServer", self.server)

    def __getattr__(self, name: str) -> Any:
        """Every method has an answer, also those that nobody knows."""
        if name.startswith("do_"):
            return self._respond
        raise AttributeError(name)

    def _respond(self) -> None:
        try:
            body = self._body()
        except _UnreadableError as error:
            self.close_connection = True  # what follows in it cannot be told from the body
            answer = problem(error.status, str(error))
        else:
            answer = self._mock.answer(Incoming(self.command, self.path, self.headers, body))
        # First, so that who has the answer finds its line, also where the server ends with it.
        self._mock.tell(f"{self.command} {shown(self.path, 200)[1:-1]} -> {answer.status}{_reason(answer)}")
        self._send(answer)

    def _body(self) -> bytes:
        """The whole body.  Raises _UnreadableError if its length is not told, or more than is taken."""
        length, encoding = self.headers.get("Content-Length"), self.headers.get("Transfer-Encoding")
        if encoding is not None:
            if encoding.strip().lower() != "chunked" or length is not None:
                raise _UnreadableError(HTTPStatus.BAD_REQUEST, "The end of the body cannot be told")
            return self._chunks()
        if length is None:
            return b""
        if not (length.isascii() and length.isdecimal() and len(length) < 20):
            raise _UnreadableError(HTTPStatus.BAD_REQUEST, "`Content-Length` is no number")
        return self._read(int(length), 0)

    def _chunks(self) -> bytes:
        """RFC 9112, section 7.1."""
        body = bytearray()
        while True:
            text = self.rfile.readline(1000).partition(b";")[0].strip()
            try:
                size = int(text, 16) if len(text) <= 16 else -1
            except ValueError:
                size = -1
            if size < 0:
                raise _UnreadableError(HTTPStatus.BAD_REQUEST, "A chunk of the body has no length")
            if size == 0:
                while self.rfile.readline(65537).strip():
                    pass
                return bytes(body)
            body += self._read(size, len(body))
            self.rfile.readline(3)

    def _read(self, size: int, before: int) -> bytes:
        if before + size > MOST_BYTES:
            message = f"The body is larger than {MOST_BYTES} bytes"
            raise _UnreadableError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, message)
        found = self.rfile.read(size)
        if len(found) < size:
            raise _UnreadableError(HTTPStatus.BAD_REQUEST, "The body ends too early")
        return found

    def _send(self, answer: Answer) -> None:
        """In one piece, so that nothing waits for an acknowledgement."""
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value.encode("utf-8", "replace").decode("latin-1"))
        if answer.media_type is not None:
            self.send_header("Content-Type", answer.media_type)
        if answer.status not in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED):
            self.send_header("Content-Length", str(len(answer.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what there is to tell stands in the line of each request."""


class _UnreadableError(Exception):
    """The body of a request cannot be read."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


def _reason(answer: Answer) -> str:
    """Why a request was refused."""
    if answer.media_type != "application/problem+json":
        return ""
    return f": {json.loads(answer.body).get('detail', '')}"


def mock_server(api: Api, document: Document, port: int, tell: Callable[[str], None]) -> MockServer:
    """A server that listens on `port` of loopback, or a free one if that is 0; `serve_forever` answers."""
    return MockServer(api, document, port, tell)
