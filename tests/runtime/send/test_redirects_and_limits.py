"""Redirects, the limit on a response, and streams, downloads and pages over the wire."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import Any, Optional

import anyio
import pytest
from sdkwright.runtime import operation as op
from sdkwright.runtime.configuration import SecurityScheme, SecurityUse
from sdkwright.runtime.model import BaseModel
from sdkwright.runtime.paging import PagingError

from runtime import toy
from runtime.loopback import Answer, Loopback, Received, answer
from runtime.toy import GET_PET, SEND_PET, WAYS, Toy, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)
every_library = pytest.mark.parametrize("library", ["httpx2", "httpx"])


def sdk(server: Loopback, **more: Any) -> dict[str, Any]:
    return {"server_url": server.url, "api_key": "k", **more}


def redirect(location: str, status: int = 302) -> Answer:
    return Answer(status, b"", {"Location": location})


# --------------------------------------------------------------------------------------------------------- redirects


@every_way
def test_redirects_that_are_not_declared_are_errors(server: Loopback, way: str) -> None:
    server.answers.append(redirect("/elsewhere"))
    with pytest.raises(toy.APIError) as caught:
        call(way, GET_PET, sdk=sdk(server))
    expected = "Unexpected response received (code: 302, type: application/octet-stream); the server redirects to "
    assert caught.value.message.startswith(expected)
    assert len(server.requests) == 1


@every_way
@every_library
def test_redirects_within_the_origin_if_allowed(server: Loopback, way: str, library: str) -> None:
    schemes = (
        SecurityScheme("Key", "bearer", "api_key"),
        SecurityScheme("Cookie", "apiKey", "sid", name="sid", location="cookie"),
    )
    settings = configuration(
        http_library=library, security_schemes=schemes, security=((SecurityUse("Key"), SecurityUse("Cookie")),)
    )
    server.answers.extend([redirect("/a", 307), redirect(f"{server.url}/b", 308), answer({"id": "1"})])
    options = {"server_url": server.url, "security": {"api_key": "k", "sid": "s"}, "follow_redirects": True}
    result = call(way, SEND_PET, settings=settings, sdk=options, request={"id": "9"})
    assert result == toy.Pet(id="1")
    assert [sent.target for sent in server.requests] == ["/pets", "/a", "/b"]
    for sent in server.requests:
        assert (sent.method, sent.body) == ("POST", b'{"id":"9"}')
        assert (sent.header("Authorization"), sent.all("Cookie")) == ("Bearer k", ["sid=s"])


@every_way
@every_library
def test_redirects_to_another_origin_are_refused(server: Loopback, way: str, library: str) -> None:
    settings = configuration(http_library=library)
    with Loopback() as other:
        for target in (
            f"{other.url}/x",
            server.url.replace("http:", "https:"),
            server.url.replace("127.0.0.1", "localhost"),
        ):
            server.answers.append(redirect(target))
            with pytest.raises(toy.APIError) as caught:
                call(way, GET_PET, settings=settings, sdk=sdk(server, follow_redirects=True))
            assert caught.value.status_code == 302
        assert other.requests == []


@every_way
def test_redirects_end(server: Loopback, way: str) -> None:
    server.otherwise = redirect("/again")
    with pytest.raises(toy.APIError):
        call(way, GET_PET, sdk=sdk(server, follow_redirects=True))
    assert len(server.requests) == 21


@every_way
@every_library
def test_a_body_is_sent_again_or_the_redirect_is_an_error(
    server: Loopback, way: str, library: str, tmp_path: Path
) -> None:
    settings = configuration(http_library=library)
    upload = operation(method="POST", body=op.BinaryBody("content"))
    (tmp_path / "file").write_bytes(b"abc" * 1000)
    server.answers.extend([redirect("/a", 307), answer({"id": "1"})])
    options = sdk(server, follow_redirects=True)
    assert call(way, upload, settings=settings, sdk=options, content=tmp_path / "file") == toy.Pet(id="1")
    assert [sent.body for sent in server.requests] == [b"abc" * 1000] * 2
    server.answers.append(redirect("/a", 307))
    with pytest.raises(toy.APIError) as caught:
        call(way, upload, settings=settings, sdk=options, content=iter([b"once"]))
    assert caught.value.status_code == 307
    server.answers.extend([redirect("/a", 303), answer({"id": "2"})])
    assert call(way, upload, settings=settings, sdk=options, content=iter([b"once"])) == toy.Pet(id="2")
    assert (server.last.method, server.last.body) == ("GET", b"")


@every_way
@every_library
def test_a_supplied_client_that_follows_says_so_for_its_calls(server: Loopback, way: str, library: str) -> None:
    supplied = (library, {"follow_redirects": True})
    server.answers.extend([redirect("/pets/", 307), answer({"id": "1"})])
    assert call(way, SEND_PET, sdk=sdk(server), supplied=supplied, request={"id": "9"}) == toy.Pet(id="1")
    assert [(sent.target, sent.body) for sent in server.requests] == [
        ("/pets", b'{"id":"9"}'),
        ("/pets/", b'{"id":"9"}'),
    ]
    with Loopback() as other:
        server.answers.append(redirect(f"{other.url}/x"))
        with pytest.raises(toy.APIError) as caught:
            call(way, GET_PET, sdk=sdk(server), supplied=supplied)
        assert (caught.value.status_code, other.requests) == (302, [])


def test_the_constructor_follows_with_a_supplied_client_that_does_not(server: Loopback) -> None:
    import httpx2

    server.answers.extend([redirect("/elsewhere"), answer({"id": "1"})])
    with httpx2.Client() as client:
        assert Toy(**sdk(server, client=client, follow_redirects=True)).run(GET_PET) == toy.Pet(id="1")


# ------------------------------------------------------------------------------------------------------------ limits

TEXT = operation(responses=(op.Text("200", "text/plain"), op.ApiError("5XX")))
PLAIN = {"Content-Type": "text/plain"}


@every_way
@every_library
def test_the_limit_counts_decoded_bytes(server: Loopback, way: str, library: str) -> None:
    body = b"x" * 5_000_000
    settings = configuration(http_library=library)
    limited = sdk(server, max_response_bytes=1_000_000)
    for encoding, packed in (("gzip", gzip.compress(body)), ("deflate", zlib.compress(body))):
        server.otherwise = Answer(200, packed, {**PLAIN, "Content-Encoding": encoding})
        with pytest.raises(toy.APIError, match="max_response_bytes") as caught:
            call(way, TEXT, settings=settings, sdk=limited)
        assert caught.value.status_code == 200
        assert call(way, TEXT, settings=settings, sdk=sdk(server)) == body.decode()
    server.otherwise = Answer(200, body, PLAIN)
    with pytest.raises(toy.APIError, match="max_response_bytes"):
        call(way, TEXT, settings=settings, sdk=limited)
    server.otherwise = Answer(200, b"", PLAIN, chunks=(body[:600_000], body[:600_000]))
    with pytest.raises(toy.APIError, match="max_response_bytes"):
        call(way, TEXT, settings=settings, sdk=limited)
    server.otherwise = Answer(200, b"", PLAIN, chunks=(body[:500_000], body[:500_000]))
    assert call(way, TEXT, settings=settings, sdk=limited) == "x" * 1_000_000
    server.otherwise = Answer(500, body, PLAIN)
    with pytest.raises(toy.APIError, match="max_response_bytes"):
        call(way, TEXT, settings=settings, sdk=limited)


def test_a_head_request_has_no_body_to_limit(server: Loopback) -> None:
    server.otherwise = Answer(200, b"", {"Content-Length": "99999999"})
    asked = operation(method="HEAD", responses=(op.Empty("200"),))
    assert call("sync", asked, sdk=sdk(server, max_response_bytes=10)) is None


# ----------------------------------------------------------------------------------------------- streams, downloads


class Delta(BaseModel):
    """One event's data."""

    text: str


