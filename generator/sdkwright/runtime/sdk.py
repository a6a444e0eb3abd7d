"""The base classes of root classes: the state of an SDK object, and the lifecycle of its sync and its async methods.

Inherited: `with` and `close()` where there are sync methods; where there are async ones `async with`, `aclose()` and
`create_async(...)` (makes the object and preloads it without blocking the event loop); always `preload()` and
`with_raw_response(method)`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Literal, ParamSpec, Self, TypeVar, cast

from .configuration import Configuration
from .resource import Resource
from .send.core import Core
from .unset import UNSET, Unset

if TYPE_CHECKING:
    from .hooks import Hooks, SDKInit
    from .http import AsyncHttpClient, HttpClient, Timeout
    from .logs import Logger
    from .retries import RetryConfig

P = ParamSpec("P")
T = TypeVar("T")


class State(Resource):
    """The state of an SDK object.

    Args:
        configuration: What the package says about the API.
        security: Credentials by argument name, or one object (or callable) that holds them all.
        globals: The values of SDK-wide parameters; those that are None are read from the environment.
        server_variables: Values of the variables in server URLs, by constructor argument.
        server_idx: Which of the document's servers is used.
        server: The same by `x-speakeasy-server-id`.
        server_url: Another server; `url_params` fill its `{places}`.
        client: A client of the HTTP library for sync methods; it is used as it is, with its own timeout, and never
            closed.
        async_client: The same for async methods.
        retry_config: For calls that give none; None switches retries off.
        timeout_ms: For calls that give none, in milliseconds, or a `Timeout` of the HTTP library.
        debug_logger: Gets one line per request and response, secrets left out.
        http_headers: Further headers of every call; those of a call replace them.
        hooks: Registers hooks, after the package's own.
        follow_redirects: Follow redirects within the origin; otherwise a redirect is an error.  A supplied client that
            follows redirects says the same for its calls.
        allow_insecure_http: Send credentials over plain http to other machines.
        max_response_bytes: The most that is read of one answer, after decompression.

    Raises:
        ValueError: For a server, a variable, a URL or a header that cannot be.
    """

    def __init__(
        self,
        configuration: Configuration,
        *,
        security: object = None,
        globals: Mapping[str, object] | None = None,
        server_variables: Mapping[str, str | None] | None = None,
        server_idx: int | None = None,
        server: str | None = None,
        server_url: str | None = None,
        url_params: Mapping[str, str] | None = None,
        client: HttpClient | None = None,
        async_client: AsyncHttpClient | None = None,
        retry_config: RetryConfig | Unset | None = UNSET,
        timeout_ms: float | Timeout | None = None,
        debug_logger: Logger | None = None,
        http_headers: Mapping[str, str] | None = None,
        hooks: Callable[[Hooks], None] | None = None,
        follow_redirects: bool = False,
        allow_insecure_http: bool = False,
        max_response_bytes: int | None = None,
        response_validation: Literal["strict", "lenient"] | None = None,
    ) -> None:
        core = Core(
            configuration,
            security=security,
            global_values=globals or {},
            server_variables=server_variables or {},
            server_idx=server_idx,
            server=server,
            server_url=server_url,
            url_params=url_params,
            client=client,
            async_client=async_client,
            retry_config=retry_config,
            timeout_ms=timeout_ms,
            debug_logger=debug_logger,
            http_headers=http_headers,
            hooks=hooks,
            follow_redirects=follow_redirects,
            allow_insecure_http=allow_insecure_http,
            max_response_bytes=max_response_bytes,
            response_validation=response_validation,
        )
        super().__init__(core)

    def __repr__(self) -> str:
        core: Core | None = getattr(self, "_core", None)
        if core is None:  # The constructor has raised.
            return f"<{type(self).__name__}>"
        from .logs import redacted_url

        return f"<{type(self).__name__} {redacted_url(core.servers.base(()), frozenset())}>"

    @property
    def sdk_configuration(self) -> SDKInit:
        """What this object was made with, as published SDKs tell it; to change it changes nothing."""
        from .hooks import SDKInit

        core = self._core
        clients = core.supplied_client, core.supplied_async_client
        return SDKInit(core.servers.base(()), *clients, core.retry_config, core.timeout_ms, core.logger)

    def preload(self) -> None:
        """Do ahead of time what the first calls would do: import everything, build the validators, make the client."""
        from .send.preload import preload

        preload(self._core)


class SyncSDK(State):
    """The root class of sync methods."""

    def __enter__(self) -> Self:
        self._core.check_open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the sync client, if it is ours.  Later calls raise `RuntimeError`."""
        self._core.close()


class AsyncSDK(State):
    """The root class of async methods."""

    async def __aenter__(self) -> Self:
        self._core.check_open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the sync client and this event loop's async client, if they are ours.  Later calls raise."""
        await self._core.aclose()

    @classmethod
    def create_async(cls: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Creation[T]:
        """Make an SDK object without blocking the event loop: `async with Sdk.create_async(...) as sdk`.

        `await Sdk.create_async(...)` gives the object too; it is then the caller's to close.
        """
        return Creation(lambda: cls(*args, **kwargs))


class SDKBase(SyncSDK, AsyncSDK):
    """The root class of both."""


class Creation(Generic[T]):
    """An SDK object in the making; see `AsyncSDK.create_async`."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None

    async def _create(self) -> T:
        from anyio.to_thread import run_sync

        def work() -> T:
            made = self._make()
            cast("AsyncSDK", made).preload()
            return made

        return await run_sync(work)

    def __await__(self) -> Generator[Any, Any, T]:
        return self._create().__await__()

    async def __aenter__(self) -> T:
        made = self._made = await self._create()
        await cast("AsyncSDK", made).__aenter__()
        return made

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._made is not None:
            await cast("AsyncSDK", self._made).__aexit__(kind, value, traceback)
