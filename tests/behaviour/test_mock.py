"""`sdkwright mock`, the command itself: every operation by the SDK, its refusals, and what nobody should send."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from mocked.caller import MockCaller, consumed
from mocked.judge import AnswerJudge
from mocked.server import Mock, mocking
from mocked.work import calls
from wire.calls import Plan, Target
from wire.work import ACCEPTED, EXCUSED

from .packages import imported

LIBRARY = Path(__file__).parent / "mock" / "library.yaml"
SESSIONS = Path(__file__).parents[2] / "spec" / "openapi.yaml"
KEY = {"Authorization": "Bearer token"}


@pytest.fixture(scope="module")
def mock() -> Iterator[Mock]:
    """The server of the library; what it printed is looked at in the end."""
    with mocking(LIBRARY) as running:
        yield running
    assert running.status == 0
    assert any(line.endswith("[example-does-not-fit]") for line in running.lines)
    assert f"Library: 18 operations at {running.url}" in running.lines
    assert running.lines[-1] == "Ended."
    assert not [line for line in running.lines if "Traceback" in line or "failed" in line]


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with imported(LIBRARY, tmp_path_factory.mktemp("library")) as made:
        yield made


@pytest.fixture
def caller(target: Target, mock: Mock) -> Iterator[MockCaller]:
    made = MockCaller(target, mock.url)
    made.open()
    yield made
    made.close()


# ------------------------------------------------------------------------------------------------------ every operation


@pytest.mark.parametrize("document", [LIBRARY, SESSIONS], ids=lambda path: path.stem)
def test_both_judges_accept_the_answer_of_every_operation(document: Path, tmp_path: Path) -> None:
    with imported(document, tmp_path) as made, mocking(document) as running:
        lines = list(calls(made, AnswerJudge(document, made), running.url))
    assert [line.operation for line in lines] == [f"{one.http_method} {one.path}" for one in made.api.operations]
    assert [line for line in lines if line.outcome not in (ACCEPTED, EXCUSED)] == []
    excused = {line.operation for line in lines if line.outcome == EXCUSED}
    assert excused <= {"GET /covers/{id}", "POST /stamps", "GET /desk", "DELETE /desk", "HEAD /books/newest"}


def asked(caller: MockCaller, target: Target, operation_id: str, **headers: str) -> Any:
    """The result of one operation, called with what must be given."""
    operation = next(one for one in target.api.operations if one.operation_id == operation_id)
    plan = next(caller.plans(operation))
    assert isinstance(plan, Plan)
    caller.headers = headers
    caller.replies.clear()
    return consumed(caller.invoke(operation, plan))


def test_an_example_of_the_document_goes_before_what_is_made(caller: MockCaller, target: Target) -> None:
    book = asked(caller, target, "addBook")
    assert (book.id, book.title) == ("b1", "Dune")
    assert "secret" not in json.loads(caller.replies[0].body)
    assert asked(caller, target, "addBook", Prefer="example=emma").title == "Emma"


def test_an_example_that_does_not_fit_is_not_said(caller: MockCaller, target: Target) -> None:
    assert isinstance(asked(caller, target, "newestBook").title, str)


def test_a_call_chooses_another_documented_answer(caller: MockCaller, target: Target) -> None:
    with pytest.raises(caller.errors) as caught:
        asked(caller, target, "getBook", Prefer="code=404")
    assert caught.value.status_code == 404
    assert isinstance(caught.value.data.message, str)
    with pytest.raises(caller.errors) as caught:
        asked(caller, target, "addBook", Prefer="code=503")
    assert caught.value.status_code == 503
    with pytest.raises(caller.errors, match="has no answer 418") as caught:
        asked(caller, target, "addBook", Prefer='code="418"')
    assert caught.value.status_code == 400


@pytest.mark.parametrize(
    ("operation", "pages"), [("listBooks", 2), ("listShelves", 2), ("listLoans", 2), ("searchLoans", 2)]
)
def test_a_listing_has_two_pages(caller: MockCaller, target: Target, operation: str, pages: int) -> None:
    assert len(asked(caller, target, operation)) == pages


def test_a_page_holds_as_many_as_were_asked_for(mock: Mock) -> None:
    for body, count in ((b"{}", 3), (b'{"limit": 7}', 7), (b'{"limit": 7, "offset": 7}', 0)):
        assert len(json.loads(said(mock, "POST", "/loans", JSON, body)[2])["items"]) == count


def test_streams_are_events_of_each_kind(caller: MockCaller, target: Target) -> None:
    first, second = asked(caller, target, "watch")
    assert (first.event, second.event) == ("lent", "returned")
    assert caller.replies[0].body.endswith(b"\n\ndata: [DONE]\n\n")
    assert len(asked(caller, target, "journal")) == 2


def test_bytes_come_as_bytes(caller: MockCaller, target: Target) -> None:
    assert asked(caller, target, "getCover") == b"example"
    assert dict(caller.replies[0].headers)["Content-Type"] == "image/png"


def test_a_redirect_is_the_answer_where_the_document_has_no_success(caller: MockCaller, target: Target) -> None:
    assert asked(caller, target, "findDesk") is None
    assert (caller.replies[0].status, dict(caller.replies[0].headers)["Location"]) == (307, "https://example.com")


@pytest.mark.parametrize("operation", ["hasNewBook", "closeDesk"])
def test_an_answer_that_cannot_have_content_is_no_result(caller: MockCaller, target: Target, operation: str) -> None:
    assert asked(caller, target, operation) is None
    assert caller.replies[0].body == b""


def test_what_is_made_is_what_the_whole_schema_allows(caller: MockCaller, target: Target) -> None:
    """Lengths and choices that no type shows count; what no value meets is left out."""
    asked(caller, target, "describeDesk")
    assert json.loads(caller.replies[0].body) == {
        "code": "ABCD",
        "size": {"x": 1},
        "rows": ["<value>"] * 12,
        "notes": [],
    }


# ------------------------------------------------------------------------------------------------------------ refusals


def said(
    mock: Mock, method: str, target: str, headers: dict[str, str] | None = None, body: bytes | None = None
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer to a request that no SDK would send."""
    connection = HTTPConnection(urlsplit(mock.url).netloc)
    try:
        connection.request(method, target, body, headers or {})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


