"""How an async call is sent: `transport` with `await`.  Under asyncio and trio; cancellation passes through everywhere.

Resolve security, send each attempt, follow redirects within the origin if that was allowed, read the answer (or leave a
stream open), wait and try again where the policy says so, run hooks.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import suppress
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, cast

from ..adapter.charsets import settle_charset
from ..adapter.library import (
    decoding_errors,
    framing,
    keep_content,
    keep_request,
    retryable_errors,
    transport_errors,
)
from ..decode.decoding import aread_limited, aread_plain
from ..decode.responses import result_of
from .call import Call
from .exchange import exceeds, fits, log_request, log_response, log_retry

if TYPE_CHECKING:
    from ..auth.oauth2 import ClientCredentials, Token
    from ..auth.security import Applied, Need
    from ..decode.handlers import Handler
    from ..http import AsyncHttpClient, Response
    from ..operation import Operation, Options
    from .core import Core


async def run_async(
    core: Core,
    operation: Operation[Any, Any],
    arguments: Mapping[str, object],
    options: Options,
    page_url: str | None = None,
) -> tuple[Any, Response]:
    """Run one call; its result and the response it came from.  `page_url`: a complete URL that the server gave."""
    core.check_open()
    call = Call(core, operation, arguments, options, core.supplied_async_client, core.async_client_library, page_url)
    return await answered_async(core, call, options.security)


async def answered_async(core: Core, call: Call, security: object) -> tuple[Any, Response]:
    """Send a call; its result and the response it came from.  `security`: what the caller gave in place of ours."""
    client = core.supplied_async_client or await core.clients.async_client()
    await _authorize(core, client, call, security)
    call.check_transport()
    response, handler = await _answer(core, client, call)
    if response.status_code == 401 and call.applied.token is not None and call.can_repeat:
        core.tokens.refused(*call.applied.token)
        await _authorize(core, client, call, security)
        response, handler = await _answer(core, client, call)
    if core.hooks is not None:
        response, handler = await _after(core, call, response, handler)
    if handler is not None and handler.is_stream and not handler.is_error:
        from ..decode.streaming import open_async_stream

        return open_async_stream(core.configuration, handler, response, core.max_response_bytes, core.keeper), response
    responses, required = call.prepared.responses, call.operation.result_required
    return result_of(core.configuration, responses, handler, response, required, core.keeper), response


# --------------------------------------------------------------------------------------------------------- security


async def _authorize(core: Core, client: AsyncHttpClient, call: Call, given: object) -> None:
    applied = core.security.static(call.operation.security) if given is None else None
    if applied is None:
        applied = await _answered(
            core, client, call, core.security.apply(call.operation.security, given, call.base.url)
        )
    call.applied = applied


async def _answered(core: Core, client: AsyncHttpClient, call: Call, needs: Generator[Need, Any, Applied]) -> Applied:
    """Give the generator what it asks for, until it is done."""
    answer: Any = None
    while True:
        try:
            need = needs.send(answer)
        except StopIteration as done:
            return cast("Applied", done.value)
        if callable(need):
            answer = need()
            if isawaitable(answer):
                answer = await answer
        else:
            answer = await core.tokens.get_async(
                need, lambda credentials: _fetch_token(core, client, call, credentials)
            )


async def _fetch_token(core: Core, client: AsyncHttpClient, call: Call, credentials: ClientCredentials) -> Token:
    from .tokens import MAXIMUM_TOKEN_BYTES, token_of, token_request

    response: Response = await client.send(
        token_request(core, call, credentials), stream=True, auth=None, follow_redirects=False
    )
    content = None
    with suppress(*decoding_errors()):  # what cannot be read is no token
        content = await aread_limited(response, MAXIMUM_TOKEN_BYTES, call.deadline.check)
    keep_content(response, content or b"")
    return token_of(core, response)


# --------------------------------------------------------------------------------------------------------- attempts


async def _answer(core: Core, client: AsyncHttpClient, call: Call) -> tuple[Response, Handler | None]:
    """Send, and send again as the policy says; the last answer, read unless it is a stream."""
    policy = call.policy if call.can_repeat else None
    if policy is None and core.hooks is None:
        return await _attempt(core, client, call)
    from ..operations.policy import next_wait_ms, server_wait_ms

    timing = core.timing
    started = timing.monotonic()
    if policy is not None:
        call.deadline.latest = started + policy.deadline_ms / 1000.0
    while True:
        try:
            response, handler = await _attempt(core, client, call)
        except transport_errors() as problem:
            wait = None
            if policy is not None and policy.connection_errors and isinstance(problem, retryable_errors()):
                elapsed = (timing.monotonic() - started) * 1000.0
                wait = next_wait_ms(policy, call.attempt, elapsed, None, timing.random)
            if wait is None:
                return await _after_exception(core, call, problem)
        else:
            if policy is None or not policy.covers(response.status_code):
                return response, handler
            elapsed = (timing.monotonic() - started) * 1000.0
            asked = server_wait_ms(response.headers, timing.wall())
            wait = next_wait_ms(policy, call.attempt, elapsed, asked, timing.random)
            if wait is None:
                return response, handler
            await response.aclose()
        log_retry(core, call, call.attempt, wait)
        await timing.sleep_async(wait / 1000.0)
        call.attempt += 1


async def _attempt(core: Core, client: AsyncHttpClient, call: Call) -> tuple[Response, Handler | None]:
    call.response = None
    request = call.request(True)
    if core.hooks is not None:
        request = await core.hooks.before_request_async(call.context(), request)
        call.sent = request
    if core.logger is not None:
        log_request(core, request)
    response: Response = await client.send(request, stream=True, follow_redirects=False)
    if 300 <= response.status_code < 400 and core.follows(call.supplied):
        response = await _redirected(client, call, response)
    call.response = response
    if core.logger is not None:
        log_response(core, response)
    try:
        return response, await _read(core, call, response)
    except BaseException:  # whatever ends it: the connection goes back before the caller hears of it
        await response.aclose()
        raise


async def _redirected(client: AsyncHttpClient, call: Call, response: Response) -> Response:
    from .redirects import MAXIMUM_REDIRECTS, next_hop

    for _ in range(MAXIMUM_REDIRECTS):
        request = next_hop(call, response, True)
        if request is None:
            break
        await response.aclose()
        call.deadline.narrow()
        response = await client.send(request, stream=True, follow_redirects=False)
    return response


async def _read(core: Core, call: Call, response: Response) -> Handler | None:
    """Read the body within the limit, unless the answer is a stream; its row."""
    frame = framing(response)
    settle_charset(response, frame.content_type)
    handler = call.prepared.responses.handler(response.status_code, frame.content_type)
    if handler is not None and handler.is_stream:
        call.deadline.widen()
        return handler
    call.deadline.narrow()
    limit = core.max_response_bytes
    if fits(frame, limit):
        await aread_plain(response, call.deadline.check)
        return handler
    content = None if exceeds(call, frame, limit) else await aread_limited(response, limit, call.deadline.check)
    if content is None:
        await response.aclose()
        from ..decode.failures import too_large

        raise too_large(core.configuration, limit, response)
    keep_content(response, content)
    return handler


# ------------------------------------------------------------------------------------------------------------ hooks


async def _after(
    core: Core, call: Call, response: Response, handler: Handler | None
) -> tuple[Response, Handler | None]:
    """What the hooks make of the last answer."""
    hooks = core.hooks
    if hooks is None:
        return response, handler
    changed: Response | None = None
    error: Exception | None = None
    try:
        if handler is not None and not handler.is_error:
            changed = await hooks.after_success_async(call.context(), response)
        else:
            changed, error = await hooks.after_error_async(call.context(), response, None)
    finally:
        if changed is not response:
            await response.aclose()
    return (response, handler) if changed is response and error is None else await _settled(core, call, changed, error)


async def _after_exception(core: Core, call: Call, problem: Exception) -> tuple[Response, Handler | None]:
    """Raises the transport's exception as it was, unless a hook gives an answer or another exception for it."""
    if core.hooks is None:
        raise problem
    return await _settled(core, call, *(await core.hooks.after_error_async(call.context(), None, problem)))


async def _settled(
    core: Core, call: Call, response: Response | None, error: Exception | None
) -> tuple[Response, Handler | None]:
    if error is not None:
        raise error
    if response is None:
        raise core.configuration.no_response_error()("No response received")
    call.deadline.stop()
    call.response = response
    keep_request(response, call.sent)
    return response, await _read(core, call, response)
