"""What comes of an answer: results and errors by status and media type, against a server on loopback."""

from __future__ import annotations

import pickle
from typing import Annotated, Any, Optional

import pytest
from pydantic import Field
from sdkwright.runtime import operation as op
from sdkwright.runtime.model import EXTRA, BaseModel

from runtime import toy
from runtime.loopback import Answer, Loopback, answer
from runtime.toy import GET_PET, WAYS, call, operation

every_way = pytest.mark.parametrize("way", WAYS)


def sdk(server: Loopback, **more: Any) -> dict[str, Any]:
    return {"server_url": server.url, "api_key": "k", **more}


@every_way
def test_declared_errors(server: Loopback, way: str) -> None:
    server.otherwise = answer({"message": "no such pet", "code": "404"}, 404)
    with pytest.raises(toy.ProblemError) as caught:
        call(way, GET_PET, sdk=sdk(server))
    error = caught.value
    assert isinstance(error, toy.ToyError)
    assert (error.message, error.status_code, str(error)) == ("no such pet", 404, "no such pet: Status 404")
    assert error.data == toy.ProblemData(message="no such pet", code="404")
    assert error.headers["content-type"] == "application/json"
    assert error.body == '{"message": "no such pet", "code": "404"}'
    assert error.raw_response is not None
    assert error.raw_response.status_code == 404


@pytest.mark.parametrize("body", [b'{"message": ""}', b"{}", b'{"message": null}'])
def test_the_message_of_an_error_without_one(server: Loopback, body: bytes) -> None:
    server.otherwise = Answer(404, body)
    with pytest.raises(toy.ProblemError) as caught:
        call("sync", GET_PET, sdk=sdk(server))
    assert caught.value.message == "API error occurred"


@every_way
@pytest.mark.parametrize("body", [b"not json", b'{"message": 5}', b"[]", b""])
def test_an_error_body_that_does_not_fit_is_the_default_error(server: Loopback, way: str, body: bytes) -> None:
    server.otherwise = Answer(404, body)
    with pytest.raises(toy.APIError) as caught:
        call(way, GET_PET, sdk=sdk(server))
    assert caught.value.status_code == 404
    assert str(caught.value) == f"API error occurred: Status 404\n{body.decode()}".rstrip()


class Detail(BaseModel):
    """Holds the message of some errors."""

    text: Annotated[Optional[str], Field(alias="text-en")] = "all is lost"  # noqa: UP045 - as rendered


class Detailed(BaseModel):
    """The body of an error whose message is deeper."""

    detail: Optional[Detail] = None  # noqa: UP045 - as rendered
    code: Optional[int] = None  # noqa: UP045 - as rendered


class Loose(BaseModel):
    """The body of an error of which only further properties are known."""

    model_config = EXTRA


@pytest.mark.parametrize(
    ("data", "path", "body", "message"),
    [
        (Detailed, ("detail", "text-en"), {"detail": {"text-en": "no"}}, "no"),
        (Detailed, ("detail", "text-en"), {"detail": {}}, "all is lost"),
        (Detailed, ("detail", "text-en"), {"code": 1}, "API error occurred"),
        (Detailed, ("message",), {"code": 1, "message": "not in the document"}, "not in the document"),
        (Loose, ("message",), {"message": "free"}, "free"),
        (Loose, ("message",), {"message": 5}, "API error occurred"),
    ],
)
def test_the_message_is_the_one_of_the_data(
    server: Loopback, data: Any, path: tuple[str, ...], body: dict[str, Any], message: str
) -> None:
    server.otherwise = answer(body, 404)
    row = op.JsonError("404", "application/json", lambda: toy.ProblemError, lambda: data, path)
    with pytest.raises(toy.ProblemError) as caught:
        call("sync", operation(responses=(row,)), sdk=sdk(server))
    assert (caught.value.message, type(caught.value.data)) == (message, data)
    assert not hasattr(caught.value, "detail"), "fields are read from the data alone"


def test_status_exact_then_class_then_default(server: Loopback) -> None:
    rows = (
        op.Json("200", "application/json", lambda: toy.Pet),
        op.JsonError("404", "application/json", lambda: toy.ProblemError, lambda: toy.ProblemData),
        op.ApiError("4XX"),
        op.JsonError("default", "application/json", lambda: toy.ProblemError, lambda: toy.ProblemData),
    )
    layered = operation(responses=rows)
    for status, kind in (
        (404, toy.ProblemError),
        (409, toy.APIError),
        (503, toy.ProblemError),
        (201, toy.ProblemError),
    ):
        server.otherwise = answer({"message": "m"}, status)
        with pytest.raises(kind) as caught:
            call("sync", layered, sdk=sdk(server))
        assert (type(caught.value), caught.value.status_code) == (kind, status)


