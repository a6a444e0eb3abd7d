"""What the type checkers must know of the sessions SDK, and (lines marked `# error`) what they must refuse.

Read by mypy and pyright, never run.
"""

from collections.abc import Mapping
from typing import assert_type

import httpx
import httpx2
from orq_ai_sdk import Orq, models, utils
from orq_ai_sdk._hooks import registration
from orq_ai_sdk._runtime.core import SDKInit
from orq_ai_sdk._runtime.hooks import HookContext, Hooks
from orq_ai_sdk._runtime.http import Request, Response
from orq_ai_sdk._runtime.raw import RawResponse
from orq_ai_sdk.types import UNSET


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
    Orq(api_key=5)  # error
    Orq(apikey="k")  # error
    Orq(client=httpx2.AsyncClient())  # error
    Orq(async_client=httpx2.Client())  # error
    Orq(timeout_ms="1")  # error


def sync(orq: Orq) -> None:
    with orq as entered:
        assert_type(entered, Orq)
    session = orq.sessions.get(session_id="a")
    assert_type(session, models.GetSessionResponseBody | None)
    assert session is not None
    assert_type(session.tags, list[str])
    assert_type(orq.sessions.list(), models.ListSessionsResponseBody | None)
    orq.sessions.update(session_id="a", tags=["b"], project_id=None, retries=None, http_headers={"X-A": "b"})
    orq.sessions.create(request=None)
    orq.sessions.create(request={})  # error
    orq.sessions.get()  # error
    orq.sessions.get("a")  # error
    orq.sessions.get(session_id=1)  # error
    orq.sessions.update(session_id="a", tags=[1])  # error
    orq.sessions.update(session_id="a", tags="b")  # error
    print(orq.sesions)  # error
    print(session.no_such_field)  # error
    print(models.NoSuchModel)  # error


async def asynchronous(orq: Orq) -> None:
    async with orq as entered:
        assert_type(entered, Orq)
    assert_type(await orq.sessions.get_async(session_id="a"), models.GetSessionResponseBody | None)
    async with Orq.create_async(api_key="b") as made:
        assert_type(made, Orq)
    assert_type(await Orq.create_async(), Orq)
    Orq.create_async(apikey="b")  # error
    await orq.sessions.get_async(sesion_id="a")  # error


async def raw(orq: Orq) -> None:
    answer = orq.with_raw_response(orq.sessions.get)(session_id="a")
    assert_type(answer, RawResponse[models.GetSessionResponseBody | None])
    assert_type(answer.status_code, int)
    assert_type(answer.headers, Mapping[str, str])
    later_answer = await orq.with_raw_response(orq.sessions.get_async)(session_id="a")
    assert_type(later_answer, RawResponse[models.GetSessionResponseBody | None])
    orq.with_raw_response(orq.sessions.get)(sesion_id="a")  # error


def errors(orq: Orq) -> None:
    try:
        orq.sessions.delete(session_id="a")
    except models.HonoAPIError as error:
        assert_type(error.message, str)
        assert_type(error.data, models.HonoAPIErrorData)
        assert_type(error.data.code, str | None)
    except models.APIError as error:
        assert_type(error.status_code, int)
        assert_type(error.body, str)
        assert_type(error.headers, Mapping[str, str])
    except models.OrqError as error:
        assert_type(error.raw_response, Response | None)


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
    registry.register_after_success_hook(Trace())  # error
    registry.register_after_error_hook(Trace())  # error
    registration.init_hooks(registry)
