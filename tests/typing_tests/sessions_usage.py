"""What type checkers say about programs that use the sessions SDK.  `test_typing` runs them; nothing here runs.

A comment `# mypy: code, code; pyright: rule` names the errors that a line must have.  A line without one has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import assert_type

import httpx2
from orq_ai_sdk import Orq, models, types, utils
from orq_ai_sdk._runtime.http import Response
from orq_ai_sdk.types import UNSET, Unset

CREATE = models.CreateSessionRequestBody(
    external_id="e",
    duration=1.5,
    contact_ids=["c"],
    billing=models.Billing(input_cost=0.1, output_cost=0.2, total_cost=0.3),
    usage=models.Usage(prompt_tokens=1, completion_tokens=2, total_tokens=3),
    traces_count=1,
    tags=[],
)


def results(orq: Orq) -> None:
    """A result is Optional until the document's options say otherwise; its fields have their types."""
    got = orq.sessions.get(session_id="1")
    assert_type(got, models.GetSessionResponseBody | None)
    print(got.external_id)  # mypy: union-attr; pyright: reportOptionalMemberAccess
    assert got is not None
    assert_type(got.external_id, str)
    assert_type(got.contact_ids, list[str])
    assert_type(got.billing.total_cost, float)
    assert_type(got.started_at, datetime | None)
    assert_type(got.project_id, str | Unset | None)
    print(got.external_ident)  # mypy: attr-defined; pyright: reportAttributeAccessIssue
    listed = orq.sessions.list(request={"filters": []})
    assert listed is not None
    assert_type(listed.data[0].tags, list[str])
    assert_type(listed.has_more, bool)
    assert_type(orq.sessions.list(), models.ListSessionsResponseBody | None)


def nothing(orq: Orq) -> None:
    """An operation without a result gives None."""
    print(orq.sessions.delete(session_id="1"))  # mypy: func-returns-value


async def async_results(orq: Orq) -> None:
    """The async twin has the same types."""
    assert_type(await orq.sessions.get_async(session_id="1"), models.GetSessionResponseBody | None)
    orq.sessions.get_async(session_id="1")  # mypy: unused-coroutine; pyright: reportUnusedCoroutine
    async with Orq.create_async(api_key="key") as made:
        assert_type(made, Orq)
    with Orq() as same:
        assert_type(same, Orq)


def arguments(orq: Orq) -> None:
    """Required arguments are asked for, all of them by name, each with its type."""
    orq.sessions.get()  # mypy: call-arg; pyright: reportCallIssue
    orq.sessions.get("1")  # mypy: call-arg; pyright: reportCallIssue
    orq.sessions.get(session_id=1)  # mypy: arg-type; pyright: reportArgumentType
    orq.sessions.get(session="1")  # mypy: call-arg; pyright: reportCallIssue
    orq.sessions.update(session_id="1", tags=["a"], retries=None, timeout_ms=5, http_headers={"a": "b"})
    orq.sessions.get(session_id="1", timeout_ms=httpx2.Timeout(5.0), extra_query={"a": [1]}, extra_body={"b": None})
    orq.sessions.get(session_id="1", timeout_ms="5")  # mypy: arg-type; pyright: reportArgumentType
    orq.sessions.get(session_id="1", extra_query="a=1")  # mypy: arg-type; pyright: reportArgumentType
    orq.sessions.get(session_id="1", extra_body=[])  # mypy: arg-type; pyright: reportArgumentType
    orq.sessions.update(session_id="1", tags="a")  # mypy: arg-type; pyright: reportArgumentType
    orq.sessions.update(session_id="1", tags=[1])  # mypy: list-item; pyright: reportArgumentType
    orq.sessions.update(session_id="1", duration="long")  # mypy: arg-type; pyright: reportArgumentType
    orq.sessions.update(session_id="1", retries=utils.RetryConfig("backoff", None, retry_connection_errors=False))


def bodies(orq: Orq) -> None:
    """A body is a model, a dictionary of its shape, or None; never a text."""
    orq.sessions.create(request=CREATE)
    orq.sessions.create(request=None)
    orq.sessions.create(
        request={
            "external_id": "e",
            "duration": 1.5,
            "contact_ids": ["c"],
            "billing": {"input_cost": 0.1, "output_cost": 0.2, "total_cost": 0.3},
            "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3},
            "traces_count": 1,
            "tags": [],
        }
    )
    orq.sessions.create(request="a session")  # mypy: arg-type; pyright: reportArgumentType
    orq.sessions.create(request={"external_id": "e"})  # mypy: arg-type; pyright: reportArgumentType
    orq.sessions.update(session_id="1", billing="free")  # mypy: arg-type; pyright: reportArgumentType
    orq.sessions.update(session_id="1", billing={"input_cost": 1, "output_cost": 1, "total_cost": 1})


def unset(orq: Orq) -> None:
    """`UNSET` and None where the document says so: left out, or null."""
    orq.sessions.update(session_id="1", project_id=UNSET)
    orq.sessions.update(session_id="1", project_id=None)
    orq.sessions.update(session_id="1", external_id=None)
    orq.sessions.update(session_id="1", external_id=UNSET)  # mypy: arg-type; pyright: reportArgumentType
    orq.sessions.update(session_id=None)  # mypy: arg-type; pyright: reportArgumentType
    models.UpdateSessionRequestBody(project_id=UNSET, external_id=None)
    value: types.OptionalNullable[str] = UNSET
    print(value)
    project = models.UpdateSessionRequestBody().project_id
    if isinstance(project, Unset):
        assert_type(project, Unset)
    elif project is not None:
        assert_type(project, str)


def literals() -> None:
    """A literal that the document does not know is an error of the caller's."""
    models.SortingProps(key="k", direction="asc")
    models.SortingProps(key="k", direction="up")  # mypy: arg-type; pyright: reportArgumentType
    models.SortingProps(direction="asc")  # mypy: call-arg; pyright: reportCallIssue
    models.SortingProps(key="k", directions="asc")  # mypy: call-arg; pyright: reportCallIssue
    direction = models.SortingProps(key="k").direction
    assert_type(direction, models.Direction | None)


def names(orq: Orq) -> None:
    """A misspelt name is an error, although the packages load their names when they are asked for."""
    print(models.GetSessionResponse)  # mypy: attr-defined; pyright: reportAttributeAccessIssue
    print(orq.session)  # mypy: attr-defined; pyright: reportAttributeAccessIssue
    print(utils.RetryConfiguration)  # mypy: attr-defined; pyright: reportAttributeAccessIssue
    print(types.UNSETT)  # mypy: attr-defined; pyright: reportAttributeAccessIssue


def errors(orq: Orq) -> None:
    """Each error class has its own data."""
    try:
        orq.sessions.get(session_id="1")
    except models.HonoAPIError as error:
        assert_type(error.data, models.HonoAPIErrorData)
        assert_type(error.data.message, str)
        assert_type(error.status_code, int)
    except models.APIError as error:
        assert_type(error.body, str)
        print(error.data.message)
    except models.OrqError as error:
        assert_type(error.message, str)
        assert_type(error.headers, Mapping[str, str])
        assert_type(error.raw_response, Response | None)
