"""What the behaviour tests share: the judged server of the sessions API, and one way to call it three ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
import pytest
from openapi_core import OpenAPI
from orq_ai_sdk import Orq

from .server import JudgedServer, serve
from .sessions_api import SessionsApi

DOCUMENT = Path(__file__).parents[2] / "spec" / "openapi.yaml"
HOST_URL = "https://my.orq.ai"
"""The server that the document names."""


@pytest.fixture(scope="session")
def document() -> OpenAPI:
    """The project's document, as an independent library reads it."""
    return OpenAPI.from_file_path(str(DOCUMENT))


@pytest.fixture
def server(document: OpenAPI) -> Iterator[JudgedServer]:
    """A fresh sessions API on loopback; the test fails when a request or an answer was not as the document says."""
    with serve(document, SessionsApi().answer, HOST_URL) as judged:
        yield judged
    assert judged.violations == []


@dataclass
class Caller:
    """Calls a method of `orq.sessions` in one mode, with a client of its own."""

    mode: str
    url: str

    def __call__(self, method: str, /, *, options: dict[str, Any] | None = None, **arguments: Any) -> Any:
        """The result of the method, or of its async twin; `options` go to the constructor."""
        settings = {"api_key": "key", "server_url": self.url, **(options or {})}
        if self.mode == "sync":
            with Orq(**settings) as orq:
                return getattr(orq.sessions, method)(**arguments)

        async def main() -> Any:
            async with Orq(**settings) as orq:
                return await getattr(orq.sessions, f"{method}_async")(**arguments)

        return anyio.run(main, backend=self.mode)


@pytest.fixture(params=["sync", "asyncio", "trio"])
def call(request: pytest.FixtureRequest, server: JudgedServer) -> Caller:
    """A caller of each mode in turn."""
    return Caller(request.param, server.url)
