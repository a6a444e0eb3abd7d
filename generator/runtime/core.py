"""What all resources of one SDK object share: configuration, credentials, HTTP clients and their lifecycle.

What all resources of one SDK object share: configuration, credentials, HTTP clients and their lifecycle.
Nothing here is per call, and nothing is done in finalisers.
"""

from __future__ import annotations

import os
import sys
import threading
import weakref
from collections.abc import AsyncGenerator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .configuration import Configuration
from .library import Library, UrlMaker, current_loop, library, library_of, ssl_context
from .retries import Policy, RetryConfig, document_policy, policy_of
from .security import Security
from .servers import ServerChoice, checked, is_loopback
from .timing import SYSTEM, Timing
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from .hooks import Hooks
    from .http import AsyncHttpClient, HttpClient
    from .logs import Logger
    from .oauth2 import TokenCache
    from .operation import Operation

DEFAULT_MAX_RESPONSE_BYTES = 256 * 1024 * 1024
_MAXIMUM_BASES = 64


class SDKInit:
    """What `sdk_init` hooks may replace before the client is ready.  `client`s are the supplied ones, or None."""

    __slots__ = ("async_client", "client", "debug_logger", "retry_config", "server_url", "timeout_ms")

    def __init__(
        self,
        server_url: str | None,
        client: HttpClient | None,
        async_client: AsyncHttpClient | None,
        retry_config: RetryConfig | Unset | None,
        timeout_ms: int | None,
        debug_logger: Logger | None,
    ) -> None:
        self.server_url = server_url
        self.client = client
        self.async_client = async_client
        self.retry_config = retry_config
        self.timeout_ms = timeout_ms
        self.debug_logger = debug_logger


class Base:
    """One server URL, parsed once."""

    __slots__ = ("host", "insecure", "maker", "prefix", "url")

    def __init__(self, library: Library, url: str) -> None:
        self.url = url
        self.maker = UrlMaker(library, url or "/")
        self.prefix = self.maker.prefix
        self.host = (b"Host", self.maker.host)
        self.insecure = url.lower().startswith("http://") and not is_loopback(self.maker.hostname)


