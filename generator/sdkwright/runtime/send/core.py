"""What all resources of one SDK object share: the configuration, what the constructor was told, and what it decides.

Light: a constructor loads nothing but this and `servers`.  The HTTP clients, with all that can be open, are in
`clients`.  Nothing here is per call.
"""

from __future__ import annotations

import os
import sys
from _thread import LockType, allocate_lock
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from ..configuration import Configuration
from ..unset import UNSET, Unset
from .servers import ServerChoice, checked

if TYPE_CHECKING:
    from ..adapter.clients import Clients
    from ..adapter.library import Library
    from ..adapter.timing import Timing
    from ..adapter.urls import Base
    from ..auth.oauth2 import TokenCache
    from ..auth.security import Security
    from ..decode.keeping import Keeper
    from ..hooks import Hooks, SDKInit
    from ..http import AsyncHttpClient, HttpClient, Timeout
    from ..logs import Logger
    from ..operation import Operation
    from ..operations.policy import Policy
    from ..retries import RetryConfig

DEFAULT_MAX_RESPONSE_BYTES = 256 * 1024 * 1024
_MAXIMUM_KEPT = 64
"""How many server URLs are kept ready: callers may bring new ones with every call."""


class Core:
    """What is behind an SDK object.  See `sdk.State` for the arguments."""

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
        timeout_ms: float | Timeout | None,
        debug_logger: Logger | None,
        http_headers: Mapping[str, str] | None,
        hooks: Callable[[Hooks], None] | None,
        follow_redirects: bool,
        allow_insecure_http: bool,
        max_response_bytes: int | None,
        response_validation: Literal["strict", "lenient"] | None,
    ) -> None:
        given = dict(locals())
        del given["self"], given["configuration"]
        self.given: dict[str, Any] = given
        """What the constructor was told, for `copies`."""
        self.lost: Mapping[str, str] = {}
        """Credentials that a pickle did not hold, with the arguments that gave them."""
        self.configuration = configuration
        self.globals = _globals(configuration, global_values)
        self.follow_redirects = follow_redirects
        self.allow_insecure_http = allow_insecure_http
        self.max_response_bytes = DEFAULT_MAX_RESPONSE_BYTES if max_response_bytes is None else max_response_bytes
        self.is_lenient = _is_lenient(response_validation or configuration.response_validation)
        if debug_logger is None and os.environ.get(f"{configuration.prefix}_DEBUG"):
            from ..logs import logger_from_environment

            debug_logger = logger_from_environment(configuration.prefix, configuration.module)
        self.hooks: Hooks | None = None
        self.init: SDKInit | None = None
        """What hooks see of all this, if there are any."""
        registering = [each for each in (configuration.init_hooks and configuration.init_hooks(), hooks) if each]
        if registering:
            from ..hooks import SDKInit, registered

            init = SDKInit(server_url, client, async_client, retry_config, timeout_ms, debug_logger)
            choice = partial(ServerChoice, configuration, server_idx, server, server_url, url_params, server_variables)
            self.hooks = registered(registering, init, lambda: choice().base(()))
            self.init = init if self.hooks else None
            server_url, client, async_client = init.server_url, init.client, init.async_client
            retry_config, timeout_ms, debug_logger = init.retry_config, init.timeout_ms, init.debug_logger
        self.servers = ServerChoice(configuration, server_idx, server, server_url, url_params, server_variables)
        self.supplied_client = client
        self.supplied_async_client = async_client
        self.retry_config = retry_config
        self.timeout_ms = timeout_ms
        self.logger = debug_logger
        self.http_headers = http_headers
        if http_headers:
            from .extras import header_items

            header_items(http_headers)  # what cannot be sent is an error here already
        self._security = security
        self._start()

    def _start(self) -> None:
        """What begins empty, here and in a copy."""
        self.closed = False
        self._bases: dict[tuple[str, str], Base] = {}
        self._lock = allocate_lock()
        self._clients: Clients | None = None
        self._tokens: TokenCache | None = None

    def __repr__(self) -> str:
        return f"<Core of {self.configuration.package}>"

    def __deepcopy__(self, memo: dict[int, Any]) -> Core:
        """The same settings, credentials and supplied clients; clients of its own."""
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin._start()
        return twin

    def __reduce__(self) -> tuple[Any, ...]:
        from .copies import packed

        return _unpacked, packed(self.configuration, self.given, self.lost)

    # ---------------------------------------------------------------------------- parts that the first call makes

    @cached_property
    def timing(self) -> Timing:
        """Clock, sleep and randomness."""
        from ..adapter.timing import SYSTEM

        return SYSTEM

    @cached_property
    def security(self) -> Security:
        """The credentials."""
        from ..auth.security import Security

        return Security(self.configuration, self._security, self.lost)

    @property
    def tokens(self) -> TokenCache:
        """The OAuth2 tokens."""
        tokens = self._tokens
        if tokens is None:
            from ..auth.oauth2 import TokenCache

            with self._making():
                tokens = self._tokens
                if tokens is None:
                    tokens = self._tokens = TokenCache(self.timing.monotonic)
        return tokens

    @cached_property
    def keeper(self) -> Keeper | None:
        """What reads answers that do not fit; None: nothing does."""
        if not self.is_lenient:
            return None
        from ..decode.keeping import Keeper

        return Keeper(self.configuration.module, self.logger)

    @cached_property
    def client_library(self) -> Library:
        """The library of the supplied sync client, or the SDK's own."""
        from ..adapter.library import library_of

        return library_of(self.supplied_client, self.configuration.http_library)

    @cached_property
    def async_client_library(self) -> Library:
        """The library of the supplied async client, or the SDK's own."""
        from ..adapter.library import library_of

        return library_of(self.supplied_async_client, self.configuration.http_library)

    @cached_property
    def client_agent(self) -> tuple[tuple[bytes, bytes], ...]:
        """Our User-Agent, unless the supplied sync client was given one of its own."""
        return _agent(self.user_agent, self.supplied_client)

    @cached_property
    def async_client_agent(self) -> tuple[tuple[bytes, bytes], ...]:
        """Our User-Agent, unless the supplied async client was given one of its own."""
        return _agent(self.user_agent, self.supplied_async_client)

    @cached_property
    def user_agent(self) -> tuple[bytes, bytes]:
        """`{package}/{version} python/{x.y}`."""
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        agent = f"{self.configuration.package}/{self.configuration.version} python/{python}"
        return b"User-Agent", agent.encode("ascii")

    @property
    def clients(self) -> Clients:
        """Our HTTP clients.  Raises `RuntimeError` after `close()`."""
        clients = self._clients
        if clients is None:
            from ..adapter.clients import Clients

            with self._making():
                self.check_open()
                clients = self._clients
                if clients is None:
                    clients = self._clients = Clients(self.configuration.http_library, self.check_open)
        return clients

    def _making(self) -> LockType:
        """The lock under which parts are made, open in a forked child."""
        from ..adapter.locks import renew_in_forks

        renew_in_forks(self)
        return self._lock

    # --------------------------------------------------------------------------------------------------- decisions

    @cached_property
    def document_policy(self) -> Policy | None:
        """The document's own retries."""
        retries = self.configuration.retries
        if retries is None:
            return None
        from ..operations.policy import document_policy

        return document_policy(retries)

    def policy(self, operation: Operation[Any, Any], own: Policy | None, retries: object) -> Policy | None:
        """Method argument over client over operation over document; None: nothing is retried."""
        chosen = self.retry_config if isinstance(retries, Unset) else retries
        if chosen is None:
            return None
        if isinstance(chosen, Unset):
            return own if own is not None else self.document_policy
        from ..operations.policy import policy_of
        from ..retries import RetryConfig

        if not isinstance(chosen, RetryConfig):
            raise TypeError(f"retries must be a RetryConfig or None, not {type(chosen).__name__}")
        return policy_of(chosen, operation.retries or self.configuration.retries)

    def base(self, library: Library, operation: Operation[Any, Any], server_url: str | None) -> Base:
        """The parsed server URL of a call.  Raises `ValueError` if it is no URL."""
        url = self.servers.base(operation.servers) if server_url is None else server_url
        found = self._bases.get((library.name, url))
        if found is None:
            from ..adapter.urls import Base

            found = Base(library, checked(url))
            if len(self._bases) < _MAXIMUM_KEPT:
                self._bases[library.name, url] = found
        return found

    def follows(self, client: object | None) -> bool:
        """Whether redirects are followed: as the constructor says, or the supplied client."""
        return self.follow_redirects or getattr(client, "follow_redirects", False) is True

    # --------------------------------------------------------------------------------------------------- lifecycle

    def check_open(self) -> None:
        """Raises `RuntimeError` after `close()`."""
        if self.closed:
            raise RuntimeError("this client was closed; make a new one")

    def close(self) -> None:
        """Close our own sync client; async ones end with their event loops.  Calls raise from now on."""
        with self._lock:
            self.closed = True
            clients = self._clients
        if clients is not None:
            clients.close()

    async def aclose(self) -> None:
        """Close our own clients: the sync one and this event loop's."""
        self.closed = True
        clients = self._clients
        if clients is not None:
            await clients.aclose()

    def after_fork(self) -> None:
        """In a forked child: the lock may be held by a thread that is gone."""
        self._lock = allocate_lock()


def _unpacked(module: str, given: dict[str, Any], lost: dict[str, str]) -> Core:
    """What `pickle` calls, with what `copies.packed` made of an object."""
    made = Core(import_module(f"{module}.sdk")._CONFIGURATION, **given)
    made.lost = lost
    return made


def _globals(configuration: Configuration, given: Mapping[str, object]) -> dict[str, object]:
    values: dict[str, object] = {}
    for each in configuration.globals:
        value = given.get(each.name)
        if (value is None or value is UNSET) and each.environment is not None:
            value = os.environ.get(each.environment) or None
        if value is not None and value is not UNSET:
            values[each.name] = value
    return values


def _is_lenient(validation: str) -> bool:
    if validation not in ("strict", "lenient"):
        raise ValueError(f'response_validation must be "strict" or "lenient", not {validation!r}')
    return validation == "lenient"


def _agent(user_agent: tuple[bytes, bytes], client: object | None) -> tuple[tuple[bytes, bytes], ...]:
    headers: Any = getattr(client, "headers", None)
    agent: str = (headers.get("user-agent") if headers is not None else None) or "python-httpx"
    return (user_agent,) if agent.startswith("python-httpx") else ()
