"""Answers that the document does not name to the letter: another success, a redirect, another kind of JSON, a file."""

from __future__ import annotations

from typing import Any

import pytest
from sdkwright.runtime import operation as op

from runtime import toy
from runtime.loopback import Answer, Loopback, answer
from runtime.toy import WAYS, call, operation

from .test_answers import sdk

CREATE = operation(
    method="POST",
    responses=(
        op.Json("201", "application/json", lambda: toy.Pet),
        op.JsonError("default", "application/json", lambda: toy.ProblemError, lambda: toy.ProblemData),
    ),
)
FILE = op.Download("200", "application/octet-stream")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("status", [200, 202, 203])
def test_another_success_with_the_declared_body_is_the_result(server: Loopback, way: str, status: int) -> None:
    server.otherwise = answer({"id": "1"}, status)
    assert call(way, CREATE, sdk=sdk(server)) == toy.Pet(id="1")


def test_another_success_with_another_body_is_the_default_error(server: Loopback) -> None:
    server.otherwise = answer({"message": "later"}, 202)
    with pytest.raises(toy.ProblemError, match="later: Status 202"):
        call("sync", CREATE, sdk=sdk(server))
    server.otherwise = Answer(202, b"<p>", {"Content-Type": "text/html"})
    with pytest.raises(toy.APIError) as caught:
        call("sync", CREATE, sdk=sdk(server))
    assert str(caught.value) == "Unexpected response received (code: 202, type: text/html): Status 202\n<p>"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("status", [400, 404, 503])
def test_an_error_that_is_not_declared_is_the_default_error(server: Loopback, way: str, status: int) -> None:
    server.otherwise = answer({"message": "no"}, status)
    with pytest.raises(toy.ProblemError, match=f"no: Status {status}") as caught:
        call(way, CREATE, sdk=sdk(server))
    assert caught.value.data == toy.ProblemData(message="no")


def test_an_error_of_another_media_type_says_what_the_server_said(server: Loopback) -> None:
    server.otherwise = Answer(502, b"Bad gateway", {"Content-Type": "text/plain"})
    with pytest.raises(toy.APIError, match="Bad gateway") as caught:
        call("sync", CREATE, sdk=sdk(server))
    assert not caught.value.message.startswith("Unexpected response")


def test_of_several_successes_the_one_of_the_media_type_is_another_s(server: Loopback) -> None:
    rows = (op.Json("200", "application/json", lambda: toy.Pet), op.Text("201", "text/csv"), op.Empty("204"))
    server.otherwise = Answer(202, b"a,b", {"Content-Type": "text/csv"})
    assert call("sync", operation(responses=rows), sdk=sdk(server)) == "a,b"
    server.otherwise = Answer(202, b"", {"Content-Type": "text/csv"})
    assert call("sync", operation(responses=rows), sdk=sdk(server)) is None
    server.otherwise = Answer(202, b"%PDF", {"Content-Type": "application/pdf"})
    with pytest.raises(toy.APIError):
        call("sync", operation(responses=rows), sdk=sdk(server))


@pytest.mark.parametrize(("status", "body"), [(200, b"{}"), (202, b"done"), (200, b"")])
def test_a_success_without_content_has_any_success_and_any_body(server: Loopback, status: int, body: bytes) -> None:
    server.otherwise = Answer(status, body)
    gone = operation(method="DELETE", responses=(op.Empty("204"), op.ApiError("4XX")))
    assert call("sync", gone, sdk=sdk(server)) is None


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("sent", [None, "application/pdf", "image/png", "text/csv; charset=utf-8", "application/json"])
def test_a_download_takes_whatever_comes(server: Loopback, way: str, sent: str | None) -> None:
    server.otherwise = Answer(200, b"\x00%", {} if sent is None else {"Content-Type": sent})
    asked = operation(responses=(FILE, op.ApiError("4XX")))
    assert call(way, asked, sdk=sdk(server), then=lambda file: file.read()) == b"\x00%"


def test_a_download_leaves_json_to_a_json_row_and_errors_to_errors(server: Loopback) -> None:
    rows = (FILE, op.Json("200", "application/json", lambda: toy.Pet), op.ApiError("4XX"))
    server.otherwise = Answer(200, b'{"id": "1"}', {"Content-Type": "text/json"})
    assert call("sync", operation(responses=rows), sdk=sdk(server)) == toy.Pet(id="1")
    server.otherwise = Answer(404, b"%PDF", {"Content-Type": "application/pdf"})
    with pytest.raises(toy.APIError):
        call("sync", operation(responses=rows), sdk=sdk(server))


@pytest.mark.parametrize("sent", ["application/problem+json", "text/json", "application/json"])
@pytest.mark.parametrize("declared", ["application/problem+json", "application/json"])
def test_every_kind_of_json_fits_a_declared_error(server: Loopback, declared: str, sent: str) -> None:
    server.otherwise = Answer(409, b'{"message": "taken", "code": "7"}', {"Content-Type": sent})
    row = op.JsonError("409", declared, lambda: toy.ProblemError, lambda: toy.ProblemData)
    with pytest.raises(toy.ProblemError) as caught:
        call("sync", operation(responses=(row, op.ApiError("4XX"))), sdk=sdk(server))
    assert caught.value.data.code == "7"


@pytest.mark.parametrize("way", WAYS)
def test_a_declared_redirect_is_an_answer(server: Loopback, way: str) -> None:
    rows: tuple[Any, ...] = (
        op.Json("200", "application/json", lambda: toy.Pet),
        op.Json("300", "application/json", lambda: toy.Pet),
        op.Empty("304"),
        op.ApiError("default"),
    )
    asked = operation(responses=rows)
    server.otherwise = answer({"id": "1"}, 300)
    assert call(way, asked, sdk=sdk(server)) == toy.Pet(id="1")
    server.otherwise = Answer(304, b"", {})
    assert call(way, asked, sdk=sdk(server)) is None


def test_a_redirect_that_is_not_declared_says_where_it_leads_and_how_to_follow_it(server: Loopback) -> None:
    server.otherwise = Answer(307, b"", {"Location": "/pets/?token=secret&page=2"})
    with pytest.raises(toy.APIError) as caught:
        call("sync", operation(), sdk=sdk(server))
    assert str(caught.value) == (
        "Unexpected response received (code: 307, type: application/octet-stream); the server redirects to "
        "/pets/?token=[REDACTED]&page=2, and a client with follow_redirects=True follows within the origin: Status 307"
    )