JSON = {**KEY, "Content-Type": "application/json"}
BAD = [
    ("GET", "/nothing", KEY, None, 404, "has no path /nothing"),
    ("PATCH", "/books", KEY, None, 405, "only GET, POST"),
    ("GET", "/books", {}, None, 401, "`Authorization` (Token) or `key` (query)"),
    ("GET", "/books?limit=many", KEY, None, 400, 'The parameter "limit" is not a whole number: "many"'),
    ("GET", "/books/b1", KEY, None, 400, 'The header parameter "X-Trace" is missing'),
    ("GET", "/books/b1?form=tall", {**KEY, "X-Trace": "t"}, None, 400, "none of the values of the enum"),
    ("GET", "/covers/one", KEY, None, 400, "not a whole number"),
    ("POST", "/books", KEY, None, 400, "The body is missing"),
    ("POST", "/books", JSON, b"{", 400, "The body is no JSON"),
    ("POST", "/books", JSON, b"[" * 100_000, 400, "The body is no JSON"),
    ("POST", "/books", JSON, b"{}", 400, 'what stands at "/title" is missing'),
    ("POST", "/books", {**KEY, "Content-Type": "text/csv"}, b"a,b", 415, "application/json"),
    ("POST", "/stamps", {**KEY, "Content-Type": "application/x-www-form-urlencoded"}, b"a=1", 400, '"date" is missing'),
    ("PUT", "/covers/1", {**KEY, "Content-Type": "multipart/form-data"}, b"x", 400, "no boundary"),
    ("GET", "/books", {**KEY, "Prefer": "example=none"}, None, 400, "no example"),
    ("GET", "/books?" + "a=1&" * 2000, KEY, None, 400, "more than 1000 fields"),
]


@pytest.mark.parametrize(("method", "target", "headers", "body", "status", "detail"), BAD)
def test_what_the_document_does_not_allow_is_refused_with_a_reason(
    mock: Mock, method: str, target: str, headers: dict[str, str], body: bytes | None, status: int, detail: str
) -> None:
    found, sent, answer = said(mock, method, target, headers, body)
    assert (found, sent["content-type"]) == (status, "application/problem+json")
    problem = json.loads(answer)
    assert problem["status"] == status
    assert detail in problem["detail"]


def test_the_other_methods_of_a_path_are_named(mock: Mock) -> None:
    assert said(mock, "OPTIONS", "/books")[1]["allow"] == "GET, POST"


@pytest.mark.parametrize("path", ["/books/newest", "/v1/books/newest", "/v1/books/n%65west"])
def test_a_path_is_found_below_that_of_the_server_as_well(mock: Mock, path: str) -> None:
    assert said(mock, "GET", path)[0] == 200


def test_either_credential_is_enough(mock: Mock) -> None:
    assert said(mock, "GET", "/books?key=k")[0] == 200


def test_headers_that_must_be_there_are(mock: Mock) -> None:
    _, headers, _ = said(mock, "GET", "/books", KEY)
    assert (headers["x-total"], headers["x-rate"]) == ("3", "a,b")
    assert "x-hint" not in headers