EVENTS = operation(
    responses=(
        op.Events("200", "text/event-stream", lambda: Delta, data_only=True, sentinel="[DONE]"),
        op.Json("200", "application/json", lambda: toy.Pet),
        op.ApiError("4XX"),
    )
)


@every_way
def test_server_sent_events(server: Loopback, way: str) -> None:
    chunks = (b'data: {"text": "a"}\r', b'\n\ndata: {"te', b'xt": "b"}\n\ndata: [DONE]\n\ndata: never\n\n')
    server.otherwise = Answer(200, b"", {"Content-Type": "text/event-stream"}, chunks=chunks)

    def read(stream: Any) -> Any:
        with stream:
            return [event.text for event in stream]

    async def read_async(stream: Any) -> Any:
        async with stream:
            return [event.text async for event in stream]

    then = read if way == "sync" else read_async
    assert call(way, EVENTS, sdk=sdk(server), then=then) == ["a", "b"]
    assert server.last.header("Accept") == "text/event-stream, application/json"
    server.otherwise = answer({"id": "1"})
    assert call(way, EVENTS, sdk=sdk(server)) == toy.Pet(id="1")
    server.otherwise = Answer(429, b"slow down", {"Content-Type": "text/event-stream"})
    with pytest.raises(toy.APIError, match="slow down"):
        call(way, EVENTS, sdk=sdk(server))


