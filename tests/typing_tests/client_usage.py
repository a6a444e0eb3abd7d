"""What type checkers say about the constructor, raw answers and hooks.  `test_typing` runs them; nothing here runs.

A comment `# mypy: code, code; pyright: rule` names the errors that a line must have.  A line without one has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_type

import httpx
import httpx2
from orq_ai_sdk import Orq, models, utils
from orq_ai_sdk._hooks import registration
from orq_ai_sdk._runtime.decode.raw import RawResponse
from orq_ai_sdk._runtime.hooks import SDKInit
from orq_ai_sdk._runtime.http import Request, Response
from orq_ai_sdk.types import UNSET, HookContext, Hooks


async def later() -> str:
    return "token"


def construct() -> None:
    Orq()
    Orq(api_key="k", contact_id="c", environment="e", server_idx=0, server_url="https://a.example", timeout_ms=1)
    Orq(api_key=lambda: "k")
    Orq(api_key=later)
    Orq(client=httpx2.Client(), async_client=httpx2.AsyncClient())
    Orq(client=httpx.Client(), async_client=httpx.AsyncClient())
    Orq(retry_config=utils.RetryConfig("backoff", utils.BackoffStrategy(1, 50, 1.1, 100), False))
    Orq(retry_config=None)
    Orq(retry_config=UNSET)
    Orq(api_key=5)  # mypy: arg-type; pyright: reportArgumentType
    Orq(apikey="k")  # mypy: call-arg; pyright: reportCallIssue
    Orq(client=httpx2.AsyncClient())  # mypy: arg-type; pyright: reportArgumentType
    Orq(async_client=httpx2.Client())  # mypy: arg-type; pyright: reportArgumentType
    Orq(timeout_ms=httpx2.Timeout(5.0, connect=1.0), http_headers={"X-A": "1"}, hooks=hooks)
    Orq(timeout_ms=httpx.Timeout(None), hooks=registration.init_hooks)
    Orq(hooks=Trace())  # mypy: arg-type; pyright: reportArgumentType
    Orq(http_headers={"X-A": 1})  # mypy: dict-item; pyright: reportArgumentType
    Orq(timeout_ms="1")  # mypy: arg-type; pyright: reportArgumentType


async def asynchronous(orq: Orq) -> None:
    async with orq as entered:
        assert_type(entered, Orq)
    assert_type(await orq.sessions.get_async(session_id="a"), models.GetSessionResponseBody | None)
    async with Orq.create_async(api_key="b") as made:
        assert_type(made, Orq)
    assert_type(await Orq.create_async(), Orq)
    Orq.create_async(apikey="b")  # mypy: call-arg; pyright: reportCallIssue
    await orq.sessions.get_async(sesion_id="a")  # mypy: call-arg; pyright: reportCallIssue


async def raw(orq: Orq) -> None:
    answer = orq.with_raw_response(orq.sessions.get)(session_id="a")
    assert_type(answer, RawResponse[models.GetSessionResponseBody | None])
    assert_type(answer.status_code, int)
    assert_type(answer.headers, Mapping[str, str])
    assert_type(answer.result, models.GetSessionResponseBody | None)
    assert_type(answer.error, Exception | None)
    later_answer = await orq.with_raw_response(orq.sessions.get_async)(session_id="a")
    assert_type(later_answer, RawResponse[models.GetSessionResponseBody | None])
    orq.with_raw_response(orq.sessions.get)(sesion_id="a")  # mypy: call-arg; pyright: reportCallIssue


class Trace:
    def sdk_init(self, init: SDKInit) -> None:
        init.timeout_ms = 5

    def before_request(self, context: HookContext, request: Request) -> Request:
        assert_type(context.operation_id, str)
        request.headers["X-Trace"] = context.base_url
        return request

    async def after_success(self, context: HookContext, response: Response) -> Response | None:
        return response


def hooks(registry: Hooks) -> None:
    registry.register_sdk_init_hook(Trace())
    registry.register_before_request_hook(Trace())
    registry.register_async_after_success_hook(Trace())
    registry.register_after_success_hook(Trace())  # mypy: arg-type; pyright: reportArgumentType
    registry.register_after_error_hook(Trace())  # mypy: arg-type; pyright: reportArgumentType
    registration.init_hooks(registry)
