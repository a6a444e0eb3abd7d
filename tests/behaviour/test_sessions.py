"""The five operations of the sessions SDK against a real server, sync, under asyncio and under trio."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from orq_ai_sdk import Orq, models
from orq_ai_sdk.types import UNSET
from orq_ai_sdk.utils import BackoffStrategy, RetryConfig

from .conftest import Caller
from .server import DROP, HANG, JudgedServer
from .sessions_api import CREATED_AT, NOT_FOUND, Answer, example_session

AT_ONCE = BackoffStrategy(initial_interval=1, max_interval=1, exponent=1.0, max_elapsed_time=60_000)
RETRIES = RetryConfig(strategy="backoff", backoff=AT_ONCE, retry_connection_errors=False)
ALL_RETRIES = RetryConfig(strategy="backoff", backoff=AT_ONCE, retry_connection_errors=True)


def test_create_from_a_typed_dict(call: Caller, server: JudgedServer) -> None:
    created = call("create", request=example_session())
    assert isinstance(created, models.CreateSessionResponseBody)
    assert (created.id, created.external_id, created.tags) == ("session-0", "external-1", ["a", "b"])
    assert created.billing.total_cost == 3.0
    assert created.started_at == datetime(2025, 4, 20, 1, 2, 3, 4000, tzinfo=UTC)
    assert server.exchanges[0].json == example_session()


def test_create_from_models(call: Caller, server: JudgedServer) -> None:
    body = models.CreateSessionRequestBody(
        external_id="external-1",
        duration=12.5,
        contact_ids=["contact-1"],
        billing=models.Billing(input_cost=1.0, output_cost=2.0, total_cost=3.0),
        usage=models.Usage(prompt_tokens=10, completion_tokens=20, total_tokens=30),
        traces_count=1,
        tags=["a", "b"],
        started_at=datetime(2025, 4, 20, 1, 2, 3, 4500, tzinfo=UTC),
    )
    call("create", request=body)
    assert server.exchanges[0].json == example_session(started_at="2025-04-20T01:02:03.0045Z")


def test_a_call_without_a_body_sends_none(call: Caller, server: JudgedServer) -> None:
    assert call("create").id == "session-0"
    assert server.exchanges[0].body == b""
    assert "Content-Type" not in server.exchanges[0].headers


def test_get(call: Caller) -> None:
    call("create", request=example_session())
    found = call("get", session_id="session-0")
    assert isinstance(found, models.GetSessionResponseBody)
    assert (found.id, found.workspace_id, found.project_id) == ("session-0", "workspace", UNSET)
    assert "project_id" not in found.model_fields_set


def test_a_path_value_is_quoted(call: Caller, server: JudgedServer) -> None:
    with pytest.raises(models.HonoAPIError):
        call("get", session_id="a/b ?ü")
    assert server.exchanges[0].target == "/v2/traces/sessions/a%2Fb%20%3F%C3%BC"


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_path_value_that_would_change_the_path_is_refused(call: Caller, server: JudgedServer, value: str) -> None:
    with pytest.raises(ValueError, match="path"):
        call("get", session_id=value)
    assert server.exchanges == []


def test_null_omitted_and_set_fields_arrive_differently(call: Caller, server: JudgedServer) -> None:
    call("create", request=example_session(project_id="project"))
    updated = call("update", session_id="session-0", project_id=None, tags=["c"], duration=None)
    assert server.exchanges[-1].json == {"project_id": None, "tags": ["c"]}
    assert updated.project_id is None
    assert updated.tags == ["c"]
    assert updated.external_id == "external-1"


def test_update_takes_the_wire_name_s_field(call: Caller, server: JudgedServer) -> None:
    call("create", request=example_session())
    call("update", session_id="session-0", id="other")
    assert server.exchanges[-1].json == {"_id": "other"}


def test_delete(call: Caller, server: JudgedServer) -> None:
    call("create", request=example_session())
    assert call("delete", session_id="session-0") is None
    assert server.exchanges[-1].method == "DELETE"
    assert server.exchanges[-1].body == b""


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"type": "id", "id": "external-2", "path": "external_id"}, ["external-2"]),
        ({"type": "search", "value": "external", "search_paths": ["external_id"]}, ["external-1", "external-2"]),
        ({"type": "string", "operator": "equals", "value": "external-1", "path": "external_id"}, ["external-1"]),
        ({"type": "string", "operator": "contains", "value": "-2", "path": "external_id"}, ["external-2"]),
        ({"type": "string_array", "operator": "in", "values": ["x"], "path": "tags"}, ["external-2"]),
    ],
)
def test_list_with_each_filter(call: Caller, condition: dict[str, Any], expected: list[str]) -> None:
    call("create", request=example_session("external-1"))
    call("create", request=example_session("external-2", tags=["x"]))
    page = call("list", request={"filters": [condition]})
    assert isinstance(page, models.ListSessionsResponseBody)
    assert [session.external_id for session in page.data] == expected
    assert (page.object, page.has_more) == ("list", False)


FILTER: dict[str, Any] = {"name": "n", "path": "p"}
OPTION = {"id": "o", "name": "n", "path": "p", "type": "string"}
EVALUATOR = {**OPTION, "evaluator_id": "e", "evaluator_type": "ragas", "evaluator_output_type": "number"}


@pytest.mark.parametrize(
    "query_filter",
    [
        {"type": "single-value-array", "operator": "is", "value": "a", "options": ["a", 1], "options_map": {"a": 1}},
        {"type": "multi-value-array", "operator": "contains", "value": ["a"], "options": [], "options_map": None},
        {"type": "date", "operator": "is_before", "value": {"criteria": None, "mode": "date"}},
        {
            "type": "date",
            "operator": "is",
            "value": {"criteria": {"unit": "hours_ago", "count": 2}, "mode": "datetime"},
        },
        {"type": "number", "operator": "is_between", "value": [1.5, 2.5]},
        {"type": "number", "operator": "equals", "value": None},
        {"type": "string", "operator": "starts_with", "value": "a", "hide_operators": ["is", "is_before"]},
        {
            "type": "object",
            "operator": "is_between",
            "value": {"a": [1]},
            "options": [OPTION],
            "selected_option_id": "o",
        },
        {"type": "evaluator", "operator": "is", "value": None, "options": [EVALUATOR], "selected_option_id": None},
        {"type": "boolean", "operator": "is", "value": True},
    ],
    ids=lambda query_filter: f"{query_filter['type']}-{query_filter['operator']}",
)
def test_list_with_each_query_filter(call: Caller, server: JudgedServer, query_filter: dict[str, Any]) -> None:
    sent = {**FILTER, **query_filter}
    call("list", request={"filters": [], "query": {"operator": "and", "filters": [sent]}})
    assert server.exchanges[0].json == {"filters": [], "query": {"operator": "and", "filters": [camel_keys(sent)]}}


WIRE_NAMES = {
    "options_map": "optionsMap",
    "hide_operators": "hideOperators",
    "selected_option_id": "selectedOptionId",
    "evaluator_id": "evaluatorId",
    "evaluator_type": "evaluatorType",
    "evaluator_output_type": "evaluatorOutputType",
}


def camel_keys(value: Any) -> Any:
    """The same JSON with wire names for the Python names that stand in `WIRE_NAMES`."""
    match value:
        case dict():
            return {WIRE_NAMES.get(key, key): camel_keys(item) for key, item in value.items()}
        case list():
            return [camel_keys(item) for item in value]
        case _:
            return value


def test_server_defaults_are_not_sent(call: Caller, server: JudgedServer) -> None:
    call("list", request={"filters": [], "pagination": {"page": 2}, "query": {"operator": "or"}})
    assert server.exchanges[0].json == {"filters": [], "pagination": {"page": 2}, "query": {"operator": "or"}}


def test_404_is_the_declared_error(call: Caller) -> None:
    with pytest.raises(models.HonoAPIError) as caught:
        call("get", session_id="none")
    error = caught.value
    assert (error.status_code, error.message, error.data.code) == (404, NOT_FOUND["message"], "404")
    assert isinstance(error, models.OrqError)
    assert not isinstance(error, models.APIError)


def test_409_without_a_body_is_an_api_error(call: Caller) -> None:
    call("create", request=example_session())
    with pytest.raises(models.APIError) as caught:
        call("create", request=example_session())
    assert (caught.value.status_code, caught.value.body) == (409, "")


def test_500_is_not_retried_unasked(call: Caller, server: JudgedServer) -> None:
    server.faults.append(Answer(500, {"error": "down"}))
    with pytest.raises(models.APIError) as caught:
        call("create")
    assert str(caught.value) == "down: Status 500"
    assert len(server.exchanges) == 1


def test_500_is_retried_where_asked(call: Caller, server: JudgedServer) -> None:
    server.faults += [Answer(500), Answer(503)]
    assert call("create", request=example_session(), retries=RETRIES).id == "session-0"
    assert [(x.status, x.json) for x in server.exchanges] == [(s, example_session()) for s in (500, 503, 200)]


def test_retries_of_the_client_can_be_switched_off_by_a_call(call: Caller, server: JudgedServer) -> None:
    server.faults.append(Answer(500))
    with pytest.raises(models.APIError):
        call("create", options={"retry_config": RETRIES}, retries=None)
    assert len(server.exchanges) == 1


def test_a_dropped_connection(call: Caller, server: JudgedServer) -> None:
    server.faults.append(DROP)
    with pytest.raises(httpx2.RemoteProtocolError):
        call("create", retries=RETRIES)
    server.faults.append(DROP)
    assert call("create", retries=ALL_RETRIES).id == "session-0"


def test_a_timeout(call: Caller, server: JudgedServer) -> None:
    server.faults.append(HANG)
    with pytest.raises(httpx2.TimeoutException):
        call("create", timeout_ms=50)


@pytest.mark.parametrize("status", [200, 404])
def test_a_wrong_media_type_is_an_unexpected_answer(call: Caller, server: JudgedServer, status: int) -> None:
    server.faults.append(Answer(status, b"<html>", content_type="text/html"))
    with pytest.raises(models.APIError) as caught:
        call("get", session_id="x")
    assert (caught.value.status_code, caught.value.body) == (status, "<html>")


@pytest.mark.parametrize("body", [b"not json", b'{"id": 1}', b"\xff"])
def test_a_body_that_does_not_fit_keeps_the_server_s_answer(call: Caller, server: JudgedServer, body: bytes) -> None:
    server.faults.append(Answer(200, body))
    with pytest.raises(models.ResponseValidationError) as caught:
        call("get", session_id="x")
    assert caught.value.status_code == 200
    assert caught.value.body == body.decode(errors="replace")
    assert caught.value.__cause__ is not None


def test_an_error_body_that_does_not_fit_is_an_api_error_with_its_status(call: Caller, server: JudgedServer) -> None:
    server.faults.append(Answer(404, {"unexpected": True}))
    with pytest.raises(models.APIError) as caught:
        call("get", session_id="x")
    assert (caught.value.status_code, caught.value.body) == (404, '{"unexpected": true}')


def test_headers_of_a_call(call: Caller, server: JudgedServer) -> None:
    call("create", http_headers={"X-Trace": "1"})
    headers = server.exchanges[0].headers
    assert headers["Authorization"] == "Bearer key"
    assert headers["Accept"] == "application/json"
    assert headers["X-Trace"] == "1"
    major, minor, _ = platform.python_version_tuple()
    assert headers["User-Agent"] == f"orq-ai-sdk/0.1.0 python/{major}.{minor}"


def test_hidden_globals_are_sent_by_operations_that_declare_them_only(call: Caller, server: JudgedServer) -> None:
    call("create", options={"contact_id": "c", "environment": "e"})
    assert {"contactid", "environment"}.isdisjoint(name.lower() for name in server.exchanges[0].headers)


def test_the_key_comes_from_the_environment(
    call: Caller, server: JudgedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORQ_API_KEY", "from-environment")
    call("create", options={"api_key": None})
    assert server.exchanges[0].headers["Authorization"] == "Bearer from-environment"


def test_without_a_key_the_server_s_401_answers(call: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ORQ_API_KEY", raising=False)
    with pytest.raises(models.APIError) as caught:
        call("create", options={"api_key": None})
    assert caught.value.status_code == 401


def test_a_wrong_body_is_refused_before_anything_is_sent(call: Caller, server: JudgedServer) -> None:
    with pytest.raises(ValueError, match="duration"):
        call("create", request={**example_session(), "duration": "long"})
    assert server.exchanges == []


def test_a_supplied_client_is_used_and_left_open(server: JudgedServer) -> None:
    with httpx2.Client(headers={"X-Own": "yes"}) as client:
        with Orq(api_key="key", server_url=server.url, client=client) as orq:
            assert orq.sessions.create() is not None
        assert not client.is_closed
    assert server.exchanges[0].headers["X-Own"] == "yes"


def test_a_closed_client_says_so(server: JudgedServer) -> None:
    with Orq(api_key="key", server_url=server.url) as orq:
        created = orq.sessions.create()
        assert created is not None
        assert created.started_at == datetime.fromisoformat(CREATED_AT)
    with pytest.raises(RuntimeError, match="closed"):
        orq.sessions.create()