def test_a_success_of_another_type_is_not_the_default_error(server: Loopback) -> None:
    rows = (op.Json("200", "application/json", lambda: toy.Pet), op.ApiError("default"))
    server.otherwise = Answer(200, b"<p>", {"Content-Type": "text/html"})
    with pytest.raises(toy.APIError) as caught:
        call("sync", operation(responses=rows), sdk=sdk(server))
    assert caught.value.message == "Unexpected response received (code: 200, type: text/html)"


def test_a_default_answer_is_an_error(server: Loopback) -> None:
    only = operation(responses=(op.Json("default", "application/json", lambda: toy.Pet),))
    server.otherwise = answer({"id": "1"})
    with pytest.raises(toy.APIError):
        call("sync", only, sdk=sdk(server))


@pytest.mark.parametrize(
    ("declared", "sent"),
    [
        ("application/json", "Application/JSON; charset=utf-8"),
        ("application/JSON", "application/json"),
        ("application/*", "application/json"),
        ("*/*", "text/plain"),
        ("application/json", "text/json"),
        ("application/json", "application/vnd.toy+json; charset=utf-8"),
        ("application/vnd.toy+json", "application/json"),
        ("application/*", "text/json"),
        ("application/json", "text/plain"),
        ("application/json", None),
        ("application/octet-stream", None),
    ],
)
def test_media_types(server: Loopback, declared: str, sent: str | None) -> None:
    server.otherwise = Answer(200, b'{"id": "1"}', {} if sent is None else {"Content-Type": sent})
    asked = operation(responses=(op.Json("200", declared, lambda: toy.Pet),))
    assert call("sync", asked, sdk=sdk(server)).id == "1"


@pytest.mark.parametrize(
    ("declared", "sent"), [("application/x-ndjson", "application/jsonl"), ("text/jsonl", "application/x-ndjson; a=b")]
)
def test_json_lines_have_many_names(server: Loopback, declared: str, sent: str) -> None:
    asked = operation(responses=(op.JsonLines("200", declared, lambda: toy.Pet),))
    server.otherwise = Answer(200, b'{"id": "1"}\n{"id": "2"}', {"Content-Type": sent})
    assert [pet.id for pet in call("sync", asked, sdk=sdk(server), then=list)] == ["1", "2"]
    server.otherwise = Answer(200, b'{"id": "1"}', {"Content-Type": "application/json"})
    with pytest.raises(toy.APIError):
        call("sync", asked, sdk=sdk(server))


@pytest.mark.parametrize("sent", [None, "text/plain", "text/html", "application/pdf"])
@pytest.mark.parametrize("body", [b"<p>", b'{"name": "x"}', b"[]"])
def test_what_is_not_the_declared_json_is_unexpected(server: Loopback, sent: str | None, body: bytes) -> None:
    server.otherwise = Answer(200, body, {} if sent is None else {"Content-Type": sent})
    with pytest.raises(toy.APIError) as caught:
        call("sync", GET_PET, sdk=sdk(server))
    expected = f"Unexpected response received (code: 200, type: {sent or 'application/octet-stream'})"
    assert caught.value.message == expected


def test_the_narrowest_media_type_counts(server: Loopback) -> None:
    """OpenAPI 3.1, section 4.8.17: text/plain goes before text/*, wherever it stands."""
    rows = (op.Bytes("200", "*/*"), op.Text("200", "text/*"), op.Json("200", "text/json", lambda: toy.Pet))
    asked = operation(responses=rows)
    for media_type, result in (
        ("text/json", toy.Pet(id="1")),
        ("text/plain", '{"id": "1"}'),
        ("image/png", b'{"id": "1"}'),
    ):
        server.otherwise = Answer(200, b'{"id": "1"}', {"Content-Type": media_type})
        assert call("sync", asked, sdk=sdk(server)) == result
    assert server.last.header("Accept") == "*/*, text/*, text/json"


@every_way
@pytest.mark.parametrize("body", [b"nonsense", b'{"name": "x"}', b'{"id": 5}', b"\xff\xfe"])
def test_an_answer_that_does_not_fit(server: Loopback, way: str, body: bytes) -> None:
    server.otherwise = Answer(200, body)
    with pytest.raises(toy.ResponseValidationError) as caught:
        call(way, GET_PET, sdk=sdk(server))
    assert caught.value.__cause__ is not None
    assert caught.value.status_code == 200


