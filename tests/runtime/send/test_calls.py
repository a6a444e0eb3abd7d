"""Whole calls against a server on loopback: what is sent, and what comes of the answer."""

from __future__ import annotations

import email
import email.policy
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote

import pytest
from sdkwright.runtime import operation as op
from sdkwright.runtime.files import File
from sdkwright.runtime.model import DECIMAL_NUMBER, BaseModel
from sdkwright.runtime.retries import BackoffStrategy, RetryConfig

from runtime import toy
from runtime.loopback import Answer, Loopback, answer
from runtime.toy import GET_PET, SEND_PET, WAYS, call, operation

every_way = pytest.mark.parametrize("way", WAYS)


def sdk(server: Loopback, **more: Any) -> dict[str, Any]:
    return {"server_url": server.url, "api_key": "k", **more}


@every_way
def test_a_call_decodes_the_answer(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1", "name": "Rex", "colour": "red"})
    result = call(way, GET_PET, sdk=sdk(server))
    assert isinstance(result, toy.Pet)
    assert (result.id, result.name) == ("1", "Rex")


@every_way
def test_what_every_request_carries(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1"})
    call(way, GET_PET, sdk=sdk(server))
    sent = server.last
    assert (sent.method, sent.target, sent.body) == ("GET", "/pets", b"")
    assert sent.header("Host") == server.url.removeprefix("http://")
    assert sent.header("Accept") == "application/json"
    assert sent.header("Authorization") == "Bearer k"
    assert sent.header("User-Agent") == f"toy-sdk/1.2.3 python/{sys.version_info[0]}.{sys.version_info[1]}"
    assert sent.header("Content-Type") is None
    assert sent.header("Content-Length") is None


@every_way
@pytest.mark.parametrize("supplied", [None, ("httpx2", {}), ("httpx", {})])
def test_a_method_goes_out_as_it_is_written(server: Loopback, way: str, supplied: tuple[str, Any] | None) -> None:
    """RFC 9110, section 9.1: methods are case-sensitive."""
    server.otherwise = Answer(204, b"", {})
    rows = (op.Empty("204"),)
    call(way, operation(method="purge", responses=rows), sdk=sdk(server), supplied=supplied)
    assert server.last.method == "purge"


@every_way
def test_only_what_the_caller_set_is_sent(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1"})
    call(way, SEND_PET, sdk=sdk(server), request=toy.Pet(id="1", tag=None))
    assert server.last.json == {"id": "1", "tag": None}
    assert server.last.header("Content-Type") == "application/json"
    call(way, SEND_PET, sdk=sdk(server), request={"id": "1", "name": None})
    assert server.last.json == {"id": "1"}


@every_way
def test_no_body_means_no_content_type(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1"})
    call(way, SEND_PET, sdk=sdk(server), request=None)
    assert server.last.body == b""
    assert server.last.header("Content-Type") is None
    assert server.last.header("Content-Length") == "0"


def test_a_required_body_is_asked_for(server: Loopback) -> None:
    needed = operation(method="POST", body=op.JsonBody(lambda: toy.Pet, argument="request", required=True))
    with pytest.raises(ValueError, match="needs a body"):
        call("sync", needed, sdk=sdk(server), request=None)
    assert server.requests == []


def test_a_flattened_body_is_made_of_arguments(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})
    flat = operation(
        method="PATCH",
        body=op.JsonBody(
            lambda: toy.Pet,
            fields=(op.Field("id", "id"), op.Field("name", "name"), op.Field("tag", "tag", nullable=True)),
        ),
    )
    call("sync", flat, sdk=sdk(server), id="7", name=None, tag=None)
    assert server.last.json == {"id": "7", "tag": None}
    call("sync", flat, sdk=sdk(server), id=None, name=None, tag=toy.UNSET)
    assert server.last.body == b""


@every_way
def test_cookies_queries_and_headers(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1"})
    asked = operation(
        path=("/pets/", op.Path("pet_id", "petId"), "/x?fixed=1"),
        query=(op.Query("tags", "tags", type=lambda: list[str]), op.Query("q", "q")),
        headers=(op.Header("trace", "X-Trace"),),
        cookies=(op.Cookie("theme", "theme"), op.Cookie("size", "size", type=lambda: int)),
    )
    call(way, asked, sdk=sdk(server), pet_id="a/b c", tags=["x", "y&z"], q=None, trace="t", theme="d;k", size=3)
    sent = server.last
    assert sent.target == "/pets/a%2Fb%20c/x?fixed=1&tags=x&tags=y%26z"
    assert sent.header("X-Trace") == "t"
    assert sent.all("Cookie") == ["theme=d%3Bk; size=3"]


@pytest.mark.parametrize("value", ["", ".", "..", None])
def test_path_values_that_would_leave_the_path(server: Loopback, value: Any) -> None:
    asked = operation(path=("/pets/", op.Path("pet_id", "petId")))
    with pytest.raises(ValueError, match=r"path|required"):
        call("sync", asked, sdk=sdk(server), pet_id=value)
    assert server.requests == []


def test_required_parameters_are_asked_for(server: Loopback) -> None:
    asked = operation(query=(op.Query("q", "q", required=True),))
    with pytest.raises(ValueError, match="'q' is required"):
        call("sync", asked, sdk=sdk(server), q=None)


@every_way
@pytest.mark.parametrize("nothing", [None, toy.UNSET])
def test_the_default_of_a_required_parameter_is_sent(server: Loopback, way: str, nothing: Any) -> None:
    server.otherwise = answer({"id": "1"})
    asked = operation(
        path=("/pets/", op.Path("kind", "kind", default='"ca/t"')),
        query=(
            op.Query("tags", "tags", op.form_joined, lambda: list[str], required=True, default='["a", "b"]'),
            op.Query("where", "where", op.query_json, lambda: dict[str, int], required=True, default='{"a":1}'),
            op.Query("on", "on", type=lambda: bool, required=True, default="false"),
        ),
        headers=(op.Header("level", "X-Level", type=lambda: int, required=True, default="3"),),
        cookies=(op.Cookie("size", "size", type=lambda: int, required=True, default="4"),),
    )
    names = ("kind", "tags", "where", "on", "level", "size")
    call(way, asked, sdk=sdk(server), **dict.fromkeys(names, nothing))
    sent = server.last
    assert sent.target == "/pets/ca%2Ft?tags=a,b&where=%7B%22a%22%3A1%7D&on=false"
    assert (sent.header("X-Level"), sent.header("Cookie")) == ("3", "size=4")
    call(way, asked, sdk=sdk(server), kind="dog", tags=["c"], where={"b": 2}, on=True, level=0, size=0)
    sent = server.last
    assert sent.target == "/pets/dog?tags=c&where=%7B%22b%22%3A2%7D&on=true"
    assert (sent.header("X-Level"), sent.header("Cookie")) == ("0", "size=0")


def test_json_parameters_are_written_as_json_bodies_are(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})
    asked = operation(
        path=("/pets/", op.Path("moments", "moments", op.path_json, lambda: list[datetime])),
        query=(op.Query("price", "price", op.query_json, lambda: Annotated[Decimal, DECIMAL_NUMBER]),),
        headers=(op.Header("moments", "X-Moments", op.header_json, lambda: list[datetime]),),
    )
    moments = [datetime(2025, 4, 20, 1, 2, 3, 4500, UTC)]
    call("sync", asked, sdk=sdk(server), price=Decimal("1.50"), moments=moments)
    text = '["2025-04-20T01:02:03.0045Z"]'
    assert unquote(server.last.target) == f"/pets/{text}?price=1.50"
    assert server.last.header("X-Moments") == text


def test_wrong_arguments_never_leave(server: Loopback) -> None:
    asked = operation(query=(op.Query("n", "n", type=lambda: int),))
    with pytest.raises(ValueError, match="int"):
        call("sync", asked, sdk=sdk(server), n="seven")
    assert server.requests == []


@every_way
def test_headers_of_the_call_take_the_place_of_ours(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1"})
    given = {"accept": "application/json;q=1", "X-More": "1", "Content-Length": "99", "authorization": "Other x"}
    call(way, SEND_PET, sdk=sdk(server), options={"http_headers": given}, request={"id": "1"})
    sent = server.last
    assert sent.all("Accept") == ["application/json;q=1"]
    assert sent.all("Authorization") == ["Other x"]
    assert sent.header("X-More") == "1"
    assert sent.header("Content-Length") == str(len(sent.body))


@pytest.mark.parametrize("value", ["a\r\nb: c", "a\nb", "a\0b"])
def test_header_values_hold_no_line_breaks(server: Loopback, value: str) -> None:
    with pytest.raises(ValueError, match="line breaks"):
        call("sync", GET_PET, sdk=sdk(server), options={"http_headers": {"X-A": value}})
    with pytest.raises(ValueError, match="line breaks"):
        call("sync", operation(headers=(op.Header("h", "X-H"),)), sdk=sdk(server), h=value)
    with pytest.raises(ValueError, match="line breaks") as caught:
        call("sync", GET_PET, sdk=sdk(server, api_key=f"secret{value}"))
    assert "secret" not in str(caught.value)
    assert server.requests == []


@every_way
def test_globals_fill_what_the_call_left_out(server: Loopback, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from sdkwright.runtime.configuration import Global

    server.otherwise = answer({"id": "1"})
    monkeypatch.setenv("TOY_REGION", "eu")
    settings = toy.configuration(globals=(Global("contact_id", None), Global("region", "TOY_REGION")))
    asked = operation(
        headers=(op.Header(None, "contactId", global_name="contact_id"),),
        query=(op.Query("region", "region", global_name="region"),),
    )
    given = sdk(server, globals={"contact_id": "c1", "region": None})
    call(way, asked, settings=settings, sdk=given, region=None)
    assert (server.last.header("contactId"), server.last.target) == ("c1", "/pets?region=eu")
    call(way, asked, settings=settings, sdk=given, region="us")
    assert server.last.target == "/pets?region=us"
    call(way, GET_PET, settings=settings, sdk=given)
    assert (server.last.header("contactId"), server.last.target) == (None, "/pets")


@every_way
def test_bodies_of_several_media_types(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1"})
    asked = operation(
        method="POST",
        body=op.BodyChoice(
            (
                op.JsonBody(lambda: toy.Pet, argument="request"),
                op.FormBody(lambda: toy.Pet, argument="request"),
                op.TextBody("request"),
                op.BinaryBody("request"),
            )
        ),
    )
    call(way, asked, sdk=sdk(server), request={"id": "1"})
    assert (server.last.header("Content-Type"), server.last.body) == ("application/json", b'{"id":"1"}')
    call(way, asked, sdk=sdk(server), request="grüß")
    assert (server.last.header("Content-Type"), server.last.body) == ("text/plain; charset=utf-8", "grüß".encode())
    call(way, asked, sdk=sdk(server), request=b"\0")
    assert (server.last.header("Content-Type"), server.last.body) == ("application/octet-stream", b"\0")
    form = {"content-type": "application/x-www-form-urlencoded"}
    call(way, asked, sdk=sdk(server), request={"id": "1"}, options={"http_headers": form})
    assert (server.last.all("Content-Type"), server.last.body) == (["application/x-www-form-urlencoded"], b"id=1")


@every_way
def test_idempotency_keys_are_one_per_call(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1"})
    asked = operation(method="POST", idempotency_header="Idempotency-Key")
    call(way, asked, sdk=sdk(server))
    call(way, asked, sdk=sdk(server))
    keys = [sent.header("Idempotency-Key") for sent in server.requests]
    assert len(set(keys)) == 2
    assert all(key and len(key) == 36 for key in keys)
    call(way, asked, sdk=sdk(server), options={"http_headers": {"idempotency-key": "mine"}})
    assert server.last.all("Idempotency-Key") == ["mine"]


class Upload(BaseModel):
    """A multipart body."""

    title: str
    file: File


@every_way
def test_files_from_disk(server: Loopback, way: str, tmp_path: Path) -> None:
    server.answers.extend([Answer(503, b""), answer({"id": "1"})])
    path = tmp_path / "cat.png"
    path.write_bytes(b"\x89PNG" * 200_000)
    asked = operation(method="POST", body=op.MultipartBody(lambda: Upload, argument="request"))
    retry = RetryConfig("backoff", BackoffStrategy(1, 1, 1.0, 60_000))
    options = {"retries": retry, "http_headers": {"content-type": "multipart/form-data"}}
    request = {"title": "Rex", "file": {"content": path}}
    call(way, asked, sdk=sdk(server), timing=toy.Clock().timing(), options=options, request=request)
    first, second = server.requests
    assert first.body == second.body
    assert second.header("Content-Length") == str(len(second.body))
    message = email.message_from_bytes(
        f"Content-Type: {second.header('Content-Type')}\r\n\r\n".encode() + second.body, policy=email.policy.HTTP
    )
    title, file = message.iter_parts()  # type: ignore[attr-defined]  # the policy makes it an EmailMessage
    assert (title.get_param("name", header="content-disposition"), title.get_content()) == ("title", "Rex")
    assert (file.get_filename(), file.get_content_type()) == ("cat.png", "image/png")
    assert file.get_payload(decode=True) == path.read_bytes()
