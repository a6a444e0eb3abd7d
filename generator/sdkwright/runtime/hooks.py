"""Hooks: what the package's `_hooks/registration.py` may add to every call, and then whoever makes an SDK object.

    class Trace:
        def before_request(self, context: HookContext, request: Request) -> Request: ...

    def init_hooks(hooks: Hooks) -> None:
        hooks.register_before_request_hook(Trace())

    sdk = Sdk(hooks=init_hooks)

A sync hook runs in sync and in async methods; an async hook in async methods only, after the sync ones.
`before_request` sees a fresh request at each attempt.  A hook that returns None in place of a response swallows it: the
call then raises the SDK's `NoResponseError`; an exception that a hook returns is raised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .values.rows import Row

if TYPE_CHECKING:
    from typing import Protocol

    from .http import AsyncHttpClient, HttpClient, Request, Response, Timeout
    from .logs import Logger
    from .retries import RetryConfig
    from .unset import Unset
else:
    Protocol = object  # what protocols cost at import would be most of this module's time


T = TypeVar("T")


class SDKInit:
    """What `sdk_init` hooks may replace before the client is ready.  `client`s are the supplied ones, or None."""

    __slots__ = ("async_client", "client", "debug_logger", "retry_config", "server_url", "timeout_ms")

    def __init__(
        self,
        server_url: str | None,
        client: HttpClient | None,
        async_client: AsyncHttpClient | None,
        retry_config: RetryConfig | Unset | None,
        timeout_ms: float | Timeout | None,
        debug_logger: Logger | None,
    ) -> None:
        self.server_url = server_url
        self.client = client
        self.async_client = async_client
        self.retry_config = retry_config
        self.timeout_ms = timeout_ms
        self.debug_logger = debug_logger


class HookContext(Row):
    """Which call a hook sees."""

    operation_id: str
    base_url: str
    attempt: int
    """Counts from 0."""
    config: SDKInit | None = None
    """What the SDK object was made with, as the `sdk_init` hooks left it."""


class SDKInitHook(Protocol):
    """Runs once, at the end of the constructor.

    One of published SDKs, `sdk_init(base_url, client)`, is taken too: it returns both.
    """

    def sdk_init(self, init: SDKInit) -> None: ...


class BeforeRequestHook(Protocol):
    """Runs before each attempt; returns the request to send."""

    def before_request(self, context: HookContext, request: Request, /) -> Request | Exception: ...


class AfterSuccessHook(Protocol):
    """Runs on the answer of a call that succeeded; returns the answer to decode."""

    def after_success(self, context: HookContext, response: Response, /) -> Response | Exception | None: ...


class AfterErrorHook(Protocol):
    """Runs on the last error answer, or on the last exception of the transport; returns what the call goes on with."""

    def after_error(
        self, context: HookContext, response: Response | None, error: Exception | None, /
    ) -> tuple[Response | None, Exception | None] | Exception: ...


class AsyncBeforeRequestHook(Protocol):
    """The async twin of `BeforeRequestHook`."""

    async def before_request(self, context: HookContext, request: Request, /) -> Request | Exception: ...


class AsyncAfterSuccessHook(Protocol):
    """The async twin of `AfterSuccessHook`."""

    async def after_success(self, context: HookContext, response: Response, /) -> Response | Exception | None: ...


class AsyncAfterErrorHook(Protocol):
    """The async twin of `AfterErrorHook`."""

    async def after_error(
        self, context: HookContext, response: Response | None, error: Exception | None, /
    ) -> tuple[Response | None, Exception | None] | Exception: ...


class Hooks:
    """The registered hooks, in the order of their registration."""

    def __init__(self) -> None:
        self._init: list[SDKInitHook] = []
        self._before: list[BeforeRequestHook] = []
        self._success: list[AfterSuccessHook] = []
        self._error: list[AfterErrorHook] = []
        self._async_before: list[AsyncBeforeRequestHook] = []
        self._async_success: list[AsyncAfterSuccessHook] = []
        self._async_error: list[AsyncAfterErrorHook] = []

    def __bool__(self) -> bool:
        """Whether any call has a hook to run."""
        return any(
            (self._before, self._success, self._error, self._async_before, self._async_success, self._async_error)
        )

    def register_sdk_init_hook(self, hook: SDKInitHook) -> None:
        """Add a hook that runs at the end of the constructor."""
        self._init.append(hook)

    def register_before_request_hook(self, hook: BeforeRequestHook) -> None:
        """Add a hook that runs before each attempt."""
        self._before.append(hook)

    def register_after_success_hook(self, hook: AfterSuccessHook) -> None:
        """Add a hook that runs on successful answers."""
        self._success.append(hook)

    def register_after_error_hook(self, hook: AfterErrorHook) -> None:
        """Add a hook that runs on error answers and on exceptions of the transport."""
        self._error.append(hook)

    def register_async_before_request_hook(self, hook: AsyncBeforeRequestHook) -> None:
        """Add an async hook that runs before each attempt."""
        self._async_before.append(hook)

    def register_async_after_success_hook(self, hook: AsyncAfterSuccessHook) -> None:
        """Add an async hook that runs on successful answers."""
        self._async_success.append(hook)

    def register_async_after_error_hook(self, hook: AsyncAfterErrorHook) -> None:
        """Add an async hook that runs on error answers and on exceptions of the transport."""
        self._async_error.append(hook)

    # What the runtime calls.

    def sdk_init(self, init: SDKInit, base_url: Callable[[], str]) -> None:
        """Run the `sdk_init` hooks; `base_url` tells where calls go if none of them says otherwise."""
        for hook in self._init:
            if _takes_url_and_client(hook):
                url = init.server_url or base_url()
                found, init.client = cast(Any, hook).sdk_init(url, init.client)
                if found != url:
                    init.server_url = found
            else:
                hook.sdk_init(init)

    def before_request(self, context: HookContext, request: Request) -> Request:
        """Run the sync hooks of a request."""
        for hook in self._before:
            request = _or_raised(hook.before_request(context, request))
        return request

    def after_success(self, context: HookContext, response: Response) -> Response | None:
        """Run the sync hooks of a success; None if one of them swallowed it."""
        current: Response | None = response
        for hook in self._success:
            if current is not None:
                current = _or_raised(hook.after_success(context, current))
        return current

    def after_error(
        self, context: HookContext, response: Response | None, error: Exception | None
    ) -> tuple[Response | None, Exception | None]:
        """Run the sync hooks of an error."""
        for hook in self._error:
            response, error = _or_raised(hook.after_error(context, response, error))
        return response, error

    async def before_request_async(self, context: HookContext, request: Request) -> Request:
        """Run all hooks of a request."""
        request = self.before_request(context, request)
        for hook in self._async_before:
            request = _or_raised(await hook.before_request(context, request))
        return request

    async def after_success_async(self, context: HookContext, response: Response) -> Response | None:
        """Run all hooks of a success; None if one of them swallowed it."""
        current = self.after_success(context, response)
        for hook in self._async_success:
            if current is not None:
                current = _or_raised(await hook.after_success(context, current))
        return current

    async def after_error_async(
        self, context: HookContext, response: Response | None, error: Exception | None
    ) -> tuple[Response | None, Exception | None]:
        """Run all hooks of an error."""
        response, error = self.after_error(context, response, error)
        for hook in self._async_error:
            response, error = _or_raised(await hook.after_error(context, response, error))
        return response, error


def _or_raised(given: T | Exception) -> T:
    """What a hook returned.  Raises it if it is an exception."""
    if isinstance(given, Exception):
        raise given
    return given


def _takes_url_and_client(hook: SDKInitHook) -> bool:
    import inspect

    return len(inspect.signature(hook.sdk_init).parameters) == 2


def registered(
    registering: Iterable[Callable[[Hooks], None]], init: SDKInit, base_url: Callable[[], str]
) -> Hooks | None:
    """What these functions register, after the `sdk_init` hooks ran; None if no call has one to run."""
    hooks = Hooks()
    for register in registering:
        register(hooks)
    hooks.sdk_init(init, base_url)
    return hooks if hooks else None
