"""Clients that keep what does not fit: results, responses, streams, one line in the log; errors stay errors."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from sdkwright.runtime import operation as op

from runtime import toy
from runtime.loopback import Answer, Loopback, answer
from runtime.toy import WAYS, call, operation
from runtime.values.test_lenient import Leaf, Node, node

from .test_answers import sdk

ASKED = operation(responses=(op.Json("200", "application/json", lambda: Node), op.ApiError("4XX")))
BODY = node(count="abc", leaves=[{"n": 1}, {"n": "zz"}])


@pytest.mark.parametrize("way", WAYS)
def test_a_lenient_client_keeps_and_says_so_once(server: Loopback, way: str, caplog: pytest.LogCaptureFixture) -> None:
    server.otherwise = answer(BODY)
    with caplog.at_level(logging.WARNING):
        value = call(way, ASKED, sdk=sdk(server, response_validation="lenient"))
    assert (value.count, value.leaves[1].n) == ("abc", "zz")
    assert [one.path for one in value.validation_errors] == ["count", "leaves[1].n"]
    assert [record.name for record in caplog.records] == ["toy"]
    (line,) = [record.getMessage() for record in caplog.records]
    assert line.startswith("an answer of getPet does not fit at count (")
    assert line.endswith(") and 1 more; it was kept as it came")
    assert "abc" not in line


def test_what_a_server_says_begins_no_line_of_the_log(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    server.otherwise = answer({"a\nERROR all is lost \u202e": {"n": "x"}})
    rows = (op.Json("200", "application/json", lambda: dict[str, Leaf]),)
    asked = operation(id="get\r\nINFO all is well", responses=rows)
    with caplog.at_level(logging.WARNING):
        call("sync", asked, sdk=sdk(server, response_validation="lenient"))
    (line,) = [record.getMessage() for record in caplog.records]
    assert line.isprintable()
    assert "all is lost" in line


def test_the_response_lists_the_misfits(server: Loopback) -> None:
    server.otherwise = answer([{"n": "x"}])
    asked = operation(responses=(op.Json("200", "application/json", lambda: list[Leaf]),))
    with toy.Toy(**sdk(server, response_validation="lenient")) as client:
        raw = client.with_raw_response(client.run)(asked)
        assert [one.path for one in raw.validation_errors] == ["[0].n"]
        assert raw.result[0].n == "x"
        server.otherwise = answer([{"n": 1}])
        assert client.with_raw_response(client.run)(asked).validation_errors == ()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("options", [{}, {"response_validation": "strict"}, {"response_validation": None}])
def test_a_strict_client_raises_with_the_whole_answer(server: Loopback, way: str, options: dict[str, Any]) -> None:
    server.otherwise = answer(BODY)
    with pytest.raises(toy.ResponseValidationError) as caught:
        call(way, ASKED, sdk=sdk(server, **options))
    assert json.loads(caught.value.body) == BODY


def test_the_configuration_decides_unless_the_constructor_does(server: Loopback) -> None:
    server.otherwise = answer(BODY)
    settings = toy.configuration(response_validation="lenient")
    assert call("sync", ASKED, settings=settings, sdk=sdk(server)).count == "abc"
    with pytest.raises(toy.ResponseValidationError):
        call("sync", ASKED, settings=settings, sdk=sdk(server, response_validation="strict"))
    with pytest.raises(ValueError, match='must be "strict" or "lenient", not \'loose\''):
        toy.Toy(response_validation="loose")


@pytest.mark.parametrize("body", [b"<p>", b"[]", b'{"error": {"message": "quota"}}', b"{}"])
def test_a_lenient_client_hides_no_error_of_the_server(server: Loopback, body: bytes) -> None:
    server.otherwise = Answer(200, body)
    with pytest.raises(toy.ResponseValidationError) as caught:
        call("sync", ASKED, sdk=sdk(server, response_validation="lenient"))
    assert str(caught.value).endswith(f": Status 200\n{body.decode()}")


STREAMS = [
    op.Events("200", "text/event-stream", lambda: Leaf, True),
    op.JsonLines("200", "application/x-ndjson", lambda: Leaf),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("row", STREAMS)
def test_streams_keep_too(server: Loopback, way: str, row: Any, caplog: pytest.LogCaptureFixture) -> None:
    lines = ['{"n": 1}', '{"n": "x"}', '{"n": "y", "note": 5}']
    text = "".join(f"data: {line}\n\n" if isinstance(row, op.Events) else f"{line}\n" for line in lines)
    server.otherwise = Answer(200, text.encode(), {"Content-Type": row.media_type})
    found: list[Any] = []

    async def consume(stream: Any) -> None:
        found.extend([value async for value in stream])

    with caplog.at_level(logging.WARNING):
        asked = operation(responses=(row,))
        options = sdk(server, response_validation="lenient")
        call(way, asked, sdk=options, then=found.extend if way == "sync" else consume)
    assert [one.n for one in found] == [1, "x", "y"]
    assert [[misfit.path for misfit in one.validation_errors] for one in found] == [[], ["n"], ["n", "note"]]
    assert len(caplog.records) == 1
