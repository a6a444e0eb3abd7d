"""Every fenced Python block of the generated docs is executed against the sessions API on loopback."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from markdown_it import MarkdownIt
from openapi_core import OpenAPI

from tests.behaviour.conftest import DOCUMENT, HOST_URL
from tests.behaviour.server import JudgedServer, serve
from tests.behaviour.sessions_api import SessionsApi, example_session
from tests.casework.calls import PLAIN_SERVER

GENERATED = Path(__file__).parents[2] / "generated"
PLACEHOLDER = "/* values here */"
"""What union pages show in the place of a value (docs-rules: a fixed phrase); no Python, so it becomes `...` here."""

NO_NETWORK = re.compile(r"MockTransport|respx\.mock")
"""Samples that show how to test without a server."""

BLOCKS = [
    (page.relative_to(GENERATED).as_posix(), number, token.content)
    for page in sorted(GENERATED.rglob("*.md"))
    for number, token in enumerate(t for t in MarkdownIt().parse(page.read_text("utf-8")) if t.type == "fence")
    if token.info.strip() == "python"
]


@pytest.fixture(scope="module")
def document() -> OpenAPI:
    """The project's document, as an independent library reads it."""
    return OpenAPI.from_file_path(str(DOCUMENT))


@pytest.fixture
def server(document: OpenAPI) -> Iterator[JudgedServer]:
    """A sessions API that knows the session of the examples, `<id>`."""
    api = SessionsApi()
    api.sessions["<id>"] = {"_id": "<id>", "workspace_id": "workspace", **example_session("known")}
    with serve(document, api.answer, HOST_URL) as judged:
        yield judged
    assert judged.violations == []


@pytest.fixture(autouse=True)
def loopback_instead_of_the_published_server(server: JudgedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples name the published server; its place is taken by the one on loopback, below the HTTP library."""

    def redirected(request: httpx2.Request) -> httpx2.Request:
        assert str(request.url).startswith((HOST_URL, PLAIN_SERVER, server.url)), request.url
        request.url = httpx2.URL(server.url).join(request.url.raw_path.decode())
        return request

    for transport, method in (
        (httpx2.HTTPTransport, "handle_request"),
        (httpx2.AsyncHTTPTransport, "handle_async_request"),
    ):
        original: Any = getattr(transport, method)
        monkeypatch.setattr(
            transport, method, lambda self, request, original=original: original(self, redirected(request))
        )
    monkeypatch.setenv("ORQ_API_KEY", "key")


@pytest.fixture(autouse=True)
def own_logging() -> Iterator[None]:
    """The example of debugging configures the root logger; later tests find it as it was."""
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    yield
    root.setLevel(level)
    root.handlers[:] = handlers


def test_there_are_blocks() -> None:
    pages = {page for page, _, _ in BLOCKS}
    assert {"README.md", "USAGE.md", "docs/guide.md", "docs/sdks/sessions/README.md"} <= pages


@pytest.mark.parametrize(("page", "number", "source"), BLOCKS, ids=[f"{page}-{n}" for page, n, _ in BLOCKS])
def test_block_runs(page: str, number: int, source: str, server: JudgedServer, tmp_path: Path) -> None:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    if PLACEHOLDER in source:
        source = "from typing import *\nfrom orq_ai_sdk import models\n" + source.replace(PLACEHOLDER, "...")
    exec(compile(source, f"{page}[{number}]", "exec"), namespace)  # noqa: S102 - running the docs is the test
    if re.search(r"\borq\.sessions\.\w+\(", source) and not NO_NETWORK.search(source):
        assert server.exchanges, "the example calls an operation, but no request arrived"
