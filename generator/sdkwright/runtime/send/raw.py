"""Calls whose response the caller wants, whatever it says: `with_raw_response`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..adapter.library import decoding_errors
from ..decode.raw import RawResponse
from ..envelope import enveloped
from ..errors import SDKError
from .call import Call

if TYPE_CHECKING:
    from ..operation import Operation, Options
    from .core import Core


def run_raw(
    core: Core, operation: Operation[Any, Any], arguments: Mapping[str, object], options: Options
) -> RawResponse[Any]:
    """Run one call.  Raises what has no response: a connection that fails, an argument that cannot be sent."""
    from .transport import answered

    core.check_open()
    call = Call(core, operation, arguments, options, core.supplied_client, core.client_library)
    try:
        result, response = answered(core, call, options.security)
    except Exception as problem:
        return _refused(call, problem)
    if operation.paging is not None:
        from .pages import page

        result = page(core, operation, result, response, arguments, options)
    if operation.envelope is not None:
        result = enveloped(operation, result, response)
    return RawResponse(result, response)


async def run_raw_async(
    core: Core, operation: Operation[Any, Any], arguments: Mapping[str, object], options: Options
) -> RawResponse[Any]:
    """The same for an async call."""
    from .transport_async import answered_async

    core.check_open()
    call = Call(core, operation, arguments, options, core.supplied_async_client, core.async_client_library)
    try:
        result, response = await answered_async(core, call, options.security)
    except Exception as problem:
        return _refused(call, problem)
    if operation.paging is not None:
        from .pages import async_page

        result = async_page(core, operation, result, response, arguments, options)
    if operation.envelope is not None:
        result = enveloped(operation, result, response)
    return RawResponse(result, response)


def _refused(call: Call, problem: Exception) -> RawResponse[Any]:
    """The response that is an error, or that cannot be read.  Raises the exception where it is about something else."""
    if call.response is None or not isinstance(problem, (SDKError, *decoding_errors())):
        raise problem
    return RawResponse(None, call.response, problem)
