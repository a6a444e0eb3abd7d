"""What methods return where `responseFormat` asks for envelopes: against a server, sync and async."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.runtime.loopback import Answer, Loopback, Received

from .packages import imported

CASES = Path(__file__).parents[1] / "cases"
BOAT = {"name": "a"}


def _answer(request: Received) -> Answer:
    """What the server of the document says."""
    path, _, query = request.target.partition("?")
    if request.method == "DELETE":
        return Answer(204, b"", {})
    if path == "/things/none":
        return Answer(404, b'{"message": "no such thing"}')
    if path == "/things/later":
        return Answer(202, b"in an hour", {"Content-Type": "text/plain"})
    if path == "/picture":
        return Answer(200, b"png", {"Content-Type": "image/png"})
    if path == "/events":
        return Answer(200, b'data: {"name": "a"}\n\n', {"Content-Type": "text/event-stream"})
    if path == "/things":
        return Answer(200, json.dumps({"things": [] if query == "page=2" else [BOAT]}).encode())
    return Answer(200, json.dumps([BOAT] if path == "/all" else BOAT).encode())


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    with Loopback() as loopback:
        loopback.respond = _answer
        yield loopback


@pytest.fixture(scope="module", params=["docs_envelope", "docs_envelope_http"])
def acme(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    case = CASES / request.param
    folder = tmp_path_factory.mktemp(request.param)
    with imported(case / "spec.yaml", folder / "out", case / "gen.yaml") as target:
        yield import_module(target.names.module)


def status(envelope: Any) -> int:
    """The status, wherever the envelope has it."""
    if not hasattr(envelope, "http_meta"):
        assert envelope.raw_response.status_code == envelope.status_code
        return int(envelope.status_code)
    assert str(envelope.http_meta.request.url) == str(envelope.http_meta.response.url)
    return int(envelope.http_meta.response.status_code)


def test_each_result_is_in_its_field(acme: Any, server: Loopback) -> None:
    with acme.Acme(server_url=server.url) as sdk:
        now, later, gone = (
            sdk.things.get_thing(id="1"),
            sdk.things.get_thing(id="later"),
            sdk.things.drop_thing(id="1"),
        )
        assert isinstance(now, acme.models.GetThingResponse)
        assert (status(now), now.big_thing.name, now.res) == (200, "a", None)
        assert (status(later), later.big_thing, later.res) == (202, None, "in an hour")
        assert status(gone) == 204
        assert [each.name for each in sdk.things.all_things().big_things] == ["a"]


def test_streams_and_pages_are_fields_too(acme: Any, server: Loopback) -> None:
    with acme.Acme(server_url=server.url) as sdk:
        assert b"".join(sdk.things.picture().two_hundred_image_png_response_stream) == b"png"
        with sdk.things.events().event as events:
            assert [event.data.name for event in events] == ["a"]
        page = sdk.things.list_things().object
        assert [thing.name for thing in page.result.things] == ["a"]
        assert page.next().result.things == []


def test_errors_are_raised_and_raw_responses_hold_envelopes(acme: Any, server: Loopback) -> None:
    with acme.Acme(server_url=server.url) as sdk:
        with pytest.raises(Exception, match="no such thing") as caught:
            sdk.things.get_thing(id="none")
        assert caught.type.__name__ == "BadError"
        raw = sdk.with_raw_response(sdk.things.get_thing)(id="1")
        assert (raw.status_code, raw.result.big_thing.name) == (200, "a")


def test_async_methods_return_the_same(acme: Any, server: Loopback) -> None:
    async def run() -> None:
        async with acme.Acme(server_url=server.url) as sdk:
            made = await sdk.things.get_thing_async(id="1")
            assert (type(made), made.big_thing.name) == (acme.models.GetThingResponse, "a")
            page = (await sdk.things.list_things_async()).object
            assert (await page.next()).result.things == []
            raw = await sdk.with_raw_response(sdk.things.get_thing_async)(id="later")
            assert raw.result.res == "in an hour"

    asyncio.run(run())