@every_way
def test_an_empty_answer(server: Loopback, way: str) -> None:
    server.otherwise = Answer(200, b"", {})
    assert call(way, GET_PET, sdk=sdk(server)) is None
    server.otherwise = Answer(200, b"")
    assert call(way, GET_PET, sdk=sdk(server)) is None
    with pytest.raises(toy.ResponseValidationError):
        call(way, operation(result_required=True), sdk=sdk(server))
    server.otherwise = Answer(200, b"", {})
    with pytest.raises(toy.ResponseValidationError):
        call(way, operation(result_required=True), sdk=sdk(server))


@every_way
def test_success_without_content(server: Loopback, way: str) -> None:
    server.otherwise = Answer(204, b"", {})
    gone = operation(method="DELETE", responses=(op.Empty("204"), op.ApiError("4XX")))
    assert call(way, gone, sdk=sdk(server)) is None
    assert server.last.header("Accept") == "*/*"


@every_way
def test_text_and_bytes(server: Loopback, way: str) -> None:
    rows = (op.Text("200", "text/plain"), op.Bytes("201", "application/octet-stream"))
    asked = operation(responses=rows)
    server.otherwise = Answer(200, "grüß".encode("latin-1"), {"Content-Type": "text/plain; charset=iso-8859-1"})
    assert call(way, asked, sdk=sdk(server)) == "grüß"
    server.otherwise = Answer(201, b"\x00\xff", {"Content-Type": "application/octet-stream"})
    assert call(way, asked, sdk=sdk(server)) == b"\x00\xff"
    assert server.last.header("Accept") == "text/plain, application/octet-stream"


@every_way
@pytest.mark.parametrize(
    "charset",
    [
        "punycode", "idna", "undefined", "unicode_escape", "raw-unicode-escape", "rot13", "zlib", "hex", "utf-7",
        "nonsense", "\"punycode\"", "utf-8; charset=punycode", "", "é",
    ],
)  # fmt: skip
def test_a_charset_that_is_none_is_utf8(server: Loopback, way: str, charset: str) -> None:
    asked = operation(responses=(op.Text("200", "text/plain"), op.Download("201", "text/plain"), op.ApiError("4XX")))
    body, text = "grüß".encode() + b"-\xff", "grüß-\ufffd"
    media_type = {"Content-Type": f"text/plain; charset={charset}"}
    server.otherwise = Answer(200, body, media_type)
    assert call(way, asked, sdk=sdk(server)) == text
    server.otherwise = Answer(400, body, media_type)
    with pytest.raises(toy.APIError) as caught:
        call(way, asked, sdk=sdk(server))
    assert caught.value.body == text


def test_a_charset_that_is_none_is_utf8_in_downloads(server: Loopback) -> None:
    server.otherwise = Answer(200, b"gr\xc3\xbc", {"Content-Type": "text/plain; charset=punycode"})
    asked = operation(responses=(op.Download("200", "text/plain"),))
    assert call("sync", asked, sdk=sdk(server), then=lambda download: download.text) == "grü"


def test_a_long_text_in_no_charset_takes_no_time_of_its_square(server: Loopback) -> None:
    """As punycode these bytes would take hours."""
    server.otherwise = Answer(200, b"a" * 2_000_000 + b"-" + b"9" * 500_000, {"Content-Type": "a/b; charset=punycode"})
    asked = operation(responses=(op.Text("200", "a/b"),))
    assert len(call("sync", asked, sdk=sdk(server))) == 2_500_001


@every_way
def test_several_success_types(server: Loopback, way: str) -> None:
    rows = (op.Json("200", "application/json", lambda: toy.Pet), op.Text("200", "text/csv"), op.Empty("204"))
    asked = operation(responses=rows)
    server.otherwise = answer({"id": "1"})
    assert call(way, asked, sdk=sdk(server)) == toy.Pet(id="1")
    server.otherwise = Answer(200, b"a,b", {"Content-Type": "text/csv"})
    assert call(way, asked, sdk=sdk(server)) == "a,b"
    server.otherwise = Answer(204, b"", {})
    assert call(way, asked, sdk=sdk(server)) is None


@every_way
def test_errors_survive_pickling(server: Loopback, way: str) -> None:
    server.otherwise = answer({"message": "m"}, 404, set_cookie="session=secret")
    with pytest.raises(toy.ProblemError) as caught:
        call(way, GET_PET, sdk=sdk(server, api_key="top-secret"))
    packed = pickle.dumps(caught.value)
    assert b"secret" not in packed
    again = pickle.loads(packed)
    assert (type(again), again.data, again.status_code) == (toy.ProblemError, caught.value.data, 404)
    assert str(again) == str(caught.value) == "m: Status 404"
    assert again.raw_response is None
    assert len({again, caught.value}) == 2
