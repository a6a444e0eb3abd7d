"""`asyncMode: split`: two clients whose methods have the same names, each against a server; one alone is a context."""

from __future__ import annotations

import asyncio
import shutil
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import iscoroutinefunction, signature, unwrap
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from wire.work import generated

from tests.runtime.loopback import Answer, Loopback, Received, answer

from .packages import imported

CASE = Path(__file__).parents[1] / "cases" / "docs_async_split"
EVENTS = b"data: wuff\n\ndata: wau\n\n"
TRIES = count()


def _answer(request: Received) -> Answer:
    path, _, query = request.target.partition("?")
    match request.method, path:
        case "GET", "/dogs" if "color=busy" in query and next(TRIES) % 2 == 0:
            return answer({"message": "Later"}, 503)
        case "GET", "/dogs" if "color=none" in query:
            return answer({"message": "No dogs here"}, 404)
        case "GET", "/dogs":
            last = "cursor=2" in query
            return answer({"dogs": [{"name": "Bo" if last else "Rex"}], **({} if last else {"next": "2"})})
        case "POST", "/dogs":
            return answer({"name": "Rex"}, 201)
        case "GET", "/dogs/1/photo":
            return Answer(200, b"photo", {"Content-Type": "application/octet-stream"})
        case "GET", "/barks":
            return Answer(200, EVENTS, {"Content-Type": "text/event-stream"})
        case "GET", "/owners/1":
            return answer({"name": "Ada"})
    return Answer(204)


@pytest.fixture(scope="module")
def server() -> Iterator[Loopback]:
    with Loopback() as loopback:
        loopback.respond = _answer
        yield loopback


@pytest.fixture(scope="module")
def kennel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    out = tmp_path_factory.mktemp("split") / "out"
    generated(CASE / "spec.yaml", out, CASE / "gen.yaml")
    shutil.copy(CASE / "names.lock", out)  # In which some things have other names.
    with imported(CASE / "spec.yaml", out, CASE / "gen.yaml") as target:
        yield import_module(target.names.module)


def sync(kennel: ModuleType, server: Loopback, **more: Any) -> Any:
    return kennel.Kennel(key="k", server_url=server.url, **more)


def asynchronous(kennel: ModuleType, server: Loopback, **more: Any) -> Any:
    return kennel.AsyncKennel(key="k", server_url=server.url, **more)


def noting(hooked: list[str]) -> Callable[[Any], None]:
    """Registers a hook that notes the operations of requests."""

    class Noting:
        def before_request(self, context: Any, request: Any) -> Any:
            hooked.append(context.operation_id)
            return request

    return lambda hooks: hooks.register_before_request_hook(Noting())


def members(one: type) -> set[str]:
    return {name for name in dir(one) if not name.startswith("_")}


def test_both_have_the_same_members_and_each_its_own_kind(kennel: ModuleType) -> None:
    pairs = [(kennel.Kennel, kennel.AsyncKennel)]
    for module, name in (("dogs", "Dogs"), ("photos", "Photos"), ("owners_sdk", "OwnersSDK")):
        found = import_module(f"{kennel.__name__}.{module}")
        pairs.append((getattr(found, name), getattr(found, f"Async{name}")))
    for plain, twin in pairs:
        own = {"close", "aclose", "create_async"}
        assert members(plain) - own == members(twin) - own
        methods = [name for name, value in vars(plain).items() if callable(value) and not name.startswith("_")]
        assert methods
        assert not any(iscoroutinefunction(unwrap(vars(plain)[name])) for name in methods)
        assert all(iscoroutinefunction(unwrap(vars(twin)[name])) for name in methods)
    assert members(kennel.Kennel) ^ members(kennel.AsyncKennel) == {"close", "aclose", "create_async"}


def test_each_is_a_context_of_its_own_kind(kennel: ModuleType, server: Loopback) -> None:
    async def run() -> None:
        with pytest.raises(TypeError):
            async with sync(kennel, server):
                raise AssertionError

    asyncio.run(run())
    with pytest.raises(TypeError), asynchronous(kennel, server):
        raise AssertionError
    assert "async_client" not in signature(kennel.Kennel).parameters
    assert "client" not in signature(kennel.AsyncKennel).parameters


def test_what_is_exported(kennel: ModuleType) -> None:
    assert {"Kennel", "AsyncKennel"} <= {*dir(kennel)}
    assert {"Kennel", "AsyncKennel"} <= {*kennel.__all__}
    assert kennel.AsyncOwners is kennel.models.AsyncOwners