@every_way
def test_an_event_that_does_not_fit(server: Loopback, way: str) -> None:
    server.otherwise = Answer(200, b'data: {"text": 5}\n\n', {"Content-Type": "text/event-stream"})

    def read(stream: Any) -> Any:
        return list(stream)

    async def read_async(stream: Any) -> Any:
        return [event async for event in stream]

    with pytest.raises(toy.ResponseValidationError) as caught:
        call(way, EVENTS, sdk=sdk(server), then=read if way == "sync" else read_async)
    assert caught.value.__cause__ is not None


@every_way
def test_json_lines(server: Loopback, way: str) -> None:
    asked = operation(responses=(op.JsonLines("200", "application/jsonl", lambda: Delta),))
    server.otherwise = Answer(200, b'{"text": "a"}\n{"text": "b"}\n', {"Content-Type": "application/jsonl"})

    def read(stream: Any) -> Any:
        return [line.text for line in stream]

    async def read_async(stream: Any) -> Any:
        return [line.text async for line in stream]

    assert call(way, asked, sdk=sdk(server), then=read if way == "sync" else read_async) == ["a", "b"]


@every_way
def test_downloads(server: Loopback, way: str) -> None:
    asked = operation(responses=(op.Download("200", "application/octet-stream"),))
    server.otherwise = Answer(200, b"", {"Content-Type": "application/octet-stream"}, chunks=(b"ab", b"cd"))

    def read(download: Any) -> Any:
        return download.read()

    assert call(way, asked, sdk=sdk(server), then=read) == b"abcd"


# ------------------------------------------------------------------------------------------------------------- pages


class Page(BaseModel):
    """One page of pets."""

    data: list[str]
    cursor: Optional[str] = None  # noqa: UP045 - as rendered
    next: Optional[str] = None  # noqa: UP045 - as rendered


def listing(paging: op.Paging) -> op.Operation[Any, Any]:
    return operation(
        query=(op.Query("cursor", "cursor"),),
        responses=(op.Json("200", "application/json", lambda: Page), op.ApiError("4XX")),
        paging=paging,
    )


CURSOR = listing(op.Paging("cursor", (op.PagingInput("cursor", "cursor"),), results=("data",), next_cursor=("cursor",)))
URL = listing(op.Paging("url", results=("data",), next_url=("next",)))


def everything(page: Any) -> Any:
    return list(page.items())


async def everything_async(page: Any) -> Any:
    return [item async for item in page.items()]


