"""Calls the methods of an SDK against a mock server, and keeps what came back."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from roundtrip.caller import PLAIN
from sdkwright.ir.service import Operation, SecurityKind, SecurityScheme
from wire.calls import Caller, Plan, Target
from wire.judge import Request

_MOST = 10
"""Pages, events and lines that are read; a listing must have ended before."""


@dataclass(frozen=True)
class Reply:
    """One answer as it came."""

    request: Request
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class EndlessError(Exception):
    """A listing that does not end."""


class MockCaller(Caller):
    """A caller whose requests go to `url`, with only what must be given."""

    def __init__(self, target: Target, url: str, seed: int = 0) -> None:
        super().__init__(target, PLAIN, seed)
        self._url = url
        self.replies: list[Reply] = []
        self.headers: dict[str, str] = {}
        """Sent with each call, beside its own."""

    def _connection(self) -> dict[str, Any]:
        transport = self._library.HTTPTransport
        send = transport.handle_request

        def kept(own: Any, request: Any) -> Any:
            request.read()
            response = send(own, request)
            body = response.read()
            headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw)
            target = request.url.raw_path.decode("ascii")
            asked = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw)
            sent = Request(request.method, self._url + target, asked, request.content)
            self.replies.append(Reply(sent, response.status_code, headers, body))
            response.close()
            return self._library.Response(response.status_code, headers=response.headers, content=body)

        transport.handle_request = kept
        return {"server_url": self._url, "retry_config": None}

    def _server(self, operation: Operation, plan: Plan) -> dict[str, Any]:
        return {"server_url": self._url, "http_headers": self.headers}

    def _credential(self, scheme: SecurityScheme) -> Any:
        made = super()._credential(scheme)
        if scheme.kind is SecurityKind.OAUTH2_CLIENT_CREDENTIALS:
            return {**made, "token_url": self._url + urlsplit(scheme.token_url or "/token").path}
        return made

    def ask(self, operation: Operation, plan: Plan) -> object:
        """The result, read to its end.  Whatever the SDK raises goes through."""
        self.replies.clear()
        return consumed(self.invoke(operation, plan))


def consumed(result: Any) -> object:
    """Everything that a result holds: the pages of a listing, the values of a stream, the bytes of a file."""
    kind = type(result).__name__
    if kind == "Page":
        pages: list[Any] = list(itertools.islice(result.pages(), _MOST))
        if len(pages) == _MOST:
            raise EndlessError(f"more than {_MOST} pages")
        return pages
    try:
        if kind in ("EventStream", "JsonLineStream"):
            return list(result)
        return result.read() if kind == "Download" and hasattr(result, "read") else result
    finally:
        close = getattr(result, "close", None)
        if callable(close):
            close()
