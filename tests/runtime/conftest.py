"""What the tests of the runtime share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .loopback import Loopback


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proxies and keys of the machine that runs the tests have no part in them."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name in ("TOY_API_KEY", "TOY_DEBUG", "TOY_SERVER_URL"):
        monkeypatch.delenv(name, raising=False)
