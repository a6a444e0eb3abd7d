"""Programs that were written for published SDKs, as their readmes have them, against a server: they go on working."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator
from importlib import import_module
from itertools import count
from types import ModuleType
from typing import Any

import pytest

from tests.runtime.loopback import Answer, Loopback, Received, answer

from .packages import imported

DOCUMENT = """\
openapi: 3.1.0
info: {title: Quay, version: 1.0.0}
servers: [{url: https://quay.example}]
security: [{key: []}]
paths:
  /boats:
    get:
      operationId: listBoats
      tags: [boats]
      parameters:
        - {name: cursor, in: query, schema: {type: string}}
        - {name: type, in: query, schema: {type: string}}
      x-speakeasy-pagination:
        type: cursor
        inputs: [{name: cursor, in: parameters, type: cursor}]
        outputs: {nextCursor: $.next, results: $.boats}
      responses:
        '200':
          description: OK
          headers: {X-Left: {schema: {type: integer}}}
          content:
            application/json:
              schema:
                type: object
                properties: {boats: {type: array, items: {$ref: '#/components/schemas/Boat'}}, next: {type: string}}
    post:
      operationId: createBoat
      tags: [boats]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}
      responses:
        '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}
        '404': {description: None, content: {application/json: {schema: {$ref: '#/components/schemas/NoBoat'}}}}
  /plans:
    get:
      operationId: plan
      tags: [plans]
      responses:
        '200': {description: OK, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
    post:
      operationId: upload
      tags: [plans]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {type: object, required: [file], properties: {file: {type: string, format: binary}}}
      responses: {'204': {description: None}}
  /tides:
    get:
      operationId: tides
      tags: [tides]
      responses:
        '200':
          description: OK
          content:
            text/event-stream:
              schema: {type: object, properties: {data: {$ref: '#/components/schemas/Boat'}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Boat: {type: object, properties: {name: {type: string}}}
    NoBoat: {type: object, properties: {code: {type: integer}}}
"""
OPTIONS = {
    "httpx": "httpClientLibrary: httpx",
    "httpx2": "httpClientLibrary: httpx2, imports: {paths: {errors: errors}}",
}
BUSY = count()
"""How often a busy server was asked: it answers each second time."""
DATES = "plan für 2025".encode("latin-1")


def _answer(request: Received) -> Answer:
    path, _, query = request.target.partition("?")
    if path == "/tides":
        return Answer(200, b'data: {"name": "a"}\n\ndata: {"name": "b"}\n\n', {"Content-Type": "text/event-stream"})
    if path == "/plans":
        return Answer(200, DATES, {"Content-Type": "text/plain; charset=latin-1"})
    if request.method == "GET":
        last = "cursor=2" in query
        return answer({"boats": [{"name": "b" if last else "a"}], **({} if last else {"next": "2"})})
    if b"gone" in request.body:
        return answer({"code": 7, "message": "It is gone"}, 404)
    return answer({}, 503) if b"busy" in request.body and next(BUSY) % 2 == 0 else answer({"name": "a"})


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    with Loopback() as loopback:
        loopback.respond = _answer
        yield loopback


@pytest.fixture(scope="module", params=list(OPTIONS))
def quay(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "spec.yaml").write_text(DOCUMENT)
    more = OPTIONS[request.param]
    (folder / "gen.yaml").write_text(f"python: {{packageName: quay-{request.param}, {more}}}\n")
    with imported(folder / "spec.yaml", folder / "out", folder / "gen.yaml") as target:
        yield import_module(target.names.module)


def library(quay: ModuleType) -> Any:
    return import_module(quay.__name__.removeprefix("quay_"))


def part(quay: ModuleType, name: str) -> Any:
    return import_module(f"{quay.__name__}.{name}")


def test_a_client_of_ones_own_adds_headers(quay: ModuleType, server: Loopback) -> None:
    http = library(quay)
    base: Any = part(quay, "httpclient").AsyncHttpClient

    class CustomClient(base):  # type: ignore[misc]  # a class that is known at run time alone
        def __init__(self, client: Any) -> None:
            self.client = client

        async def send(self, request: Any, *, stream: bool = False, **options: Any) -> Any:
            request.headers["Client-Level-Header"] = "added by client"
            return await self.client.send(request, stream=stream, **options)

        def build_request(self, method: str, url: Any, **options: Any) -> Any:
            return self.client.build_request(method, url, **options)

    async def run() -> Any:
        async with http.AsyncClient() as client:
            sdk = quay.Quay(key="k", server_url=server.url, async_client=CustomClient(client))
            return await sdk.boats.create_boat_async(name="a")

    assert asyncio.run(run()).name == "a"
    assert server.last.header("Client-Level-Header") == "added by client"
    with http.Client(headers={"x-custom-header": "someValue"}) as client:
        assert quay.Quay(key="k", server_url=server.url, client=client).boats.create_boat(name="a").name == "a"
    assert server.last.header("x-custom-header") == "someValue"


def test_retries_are_configured_by_position(quay: ModuleType, server: Loopback) -> None:
    utils = part(quay, "utils")
    often = utils.RetryConfig("backoff", utils.BackoffStrategy(1, 1, 1.1, 60_000), False)
    for sdk, call in (({"retry_config": often}, {}), ({}, {"retries": often})):
        before = len(server.requests)
        with quay.Quay(key="k", server_url=server.url, **sdk) as made:
            assert made.boats.create_boat(name="busy", **call).name == "a"
        assert len(server.requests) - before == 2


def test_except_clauses_find_what_the_readme_lists(quay: ModuleType, server: Loopback) -> None:
    errors = quay.errors if hasattr(quay, "errors") else quay.models
    with quay.Quay(key="k", server_url=server.url) as sdk, pytest.raises(errors.NoBoat) as caught:
        sdk.boats.create_boat(name="gone")
    error = caught.value
    assert isinstance(error, errors.QuayError)
    assert (error.message, error.status_code, error.data.code) == ("It is gone", 404, 7)
    assert error.headers.get("content-type") == "application/json"
    assert error.raw_response.json() == {"code": 7, "message": "It is gone"}
    assert error.body == error.raw_response.text


def test_pages_are_asked_for_one_by_one(quay: ModuleType, server: Loopback) -> None:
    names: list[str] = []
    with quay.Quay(key="k", server_url=server.url) as sdk:
        res = sdk.boats.list_boats()
        while res is not None:
            names += [boat.name for boat in res.result.boats]
            assert res.headers["content-type"] == ["application/json"]
            res = res.next()

    async def run() -> None:
        async with quay.Quay(key="k", server_url=server.url) as sdk:
            res = await sdk.boats.list_boats_async()
            while res is not None:
                names.extend(boat.name for boat in res.result.boats)
                assert res.headers["content-type"] == ["application/json"]
                res = await res.next()

    asyncio.run(run())
    assert names == ["a", "b", "a", "b"]


def test_the_name_of_a_builtin_has_an_underscore(quay: ModuleType, server: Loopback) -> None:
    with quay.Quay(key="k", server_url=server.url) as sdk:
        with pytest.warns(DeprecationWarning, match="`type_` is now `type`"):
            sdk.boats.list_boats(type_="sail")
        assert server.last.target == "/boats?type=sail"
        sdk.boats.list_boats(type="row")
        assert server.last.target == "/boats?type=row"


def test_events_are_iterated_in_a_with_block(quay: ModuleType, server: Loopback) -> None:
    with quay.Quay(key="k", server_url=server.url) as sdk, sdk.tides.tides() as event_stream:
        assert event_stream.response.status_code == 200
        assert [event.data.name for event in event_stream] == ["a", "b"]

    async def run() -> list[str]:
        async with quay.Quay(key="k", server_url=server.url) as sdk:
            res = await sdk.tides.tides_async()
            async with res as event_stream:
                return [event.data.name async for event in event_stream]

    assert asyncio.run(run()) == ["a", "b"]


def test_files_are_dictionaries(quay: ModuleType, server: Loopback) -> None:
    with quay.Quay(key="k", server_url=server.url) as sdk:
        for content in (b"a plan", io.BytesIO(b"a plan")):
            sdk.plans.upload(file={"file_name": "example.file", "content": content})
            assert b"a plan" in server.last.body
            assert b'filename="example.file"' in server.last.body


def test_a_download_is_used_as_a_response_is(quay: ModuleType, server: Loopback) -> None:
    with quay.Quay(key="k", server_url=server.url) as sdk:
        res = sdk.plans.plan()
        assert (res.status_code, res.is_success, res.headers["content-type"][:10]) == (200, True, "text/plain")
        assert (res.read(), res.content, res.text) == (DATES, DATES, "plan für 2025")
        assert b"".join(sdk.plans.plan().iter_bytes()) == DATES
        assert list(sdk.plans.plan().iter_lines()) == ["plan für 2025"]
        with pytest.raises(AttributeError, match="misspelt"):
            _ = res.misspelt

    async def run() -> Any:
        async with quay.Quay(key="k", server_url=server.url) as sdk:
            pieces = [piece async for piece in (await sdk.plans.plan_async()).aiter_bytes()]
            res = await sdk.plans.plan_async()
            with pytest.raises(RuntimeError, match="nothing was read yet"):
                _ = res.content
            read = await res.aread()
            await res.aclose()
            return b"".join(pieces), read, res.content, res.text

    assert asyncio.run(run()) == (DATES, DATES, DATES, "plan für 2025")


def test_hooks_of_a_registration_file_run(quay: ModuleType, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    hooks: Any = part(quay, "_hooks.types")
    seen: list[str] = []

    class Mine(hooks.SDKInitHook, hooks.BeforeRequestHook, hooks.AfterSuccessHook, hooks.AfterErrorHook):  # type: ignore[misc]  # as above
        def sdk_init(self, base_url: str, client: Any) -> tuple[str, Any]:
            seen.append(base_url)
            return base_url, client

        def before_request(self, hook_ctx: Any, request: Any) -> Any:
            seen.append(hook_ctx.operation_id)
            return request

        def after_success(self, hook_ctx: Any, response: Any) -> Any:
            seen.append(str(response.status_code))
            return response

        def after_error(self, hook_ctx: Any, response: Any, error: Any) -> Any:
            return ValueError("refused")

    def init_hooks(hooks: Any) -> None:
        hook = Mine()
        hooks.register_sdk_init_hook(hook)
        hooks.register_before_request_hook(hook)
        hooks.register_after_success_hook(hook)
        hooks.register_after_error_hook(hook)

    monkeypatch.setattr(part(quay, "_hooks.registration"), "init_hooks", init_hooks)
    with quay.Quay(key="k", server_url=server.url) as sdk:
        sdk.boats.create_boat(name="a")
        with pytest.raises(ValueError, match="refused"):
            sdk.boats.create_boat(name="gone")
    assert seen == [server.url, "createBoat", "200", "createBoat"]
    assert part(quay, "_hooks").BeforeRequestHook is hooks.BeforeRequestHook
