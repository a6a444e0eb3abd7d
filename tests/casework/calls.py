"""Running the samples of a case's docs against a server on loopback, judged by openapi-core."""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.cookies import SimpleCookie
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import IO, Any
from urllib.parse import urlsplit

import httpx
import httpx2
import pytest
import sdkwright.runtime
from openapi_core import Config, OpenAPI
from sdkwright.ir.service import MediaKind
from sdkwright.normalise.operations.media import kind_of
from werkzeug.datastructures import ImmutableMultiDict

from tests.behaviour.server import Exchange, JudgedRequest, JudgedResponse
from tests.runtime.loopback import Answer, Loopback, Received, answer

from .answers import Answers
from .folders import Made

TRANSPORTS = tuple(
    (library, transport, method)
    for library in (httpx, httpx2)
    for transport, method in (("HTTPTransport", "handle_request"), ("AsyncHTTPTransport", "handle_async_request"))
)
"""Where requests of both HTTP libraries leave the program."""
STREAMS = (MediaKind.SSE, MediaKind.JSON_LINES)
"""Answers that openapi-core cannot judge: to it, a stream is one value."""
LENIENT = Config(spec_validator_cls=None, extra_media_type_deserializers={"application/merge-patch+json": json.loads})
"""The generator has judged the document itself."""
NO_SERVER = "https://api.example.com"
"""The server that samples name where the document names none."""
PLAIN_SERVER = "http://api.internal.example"
"""The server that the guide sends credentials to over plain http."""
NO_TOKEN_URL = f"{NO_SERVER}/oauth/token"
"""Where samples fetch tokens where the document does not say it."""
ENVIRONMENT = re.compile(r'os\.getenv\("(\w+)"')


class Judge:
    """Answers by the document, and says what it does not allow, in requests and in its own answers."""

    def __init__(self, made: Made) -> None:
        root: dict[str, Any] = {**made.loaded.document.root, "openapi": "3.1.0"}
        if not any(str(server["url"]).startswith("http") for server in root.get("servers", ())):
            root["servers"] = [{"url": NO_SERVER}]
        root["servers"] = [*root["servers"], {"url": PLAIN_SERVER}]
        self.answers = Answers(root)
        self.document = OpenAPI.from_dict(_without_bytes(root), config=LENIENT)
        urls = re.findall(r"'tokenUrl': '([^']*)'", repr(root))
        self.tokens = {urlsplit(url or NO_TOKEN_URL).path for url in urls}
        self.violations: list[str] = []
        self.seen: dict[str, int] = {}
        self.origin = ""
        """Scheme and host of the server that the client meant."""

    def respond(self, received: Received) -> Answer:
        """The answer to one request."""
        path = urlsplit(received.target).path
        if path in self.tokens:
            return answer({"access_token": "token", "token_type": "Bearer"})
        operation = self.answers.operation(received.method, path)
        if operation is None:
            self.violations.append(f"{received.method} {received.target}: no such operation")
            return Answer(404)
        key = f"{received.method} {path}"
        self.seen[key] = self.seen.get(key, 0) + 1
        request = self._request(received)
        given = self.answers.answer(operation, first=self.seen[key] == 1)
        media_type = given.headers.get("Content-Type", "")
        self._record(f"{received.method} {received.target}", lambda: self.document.unmarshal_request(request).errors)
        if kind_of(media_type) not in STREAMS:
            response = JudgedResponse(given.status, given.body, media_type)
            self._record(f"answer to {key}", lambda: self.document.unmarshal_response(request, response).errors)
        return given

    def _request(self, received: Received) -> JudgedRequest:
        exchange = Exchange(received.method, received.target, dict(received.headers), received.body)
        request = JudgedRequest(exchange, self.origin)
        cookies = SimpleCookie(received.header("Cookie") or "")
        request.parameters.cookie = ImmutableMultiDict({name: morsel.value for name, morsel in cookies.items()})
        return request

    def _record(self, what: str, errors: Callable[[], Iterable[Exception]]) -> None:
        """Keeps what is wrong; that openapi-core cannot read the document or the request, too."""
        try:
            found = list(errors())
        except Exception as error:
            found = [error]
        self.violations += [f"{what}: {error!r} {error.__cause__!r}"[:2000] for error in found]


def _without_bytes(node: Any) -> Any:
    """The document without the type of bytes: openapi-core asks them to be text."""
    if isinstance(node, dict):
        dropped = "type" if node.get("format") == "binary" else None
        return {key: _without_bytes(value) for key, value in node.items() if key != dropped}
    return [_without_bytes(item) for item in node] if isinstance(node, list) else node


@contextmanager
def importable(made: Made, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Makes the package of a case that was laid out in `folder` importable by its own name, for a while.

    Its library is `sdkwright.runtime`, of which the one in the package is a copy.
    """
    known = set(sys.modules)
    library = f"{made.module}._runtime"
    sys.modules[library] = sdkwright.runtime
    own = sdkwright.runtime.__name__
    for module in walk_packages(sdkwright.runtime.__path__, f"{own}."):
        sys.modules[library + module.name.removeprefix(own)] = import_module(module.name)
    monkeypatch.syspath_prepend(folder / made.case.name)
    try:
        yield
    finally:
        for name in set(sys.modules) - known:
            if name.partition(".")[0] == made.module:
                del sys.modules[name]


@contextmanager
def redirected(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    """A running server that takes the place of every other one, below the HTTP library."""
    with Loopback() as server:
        server.respond = judge.respond

        def here(library: Any, request: Any) -> Any:
            if not str(request.url).startswith(server.url):
                judge.origin = f"{request.url.scheme}://{request.url.netloc.decode()}"
            request.url = library.URL(server.url).join(request.url.raw_path.decode())
            return request

        for library, name, method in TRANSPORTS:
            transport = getattr(library, name)
            monkeypatch.setattr(transport, method, _elsewhere(getattr(transport, method), partial(here, library)))
        yield server


def _elsewhere(original: Callable[[Any, Any], Any], here: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    """A transport's method that sends what `here` makes of the request."""
    return lambda its, asked: original(its, here(asked))


def run(source: str, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Runs one sample, with a value in every environment variable that it reads; the files that it opens are closed."""
    for variable in ENVIRONMENT.findall(source):
        monkeypatch.setenv(variable, "credential")
    with warnings.catch_warnings(), ExitStack() as files:

        def opened(path: str, mode: str) -> IO[Any]:
            return files.enter_context(Path(path).open(mode))

        warnings.filterwarnings("ignore", ".*This will be removed in a future release", DeprecationWarning)
        program = compile(source, name, "exec")
        exec(program, {"__name__": "__main__", "open": opened})  # noqa: S102 - running the docs is the test
