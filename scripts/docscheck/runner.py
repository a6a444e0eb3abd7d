"""Runs programs against a server on loopback, in a process of its own: with the files of what is given and found."""

from __future__ import annotations

import importlib
import json
import logging
import os
import re
import sys
import warnings
from contextlib import redirect_stdout, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

from .listings import ended

_ENVIRONMENT = re.compile(r'os\.getenv\("(\w+)"')
_LIBRARIES = ("httpx", "httpx2")
_TRANSPORTS = (("HTTPTransport", "handle_request"), ("AsyncHTTPTransport", "handle_async_request"))
_MOST_PAGES = 10
_TOKEN = b'{"access_token": "token", "token_type": "Bearer"}'


class EnoughError(BaseException):
    """A program that goes from page to page has seen enough of them: some count to a number that the docs say."""


class Handler(BaseHTTPRequestHandler):
    """Answers each request as the docs say it is answered."""

    protocol_version = "HTTP/1.1"
    routes: ClassVar[list[dict[str, Any]]] = []
    lost: ClassVar[list[str]] = []
    sent: ClassVar[list[str]] = []
    answered: ClassVar[list[dict[str, Any]]] = []
    """The routes that the program has asked before: who asks one again goes from page to page."""

    def answer(self) -> None:
        """The one answer of a route; if it was asked before, as that of the last page."""
        body = self._body()
        path = unquote(urlsplit(self.path).path)
        route = next((r for r in self.routes if r["method"] == self.command and re.search(f"{r['path']}$", path)), None)
        if route is None:
            if not path.endswith("token"):
                self.lost.append(f"{self.command} {path}")
            self._send(200, "application/json", _TOKEN)
            return
        said = route["body"]
        if route in self.answered and _is_json(route["media_type"]):
            said = ended(said, self.path, body) if said else said
        self.answered.append(route)
        self._send(route["status"], route["media_type"], _body(route["media_type"], said))

    def _body(self) -> bytes:
        """What the request holds."""
        if length := int(self.headers.get("Content-Length") or 0):
            return self.rfile.read(length)
        found = b""
        if self.headers.get("Transfer-Encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                found += self.rfile.read(size + 2)[:-2]
            self.rfile.readline()
        return found

    def _send(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        if media_type:
            self.send_header("Content-Type", media_type.replace("*", "plain"))
        if status not in (204, 304):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status not in (204, 304) and self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_TRACE = do_QUERY = answer  # noqa: N815


def _is_json(media_type: str) -> bool:
    return media_type.partition(";")[0].strip().endswith("json")


def _body(media_type: str, text: str) -> bytes:
    """JSON as it is, as an event or as a line, or any where the docs show none; bytes of other kinds are no matter."""
    if not text:
        return b"{}" if _is_json(media_type) else b"content"
    if not media_type.startswith("text/event-stream"):
        return (json.dumps(json.loads(text)) + "\n").encode()
    event = json.loads(text)
    if isinstance(event, dict) and "data" in event:
        data = event["data"] if isinstance(event["data"], str) else json.dumps(event["data"])
        named = "".join(f"{key}: {event[key]}\n" for key in ("event", "id") if key in event)
        return f"{named}data: {data}\n\n".encode()
    return f"data: {json.dumps(event)}\n\n".encode()


def _redirected(library: Any, url: str) -> None:
    """Every request goes to `url`, below the HTTP library."""

    def here(request: Any) -> Any:
        """Another request: the program's own still says where it went, by which the URL of a next page is judged."""
        Handler.sent.append(str(request.url))
        if len(Handler.sent) > _MOST_PAGES:
            raise EnoughError
        return library.Request(
            request.method,
            library.URL(url).join(request.url.raw_path.decode()),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions,
        )

    for name, method in _TRANSPORTS:
        transport = getattr(library, name)
        original = getattr(transport, method)
        setattr(transport, method, _elsewhere(original, here))


def _elsewhere(original: Any, here: Any) -> Any:
    """A transport's method that sends what `here` makes of the request."""

    def sends(its: Any, asked: Any) -> Any:
        return original(its, here(asked))

    return sends


def run(source: str, where: str) -> str | None:
    """What went wrong in a program; None if nothing did."""
    for variable in _ENVIRONMENT.findall(source):
        os.environ[variable] = "credential"
    Handler.lost.clear()
    Handler.sent.clear()
    Handler.answered.clear()
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    try:
        with redirect_stdout(StringIO()):
            exec(compile(source, where, "exec"), {"__name__": "__main__"})  # noqa: S102 - running the docs is the task
    except EnoughError:
        return None
    except Exception as error:  # a program of the docs can fail in any way, and is counted
        return f"{type(error).__name__}: {error}"[:300]
    finally:
        root.setLevel(level)
        root.handlers[:] = handlers
    return f"no operation for {Handler.lost[0]}" if Handler.lost else None


def main(given: Path, results: Path) -> None:
    """All programs, one after the other."""
    told = json.loads(given.read_text())
    Handler.routes = told["routes"]
    Path("example.file").write_bytes(b"content")
    warnings.simplefilter("ignore")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    for name in _LIBRARIES:
        with suppress(ImportError):
            _redirected(importlib.import_module(name), f"http://127.0.0.1:{server.server_port}")
    results.write_text(json.dumps({where: run(source, where) for where, source in told["programs"].items()}))
    server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
