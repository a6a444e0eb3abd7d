"""Clients: made late, shared by threads, one per event loop, left alone by forks, never closed if supplied."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import anyio
import pytest
from sdkwright.runtime import operation as op

from runtime import toy
from runtime.loopback import Loopback, answer
from runtime.toy import GET_PET, WAYS, Toy, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _answers(server: Loopback) -> None:
    server.otherwise = answer({"id": "1"})


def told_by(code: str) -> str:
    """What a fresh interpreter prints."""
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    ran = subprocess.run([sys.executable, "-I", "-c", start + code], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def test_the_constructor_and_import_load_no_library() -> None:
    code = """
from sdkwright.runtime import operation, sdk
from sdkwright.runtime.configuration import Configuration
from sdkwright.runtime.errors import SDKError
made = sdk.SDKBase(Configuration("p", "1", "p", "P", *[lambda: SDKError] * 3, lambda: None))
heavy = "pydantic httpx httpx2 anyio asyncio dataclasses inspect logging ssl json".split()
print(sorted({*heavy} & {*sys.modules}))
"""
    assert told_by(code) == "[]"


def test_sync_calls_load_no_async_half() -> None:
    code = (
        "from sdkwright.runtime.send import transport\nprint('sdkwright.runtime.send.transport_async' in sys.modules)"
    )
    assert told_by(code) == "False"


@every_way
def test_use_after_close_is_an_error(server: Loopback, way: str) -> None:
    client = Toy(server_url=server.url)
    if way == "sync":
        with client:
            client.run(GET_PET)
        client.close()
        with pytest.raises(RuntimeError, match="closed"):
            client.run(GET_PET)
        with pytest.raises(RuntimeError, match="closed"), client:
            pass
        return

    async def work() -> None:
        async with client:
            await client.run_async(GET_PET)
            client.run(GET_PET)
        await client.aclose()
        with pytest.raises(RuntimeError, match="closed"):
            await client.run_async(GET_PET)
        with pytest.raises(RuntimeError, match="closed"):
            async with client:
                pass

    anyio.run(work, backend=way)


@every_way
def test_closing_closes_the_connections(server: Loopback, way: str) -> None:
    call(way, GET_PET, sdk={"server_url": server.url})
    assert server.until_no_connection_is_open()


def test_connections_are_kept_alive(server: Loopback) -> None:
    with Toy(server_url=server.url) as client:
        for _ in range(3):
            client.run(GET_PET)
    assert len({request.connection for request in server.requests}) == 1


def test_threads_share_one_client(server: Loopback) -> None:
    clients: list[Any] = []
    start = threading.Barrier(8)
    with Toy(server_url=server.url) as client:

        def work() -> None:
            start.wait()
            client.run(GET_PET)
            clients.append(client._core.clients.client())

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(clients) == 8
    assert len(set(map(id, clients))) == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_async_client_survives_repeated_runs(server: Loopback, backend: str) -> None:
    client = Toy(server_url=server.url)
    seen: list[Any] = []

    async def work() -> None:
        await client.run_async(GET_PET)
        await client.run_async(GET_PET)
        seen.append(await client._core.clients.async_client())

    for _ in range(3):
        anyio.run(work, backend=backend)
    assert len(set(map(id, seen))) == 3
    assert all(each.is_closed for each in seen), "each ends with its event loop"
    assert client._core.clients._async_clients == {}
    client.close()


def test_event_loops_in_several_threads(server: Loopback) -> None:
    client = Toy(server_url=server.url)
    results: list[Any] = []

    async def work() -> None:
        results.extend([await client.run_async(GET_PET) for _ in range(3)])

    threads = [
        threading.Thread(target=lambda backend=backend: anyio.run(work, backend=backend))
        for backend in ("asyncio", "trio", "asyncio", "trio")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 12
    client.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the platform has no fork")
def test_a_forked_child_makes_its_own_connection(server: Loopback) -> None:
    code = (
        "import os, sys\n"
        f"sys.path.insert(0, {str(ROOT / 'tests')!r}); sys.path.insert(0, {str(ROOT)!r})\n"
        "from runtime.toy import GET_PET, Toy\n"
        f"client = Toy(server_url={server.url!r})\n"
        "assert client.run(GET_PET).id == '1'\n"
        "client._core.clients._lock.acquire()\n"  # as if another thread held it, as one does hold these
        "import threading\n"
        "from sdkwright.runtime import model\n"
        "from sdkwright.runtime.adapter import library, one_by_one\n"
        "from sdkwright.runtime.values import codec\n"
        "held, done = threading.Event(), threading.Event()\n"
        "def hold():\n"
        "    with codec._making, one_by_one._deep, library._making_context:\n"
        "        held.set()\n"
        "        done.wait()\n"
        "holder = threading.Thread(target=hold)\n"
        "holder.start()\n"
        "held.wait()\n"
        "pid = os.fork()\n"
        "if pid == 0:\n"
        "    assert client.run(GET_PET).id == '1'\n"
        "    assert codec.codec(list[int]).read(b'[1]') == [1]\n"
        "    type('New', (model.BaseModel,), {'__annotations__': {'a': int}, '__module__': 'new'})(a=1)\n"
        "    client.close()\n"
        "    os._exit(0)\n"
        "done.set()\n"
        "holder.join()\n"
        "client._core.clients._lock.release()\n"
        "status = os.waitpid(pid, 0)[1]\n"
        "assert client.run(GET_PET).id == '1'\n"
        "client.close()\n"
        "sys.exit(status)\n"
    )
    command = [sys.executable, "-W", "error::ResourceWarning", "-W", "ignore::DeprecationWarning", "-c", code]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (ran.returncode, ran.stderr) == (0, "")
    connections = [request.connection for request in server.requests]
    assert connections[0] == connections[2] != connections[1]


@pytest.mark.parametrize("library", ["httpx2", "httpx"])
@pytest.mark.parametrize("configured", ["httpx2", "httpx"])
@every_way
def test_supplied_clients(server: Loopback, way: str, library: str, configured: str) -> None:
    module = pytest.importorskip(library)
    settings = configuration(http_library=configured)
    given: dict[str, Any] = {
        "headers": {"X-Mine": "1", "User-Agent": "mine/1", "Accept": "text/html"},
        "cookies": {"a": "b"},
        "params": {"p": "q"},
    }
    asked = operation(cookies=(op.Cookie("c", "c"),), query=(op.Query("x", "x"),))

    def check() -> None:
        sent = server.last
        assert (sent.header("X-Mine"), sent.all("User-Agent")) == ("1", ["mine/1"])
        assert sent.all("Accept") == ["application/json"]
        assert sent.all("Cookie") == ["a=b; c=d"]
        assert sent.all("Authorization") == ["Bearer k"]
        assert sent.all("Host") == [server.url.removeprefix("http://")]

    if way == "sync":
        with module.Client(**given) as client:
            with Toy(settings, server_url=server.url, api_key="k", client=client) as made:
                assert made.run(asked, c="d", x="1").id == "1"
            assert not client.is_closed
        check()
        return

    async def work() -> None:
        async with module.AsyncClient(**given) as client:
            async with Toy(settings, server_url=server.url, api_key="k", async_client=client) as made:
                assert (await made.run_async(asked, c="d", x="1")).id == "1"
            assert not client.is_closed

    anyio.run(work, backend=way)
    check()


def test_a_supplied_client_s_auth_and_base_url_apply(server: Loopback) -> None:
    import httpx2

    settings = configuration(servers=())
    with httpx2.Client(auth=("u", "p"), base_url=server.url + "/base") as client:
        Toy(settings, client=client).run(GET_PET)
    assert server.last.target == "/base/pets"
    assert str(server.last.header("Authorization")).startswith("Basic ")
    with pytest.raises(ValueError, match="server_url"):
        call("sync", GET_PET, settings=settings)


def test_a_plain_supplied_client_sends_our_user_agent(server: Loopback) -> None:
    import httpx2

    with httpx2.Client() as client:
        Toy(server_url=server.url, client=client).run(toy.SEND_PET, request={"id": "1"})
    assert [str(agent).split("/")[0] for agent in server.last.all("User-Agent")] == ["toy-sdk"]
    assert server.last.all("Content-Length") == ["10"]
    assert server.last.all("Content-Type") == ["application/json"]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_create_async(server: Loopback, backend: str) -> None:
    async def work() -> None:
        async with Toy.create_async(server_url=server.url) as client:
            assert (await client.run_async(GET_PET)).id == "1"
        with pytest.raises(RuntimeError, match="closed"):
            await client.run_async(GET_PET)
        other = await Toy.create_async(server_url=server.url)
        assert (await other.run_async(GET_PET)).id == "1"
        await other.aclose()

    anyio.run(work, backend=backend)


def test_preload_prepares_the_operations(server: Loopback) -> None:
    settings = configuration(module="runtime", resources=("toy",))
    asked = toy.GET_PET
    asked.prepared = None
    with Toy(settings, server_url=server.url) as client:
        client.preload()
        assert asked.prepared is not None
        handler = asked.prepared.responses.handler(200, "application/json")
        assert handler is not None
        assert handler._codec is not None
        assert client._core.clients._client is not None
        assert server.requests == []


def test_no_class_and_no_object_stays_behind(server: Loopback) -> None:
    import httpx2

    def handler(request: Any) -> Any:
        return httpx2.Response(200, json={"id": "1"})

    with httpx2.Client(transport=httpx2.MockTransport(handler)) as supplied:
        client = Toy(client=supplied, api_key="k")
        for _ in range(20):
            client.run(GET_PET)
        gc.collect()
        before, classes = len(gc.get_objects()), _classes()
        for _ in range(200):
            client.run(GET_PET)
        gc.collect()
        assert _classes() == classes
        assert len(gc.get_objects()) - before < 50


def _classes() -> int:
    """How many classes there are; asked of `type(…)`, since `isinstance` would wake lazy proxies of other libraries."""
    return sum(1 for each in gc.get_objects() if issubclass(type(each), type))


def test_a_dropped_sdk_object_does_nothing(server: Loopback) -> None:
    """It can be collected, and its collection sends nothing and closes nothing of a supplied client."""
    import httpx2

    with httpx2.Client() as supplied:
        client = Toy(server_url=server.url, client=supplied)
        client.run(GET_PET)
        del client
        gc.collect()
        assert not supplied.is_closed