def items(way: str) -> Any:
    return everything if way == "sync" else everything_async


@every_way
def test_pages_by_cursor(server: Loopback, way: str) -> None:
    server.answers.extend(
        [answer({"data": ["a", "b"], "cursor": "2"}), answer({"data": ["c"], "cursor": "3"}), answer({"data": ["d"]})]
    )
    options = {"http_headers": {"X-Each": "1"}}
    assert call(way, CURSOR, sdk=sdk(server), options=options, then=items(way), cursor=None) == ["a", "b", "c", "d"]
    assert [sent.target for sent in server.requests] == ["/pets", "/pets?cursor=2", "/pets?cursor=3"]
    assert {sent.header("X-Each") for sent in server.requests} == {"1"}


@every_way
def test_pages_by_url(server: Loopback, way: str) -> None:
    schemes = (SecurityScheme("Key", "apiKey", "key", name="key", location="query"),)
    settings = configuration(security_schemes=schemes, security=((SecurityUse("Key"),),))
    server.answers.extend(
        [
            answer({"data": ["a"], "next": "?page=2"}),
            answer({"data": ["b"], "next": f"{server.url}/more?key=theirs&page=3"}),
            answer({"data": ["c"], "next": ""}),
        ]
    )
    given = {"server_url": server.url, "security": {"key": "s"}}
    assert call(way, URL, settings=settings, sdk=given, then=items(way)) == ["a", "b", "c"]
    assert [sent.target for sent in server.requests] == ["/pets?key=s", "/pets?page=2&key=s", "/more?key=theirs&page=3"]


@every_way
def test_a_next_page_elsewhere_is_refused(server: Loopback, way: str) -> None:
    with Loopback() as other:
        server.otherwise = answer({"data": ["a"], "next": f"{other.url}/steal"})
        with pytest.raises(PagingError):
            call(way, URL, sdk=sdk(server), then=items(way))
        assert other.requests == []


@every_way
def test_the_http_library_has_a_say_in_what_is_elsewhere(
    server: Loopback, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two parsers may see two hosts in one URL."""
    monkeypatch.setattr("sdkwright.runtime.paging._origin", lambda url: ("https", "same", 443))
    with Loopback() as other:
        for url in (f"{other.url}/steal", "https://[", "http://h/\x7f"):
            server.otherwise = answer({"data": ["a"], "next": url})
            with pytest.raises(PagingError):
                call(way, URL, sdk=sdk(server), then=items(way))
        assert other.requests == []


@every_way
def test_next(server: Loopback, way: str) -> None:
    def respond(sent: Received) -> Answer:
        return answer({"data": [sent.target]} | ({} if "cursor" in sent.target else {"cursor": "2"}))

    server.respond = respond

    def walk(page: Any) -> Any:
        second = page.next()
        return page.result.data, second.result.data, second.next()

    async def walk_async(page: Any) -> Any:
        second = await page.next()
        return page.result.data, second.result.data, await second.next()

    seen = call(way, CURSOR, sdk=sdk(server), then=walk if way == "sync" else walk_async, cursor=None)
    assert seen == (["/pets"], ["/pets?cursor=2"], None)


@every_way
def test_an_empty_answer_is_no_page(server: Loopback, way: str) -> None:
    server.otherwise = Answer(200, b"", {})
    assert call(way, CURSOR, sdk=sdk(server), cursor=None) is None


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_stream_that_is_left_early_closes(server: Loopback, backend: str) -> None:
    many = tuple(b'data: {"text": "x"}\n\n' for _ in range(50))
    server.otherwise = Answer(200, b"", {"Content-Type": "text/event-stream"}, chunks=many)

    async def work() -> None:
        async with Toy(**sdk(server)) as client:
            stream = await client.run_async(EVENTS)
            async with stream:
                async for _ in stream:
                    break
            assert stream.response.is_closed

    anyio.run(work, backend=backend)