def test_sync_calls(kennel: ModuleType, server: Loopback) -> None:
    hooked: list[str] = []
    with sync(kennel, server, hooks=noting(hooked)) as sdk:
        assert [dog.name for dog in sdk.dogs.list().items()] == ["Rex", "Bo"]
        assert sdk.dogs.add(name="Rex", http_headers={"X-A": "b"}).name == "Rex"
        assert server.last.header("X-A") == "b"
        with sdk.async_dogs.barks() as events:
            assert [event.data for event in events] == ["wuff", "wau"]
        with sdk.dogs.photos.photo(id="1") as photo:
            assert photo.read() == b"photo"
        sdk.dogs.photos.send_photo(id="1", file={"file_name": "a.png", "content": b"png"})
        assert b"png" in server.last.body
        assert sdk.health(timeout_ms=5000) is None
        raw = sdk.with_raw_response(sdk.dogs.list)(color="none", retries=None)
        assert (raw.status_code, raw.error.data.message) == (404, "No dogs here")
    with pytest.raises(RuntimeError):
        sdk.health()
    assert hooked[:3] == ["listDogs", "listDogs", "addDog"]


def test_async_calls(kennel: ModuleType, server: Loopback) -> None:
    hooked: list[str] = []

    async def run() -> None:
        async with asynchronous(kennel, server, hooks=noting(hooked)) as sdk:
            assert [dog.name async for dog in (await sdk.dogs.list()).items()] == ["Rex", "Bo"]
            first = await sdk.dogs.list()
            assert (await (await first.next()).next()) is None
            assert (await sdk.dogs.add(name="Rex", http_headers={"X-A": "c"})).name == "Rex"
            assert server.last.header("X-A") == "c"
            async with await sdk.async_dogs.barks() as events:
                assert [event.data async for event in events] == ["wuff", "wau"]
            async with await sdk.dogs.photos.photo(id="1") as photo:
                assert await photo.read() == b"photo"
            await sdk.dogs.photos.send_photo(id="1", file={"file_name": "a.png", "content": b"png"})
            assert b"png" in server.last.body
            assert await sdk.health(timeout_ms=5000) is None
            raw = await sdk.with_raw_response(sdk.dogs.list)(color="none", retries=None)
            assert (raw.status_code, raw.error.data.message) == (404, "No dogs here")
        with pytest.raises(RuntimeError):
            await sdk.health()
        async with kennel.AsyncKennel.create_async(key="k", server_url=server.url) as sdk:
            assert isinstance(sdk, kennel.AsyncKennel)
            assert await sdk.health() is None

    asyncio.run(run())
    assert hooked[:2] == ["listDogs", "listDogs"]


def test_both_retry(kennel: ModuleType, server: Loopback) -> None:
    before = len(server.requests)
    with sync(kennel, server) as sdk:
        assert sdk.dogs.list(color="busy").result.dogs[0].name == "Rex"

    async def run() -> None:
        async with asynchronous(kennel, server) as sdk:
            assert (await sdk.dogs.list(color="busy")).result.dogs[0].name == "Rex"

    asyncio.run(run())
    assert len(server.requests) - before == 4


def test_old_names_work_in_both_and_warn(kennel: ModuleType, server: Loopback) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        with kennel.Pound(key="k", server_url=server.url, customer="north") as sdk:
            assert sdk.dogs.find(colour="red").result.dogs[0].name == "Rex"
            assert server.last.target == "/dogs?color=red"
            assert server.last.header("tenant") == "north"
            assert sdk.keepers.get_owner(id="1").name == "Ada"

        async def run() -> None:
            async with kennel.AsyncPound(key="k", server_url=server.url, customer="south") as sdk:
                assert (await sdk.dogs.find(colour="red")).result.dogs[0].name == "Rex"
                assert server.last.header("tenant") == "south"
                assert (await sdk.keepers.get_owner(id="1")).name == "Ada"

        asyncio.run(run())
    texts = [str(one.message) for one in told if issubclass(one.category, DeprecationWarning)]
    for old in ("customer", "colour", "find", "keepers"):
        assert sum(f"`{old}`" in text for text in texts) == 2, (old, texts)
    for old in ("Pound", "AsyncPound"):
        assert any(old in text for text in texts), texts
