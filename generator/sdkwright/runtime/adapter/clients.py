"""Our own HTTP clients and their lifecycle.  Supplied clients are used as they are and never closed.

Clients are made on first use.  The async client belongs to one event loop: each loop gets its own, closed with the
loop.  Nothing is done in finalisers, and a forked child leaves the parent's connections alone.
"""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Callable
from typing import TYPE_CHECKING

from .library import current_loop, library, ssl_context
from .locks import renew_in_forks

if TYPE_CHECKING:
    from ..http import AsyncHttpClient, HttpClient


class Clients:
    """The clients of one SDK object.

    Args:
        http_library: Imports the library that they are made of.
        check_open: Raises `RuntimeError` once the SDK object is closed.
    """

    def __init__(self, http_library: Callable[[], object], check_open: Callable[[], None]) -> None:
        self._library = http_library
        self._check_open = check_open
        self._lock = threading.Lock()
        self._client: HttpClient | None = None
        self._async_clients: dict[object, tuple[AsyncHttpClient, AsyncGenerator[None, None]]] = {}
        self._left_to_parent: list[object] = []
        renew_in_forks(self)

    def client(self) -> HttpClient:
        """The sync client, made on first use.  Raises `RuntimeError` after `close()`."""
        client = self._client
        if client is None:
            with self._lock:
                self._check_open()
                client = self._client
                if client is None:
                    made = library(self._library)
                    client = self._client = made.client(verify=ssl_context(made), follow_redirects=False)
        return client

    async def async_client(self) -> AsyncHttpClient:
        """The async client of the running event loop, made on first use."""
        loop = current_loop()
        found = self._async_clients.get(loop)
        if found is not None:
            return found[0]
        for other in list(self._async_clients):
            if getattr(other, "is_closed", bool)():
                # An event loop that ended without shutting its generators down.
                self._async_clients.pop(other, None)
        made = library(self._library)
        client = made.async_client(verify=ssl_context(made), follow_redirects=False)
        keeper = self._keep(client, loop)
        # No other task runs before the first yield: nothing is awaited up to there.
        await keeper.__anext__()
        self._async_clients[loop] = (client, keeper)
        return client

    async def _keep(self, client: AsyncHttpClient, loop: object) -> AsyncGenerator[None, None]:
        """Closes the client when `aclose()` asks for it, or when the event loop shuts its generators down."""
        try:
            yield
        finally:
            self._async_clients.pop(loop, None)
            await client.aclose()

    def close(self) -> None:
        """Close the sync client; async ones end with their event loops."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    async def aclose(self) -> None:
        """Close the sync client and this event loop's async one."""
        found = self._async_clients.get(current_loop())
        try:
            if found is not None:
                await found[1].aclose()
        finally:
            self.close()

    def after_fork(self) -> None:
        """In a forked child: the connections are the parent's.  They are kept, unused, so that nothing closes them."""
        self._lock = threading.Lock()
        self._left_to_parent += [self._client, *self._async_clients.items()]
        self._client = None
        self._async_clients = {}
