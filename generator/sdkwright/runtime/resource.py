"""The base class of every resource class: the entries that its methods call.

The halves of the runtime that need pydantic and the HTTP library are imported by the first call.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast, overload

if TYPE_CHECKING:
    from .decode.raw import RawResponse
    from .http import Response
    from .operation import Operation, Options
    from .send.core import Core

S = TypeVar("S")
A = TypeVar("A")
P = ParamSpec("P")


@cache
def _sync() -> Callable[..., tuple[Any, Response]]:
    """The sync half, with pydantic and the HTTP library."""
    from .send.transport import run

    return run


@cache
def _async() -> Callable[..., Awaitable[tuple[Any, Response]]]:
    """The async half."""
    from .send.transport_async import run_async

    return run_async


class Resource:
    """One group of operations.  All state is in the `Core` that every resource of one SDK object shares."""

    _raw = False

    def __init__(self, core: Core) -> None:
        self._core = core

    def _call(
        self,
        operation: Operation[S, A],
        arguments: Mapping[str, object],
        options: Options,
    ) -> S:
        """Run the operation and return its result."""
        core = self._core
        if self._raw:
            from .send.raw import run_raw

            return cast("S", run_raw(core, operation, arguments, options))
        result, response = _sync()(core, operation, arguments, options)
        if operation.paging is not None:
            from .send.pages import page

            result = page(core, operation, result, response, arguments, options)
        if operation.envelope is not None:
            from .envelope import enveloped

            result = enveloped(operation, result, response)
        return cast("S", result)

    async def _call_async(
        self,
        operation: Operation[S, A],
        arguments: Mapping[str, object],
        options: Options,
    ) -> A:
        """Run the operation asynchronously and return its result."""
        core = self._core
        if self._raw:
            from .send.raw import run_raw_async

            return cast("A", await run_raw_async(core, operation, arguments, options))
        result, response = await _async()(core, operation, arguments, options)
        if operation.paging is not None:
            from .send.pages import async_page

            result = async_page(core, operation, result, response, arguments, options)
        if operation.envelope is not None:
            from .envelope import enveloped

            result = enveloped(operation, result, response)
        return cast("A", result)

    # The first overload is the narrower one, which is what both checkers warn about: a coroutine is never a result.
    @overload
    def with_raw_response(  # type: ignore[overload-overlap]  # see above
        self, method: Callable[P, Awaitable[S]]
    ) -> Callable[P, Awaitable[RawResponse[S]]]: ...  # pyright: ignore[reportOverlappingOverload]  # see above
    @overload
    def with_raw_response(self, method: Callable[P, S]) -> Callable[P, RawResponse[S]]: ...
    def with_raw_response(self, method: Callable[..., Any]) -> Callable[..., Any]:
        """The same method, returning the HTTP response, whatever it says, together with its result or its error.

            raw = sdk.with_raw_response(sdk.sessions.get)(session_id="...")
            raw.status_code, raw.headers, raw.error, raw.result

        Raises `TypeError` for anything but a bound method of one of this SDK's resources.
        """
        owner = getattr(method, "__self__", None)
        if not isinstance(owner, Resource):
            raise TypeError("with_raw_response takes a bound method of this SDK, such as sdk.users.get")
        twin = object.__new__(type(owner))
        twin.__dict__.update(owner.__dict__)
        twin._raw = True
        return cast("Callable[..., Any]", getattr(twin, method.__name__))