# ----------------------------------------------------------------------------------------------------- hostile requests


def raw(mock: Mock, data: bytes) -> bytes:
    """What comes back for some bytes, to the end of the connection."""
    parts = urlsplit(mock.url)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=30) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


HOSTILE = {
    "no HTTP": (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", b"400 "),
    "a target without end": (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b" 414 "),
    "headers without end": (b"GET /ping HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n", b" 431 "),
    "a length that is none": (b"POST /books HTTP/1.1\r\nContent-Length: -5\r\n\r\n", b" 400 "),
    "a length of letters": (b"POST /books HTTP/1.1\r\nContent-Length: five\r\n\r\n", b" 400 "),
    "too much": (b"POST /books HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", b" 413 "),
    "too much in chunks": (b"POST /books HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n", b" 413 "),
    "a chunk without a length": (b"POST /books HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b" 400 "),
    "two ends": (b"POST /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", b" 400 "),
    "an encoding": (b"POST /books HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", b" 400 "),
    "a body that stops": (b"POST /books HTTP/1.1\r\nContent-Length: 50\r\n\r\n{", b" 400 "),
    "a target of bytes": (b"GET /\xff\xfe%zz%00 HTTP/1.1\r\nConnection: close\r\n\r\n", b" 404 "),
    "a method of its own": (b"BREW /books HTTP/1.1\r\nConnection: close\r\n\r\n", b" 405 "),
    "a cookie of bytes": (b"HEAD /ping HTTP/1.1\r\nCookie: \xff=;;=\r\nConnection: close\r\n\r\n", b" 401 "),
    "a host of bytes": (b"GET /loans?key=k HTTP/1.1\r\nHost: \xff\xfe\r\nConnection: close\r\n\r\n", b" 200 "),
    "chunks": (
        b"POST /stamps?key=k HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n\r\n4\r\ndate\r\n3;x=y\r\n=20\r\n0\r\nTrailer: x\r\n\r\n",
        b" 200 ",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_request_has_an_answer_and_the_server_goes_on(mock: Mock, name: str) -> None:
    data, status = HOSTILE[name]
    answer = raw(mock, data)
    assert status in answer.partition(b"\r\n")[0] + b" "
    assert b"Traceback" not in answer
    assert said(mock, "GET", "/books/newest")[0] == 200


def test_only_loopback_is_listened_on(mock: Mock) -> None:
    assert urlsplit(mock.url).hostname == "127.0.0.1"


def test_a_line_of_the_server_is_one_line_that_moves_no_cursor(tmp_path: Path) -> None:
    document = tmp_path / "odd.yaml"
    document.write_text(
        'openapi: 3.1.0\ninfo: {title: "Odd\\n\\e[31mred", version: "1"}\n'
        "paths: {/a: {get: {operationId: a, responses: {'204': {description: ''}}}}}\n"
    )
    with mocking(document) as running:
        address = urlsplit(running.url)
        with socket.create_connection((address.hostname, address.port), timeout=10) as line:
            line.sendall(b"GET /\x1b[31mred HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            while line.recv(4096):
                pass
    assert f"Odd\\n\\x1b[31mred: 1 operation at {running.url}" in running.lines
    assert [line for line in running.lines if not line.isprintable()] == []
    assert any(line.endswith("The document has no path /\\x1b[31mred") for line in running.lines)


@pytest.mark.parametrize("token_url", ["/oauth/token", "https://tokens.example/oauth/token"])
def test_tokens_are_had_from_the_mock_server(tmp_path: Path, token_url: str) -> None:
    """Where the document says another server, the client would ask that one, so that the address here is printed."""
    scheme = {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": token_url, "scopes": {}}}}
    document = tmp_path / "locked.json"
    content = {
        "openapi": "3.1.0",
        "info": {"title": "Locked", "version": "1"},
        "security": [{"door": []}],
        "paths": {"/a": {"get": {"operationId": "enter", "responses": {"204": {"description": ""}}}}},
        "components": {"securitySchemes": {"door": scheme}},
    }
    document.write_text(json.dumps(content))
    with imported(document, tmp_path / "sdk") as made, mocking(document) as running:
        door = {"client_id": "a", "client_secret": "b"}
        if not token_url.startswith("/"):
            door["token_url"] = f"{running.url}/oauth/token"
        client = getattr(import_module(made.names.module), made.names.sdk_class)(server_url=running.url, door=door)
        with client:
            assert client.enter() is None
    told = f"Tokens are at {running.url}/oauth/token: give the client that as `token_url`,"
    assert any(line.startswith(told) for line in running.lines) is not token_url.startswith("/")
    assert "POST /oauth/token -> 200" in running.lines
    assert "GET /a -> 204" in running.lines