class Core:
    """What is behind an SDK object.  See `sdk.SDKBase` for the arguments."""

    def __init__(
        self,
        configuration: Configuration,
        *,
        security: object,
        global_values: Mapping[str, object],
        server_variables: Mapping[str, str | None],
        server_idx: int | None,
        server: str | None,
        server_url: str | None,
        url_params: Mapping[str, str] | None,
        client: HttpClient | None,
        async_client: AsyncHttpClient | None,
        retry_config: RetryConfig | Unset | None,
        timeout_ms: int | None,
        debug_logger: Logger | None,
        follow_redirects: bool,
        allow_insecure_http: bool,
        max_response_bytes: int | None,
        timing: Timing = SYSTEM,
    ) -> None:
        self.configuration = configuration
        self.timing = timing
        self.security = Security(configuration, security)
        self.globals = _globals(configuration, global_values)
        self.follow_redirects = follow_redirects
        self.allow_insecure_http = allow_insecure_http
        self.max_response_bytes = DEFAULT_MAX_RESPONSE_BYTES if max_response_bytes is None else max_response_bytes
        if debug_logger is None and os.environ.get(f"{configuration.prefix}_DEBUG"):
            from .logs import logger_from_environment

            debug_logger = logger_from_environment(configuration.prefix, configuration.module)
        init = SDKInit(server_url, client, async_client, retry_config, timeout_ms, debug_logger)
        self.hooks = _hooks(configuration, init)
        self.servers = ServerChoice(configuration, server_idx, server, init.server_url, url_params, server_variables)
        self.supplied_client = init.client
        self.supplied_async_client = init.async_client
        self.retry_config = init.retry_config
        self.timeout_ms = init.timeout_ms
        self.logger = init.debug_logger
        self.document_policy = None if configuration.retries is None else document_policy(configuration.retries)
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        agent = f"{configuration.package}/{configuration.version} python/{python}"
        self.user_agent = (b"User-Agent", agent.encode("ascii"))
        self.accept_encoding = (b"Accept-Encoding", b"gzip, deflate")
        self.client_headers = _agent_headers(self.user_agent, self.supplied_client)
        self.async_client_headers = _agent_headers(self.user_agent, self.supplied_async_client)
        self.closed = False
        self._bases: dict[tuple[str, str], Base] = {}
        self._timeouts: dict[tuple[str, int | None], Any] = {}
        self._lock = threading.Lock()
        self._client: HttpClient | None = None
        self._async_clients: dict[object, tuple[AsyncHttpClient, AsyncGenerator[None, None]]] = {}
        self._left_to_parent: list[object] = []
        _alive.add(self)

    def __repr__(self) -> str:
        return f"<Core of {self.configuration.package}>"

    def __reduce__(self) -> str | tuple[Any, ...]:
        raise TypeError("an SDK client cannot be pickled: it holds credentials and connections")

    # --------------------------------------------------------------------------------------------------- decisions

    def policy(self, operation: Operation[Any, Any], own: Policy | None, retries: object) -> Policy | None:
        """Method argument over client over operation over document; None: nothing is retried."""
        chosen = self.retry_config if isinstance(retries, Unset) else retries
        if chosen is None:
            return None
        if isinstance(chosen, RetryConfig):
            return policy_of(chosen, operation.retries or self.configuration.retries)
        return own if own is not None else self.document_policy

    def base(self, library: Library, operation: Operation[Any, Any], server_url: str | None) -> Base:
        """The parsed server URL of a call.  Raises `ValueError` if it is no URL."""
        url = self.servers.base(operation.servers) if server_url is None else server_url
        found = self._bases.get((library.name, url))
        if found is None:
            found = Base(library, checked(url))
            if len(self._bases) < _MAXIMUM_BASES:
                self._bases[library.name, url] = found
        return found

    def timeout(self, library: Library, timeout_ms: int | None, operation_ms: int | None, client: object | None) -> Any:
        """The timeout of a call, as the library's requests have it; None: the supplied client's own.

        Method argument over constructor over operation over a timeout of the supplied client's own over the SDK's.
        """
        chosen = timeout_ms if timeout_ms is not None else self.timeout_ms
        if chosen is None:
            chosen = operation_ms
        if chosen is None:
            if client is not None and getattr(client, "timeout", library.default_timeout) != library.default_timeout:
                return None
            chosen = self.configuration.timeout_ms
            if chosen is None and client is not None:
                return None
        found: Any = self._timeouts.get((library.name, chosen))
        if found is None:
            made: Any = library.default_timeout if chosen is None else library.timeout(chosen)
            found = made.as_dict()
            if len(self._timeouts) < _MAXIMUM_BASES:
                self._timeouts[library.name, chosen] = found
        return found

    # ----------------------------------------------------------------------------------------------------- clients

    def check_open(self) -> None:
        """Raises `RuntimeError` after `close()`."""
        if self.closed:
            raise RuntimeError("this client was closed; make a new one")

    @cached_property
    def client_library(self) -> Library:
        """The library of the supplied sync client, or the SDK's own."""
        return library_of(self.supplied_client, self.configuration.http_library)

    @cached_property
    def async_client_library(self) -> Library:
        """The library of the supplied async client, or the SDK's own."""
        return library_of(self.supplied_async_client, self.configuration.http_library)

    def client(self) -> HttpClient:
        """The supplied client, or our own, made on first use."""
        client = self.supplied_client or self._client
        if client is None:
            with self._lock:
                self.check_open()
                client = self._client
                if client is None:
                    made = library(self.configuration.http_library)
                    client = self._client = made.client(verify=ssl_context(made), follow_redirects=False)
        return client

    async def async_client(self) -> AsyncHttpClient:
        """The supplied client, or our own of this event loop, made on first use."""
        if self.supplied_async_client is not None:
            return self.supplied_async_client
        loop = current_loop()
        found = self._async_clients.get(loop)
        if found is not None:
            return found[0]
        made = library(self.configuration.http_library)
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

    @cached_property
    def tokens(self) -> TokenCache:
        """The OAuth2 tokens; made by the first call that needs one."""
        from .oauth2 import TokenCache

        return TokenCache(self.timing.monotonic)

    def close(self) -> None:
        """Close our own sync client; async ones end with their event loops.  Calls raise from now on."""
        with self._lock:
            self.closed = True
            client, self._client = self._client, None
        if client is not None:
            client.close()

    async def aclose(self) -> None:
        """Close our own clients: the sync one and this event loop's."""
        found = self._async_clients.get(current_loop())
        try:
            if found is not None:
                await found[1].aclose()
        finally:
            self.close()

    def after_fork(self) -> None:
        """In a forked child: the connections are the parent's, and a lock may be held by a thread that is gone."""
        self._lock = threading.Lock()
        self._left_to_parent += [self._client, *self._async_clients.items()]
        self._client = None
        self._async_clients = {}
        if "tokens" in self.__dict__:
            self.tokens.after_fork()


_alive: weakref.WeakSet[Core] = weakref.WeakSet()


def _after_fork_in_child() -> None:
    for core in list(_alive):
        core.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork_in_child)


def _globals(configuration: Configuration, given: Mapping[str, object]) -> dict[str, object]:
    values: dict[str, object] = {}
    for each in configuration.globals:
        value = given.get(each.name)
        if (value is None or value is UNSET) and each.environment is not None:
            value = os.environ.get(each.environment) or None
        if value is not None and value is not UNSET:
            values[each.name] = value
    return values


def _agent_headers(user_agent: tuple[bytes, bytes], client: object | None) -> tuple[tuple[bytes, bytes], ...]:
    """Our User-Agent, unless a supplied client was given one of its own."""
    headers: Any = getattr(client, "headers", None)
    agent: str = (headers.get("user-agent") if headers is not None else None) or "python-httpx"
    return (user_agent,) if agent.startswith("python-httpx") else ()


def _hooks(configuration: Configuration, init: SDKInit) -> Hooks | None:
    """The registered hooks, after `sdk_init` ran; None if no call has one to run."""
    if configuration.init_hooks is None:
        return None
    from .hooks import Hooks

    hooks = Hooks()
    configuration.init_hooks()(hooks)
    hooks.sdk_init(init)
    return hooks if hooks else None
