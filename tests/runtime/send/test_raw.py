"""`with_raw_response`: the response, whatever it says; an exception where there is none."""

from __future__ import annotations

import gzip
from typing import Any

import httpx2
import pytest
from sdkwright.runtime import operation as op
from sdkwright.runtime.decode.raw import RawResponse
from sdkwright.runtime.hooks import Hooks
from sdkwright.runtime.retries import BackoffStrategy, RetryConfig

from runtime import toy
from runtime.loopback import Answer, Loopback, answer
from runtime.toy import GET_PET, SEND_PET, WAYS, Clock, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)


def raw(server: Loopback, way: str, asked: op.Operation[Any, Any] = GET_PET, **more: Any) -> RawResponse[Any]:
    sdk = {"server_url": server.url, **more.pop("sdk", {})}
    found: RawResponse[Any] = call(way, asked, sdk=sdk, raw=True, **more)
    return found


@every_way
def test_a_success(server: Loopback, way: str) -> None:
    server.otherwise = answer({"id": "1"}, x_request_id="r1")
    found = raw(server, way)
    assert (found.status_code, found.headers["X-Request-Id"], found.result) == (200, "r1", toy.Pet(id="1"))
    assert (found.error, found.http_response.content) == (None, b'{"id": "1"}')


def test_the_method_itself_stays_as_it_is(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})
    with toy.Toy(server_url=server.url) as client:
        assert client.with_raw_response(client.run)(GET_PET).result == client.run(GET_PET)
        with pytest.raises(TypeError):
            client.with_raw_response(len)


@every_way
@pytest.mark.parametrize(
    ("given", "error"),
    [
        (answer({"message": "no such pet"}, 404), toy.ProblemError),
        (answer({"message": "busy"}, 503), toy.APIError),
        (Answer(302, b"", {"Location": "/x"}), toy.APIError),
        (Answer(200, b"<html>", {"Content-Type": "text/html"}), toy.APIError),
        (Answer(200, b"{", {"Content-Type": "application/json"}), toy.ResponseValidationError),
        (answer({"id": 5}), toy.ResponseValidationError),
        (
            Answer(200, b"no gzip", {"Content-Type": "application/json", "Content-Encoding": "gzip"}),
            httpx2.DecodingError,
        ),
    ],
    ids=["declared", "undeclared", "redirect", "media type", "no JSON", "misfit", "no gzip"],
)
def test_an_error_has_its_response(server: Loopback, way: str, given: Answer, error: type[Exception]) -> None:
    server.otherwise = given
    found = raw(server, way)
    assert (found.status_code, found.headers["Content-Length"]) == (given.status, str(len(given.body)))
    assert type(found.error) is error
    with pytest.raises(error) as caught:
        _ = found.result
    assert caught.value is found.error
    if error is not httpx2.DecodingError:
        assert found.http_response.content == given.body


@every_way
def test_an_answer_that_is_too_large(server: Loopback, way: str) -> None:
    body = gzip.compress(b"x" * 5_000)
    server.otherwise = Answer(200, body, {"Content-Type": "application/json", "Content-Encoding": "gzip"})
    found = raw(server, way, sdk={"max_response_bytes": 1_000})
    assert (found.status_code, type(found.error)) == (200, toy.APIError)


@every_way
def test_a_stream_stays_open(server: Loopback, way: str) -> None:
    server.otherwise = Answer(200, b'data: {"id": "1"}\n\n', {"Content-Type": "text/event-stream"})
    asked = operation(responses=(op.Events("200", "text/event-stream", lambda: toy.Pet, data_only=True),))

    def read(found: RawResponse[Any]) -> Any:
        assert not found.http_response.is_closed
        return list(found.result)

    async def read_async(found: RawResponse[Any]) -> Any:
        assert not found.http_response.is_closed
        return [one async for one in found.result]

    assert raw(server, way, asked, then=read if way == "sync" else read_async) == [toy.Pet(id="1")]


@every_way
def test_without_an_answer_it_raises(server: Loopback, way: str) -> None:
    with pytest.raises(httpx2.ConnectError):
        raw(server, way, sdk={"server_url": "http://127.0.0.1:1"})
    with pytest.raises(ValueError, match="request"):
        raw(server, way, SEND_PET, request=5)
    assert server.requests == []


@every_way
def test_the_answer_of_an_earlier_attempt_is_none(server: Loopback, way: str) -> None:
    server.answers.extend([Answer(503), Answer(drop=True)])
    config = RetryConfig("backoff", BackoffStrategy(1, 1, 1.0))
    with pytest.raises(httpx2.RemoteProtocolError):
        raw(server, way, options={"retries": config}, timing=Clock().timing())


@every_way
def test_the_answer_of_a_hook(server: Loopback, way: str) -> None:
    server.otherwise = Answer(500)

    class Otherwise:
        def after_error(self, _: Any, response: Any, error: Any) -> Any:
            return httpx2.Response(404, json={"message": "gone"}), error

    def register(hooks: Hooks) -> None:
        hooks.register_after_error_hook(Otherwise())

    found = raw(server, way, settings=configuration(init_hooks=lambda: register))
    assert (found.status_code, type(found.error)) == (404, toy.ProblemError)
