"""How long a call may take: whose limit counts, what it bounds, and when it is looked at.  The clock is the test's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import httpx
import httpx2
import pytest
from sdkwright.runtime import operation as op
from sdkwright.runtime.hooks import Hooks
from sdkwright.runtime.retries import BackoffStrategy, RetryConfig

from runtime import toy
from runtime.loopback import Answer, Loopback, Received, answer
from runtime.toy import GET_PET, WAYS, Clock, Toy, call, configuration, operation

every_way = pytest.mark.parametrize("way", WAYS)
STREAM = operation(responses=(op.Events("200", "text/event-stream", lambda: toy.Pet, data_only=True),))


class Requests:
    """A hook that keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[Any] = []

    def before_request(self, _: Any, request: Any) -> Any:
        self.sent.append(request)
        return request

    def register(self, hooks: Hooks) -> None:
        hooks.register_before_request_hook(self)

    @property
    def last(self) -> dict[str, float | None]:
        """What the library was told."""
        return dict(self.sent[-1].extensions["timeout"])


def run(server: Loopback | None, way: str = "sync", *, limit: Any, clock: Clock | None = None, **more: Any) -> Any:
    """A call with a limit."""
    options = {"timeout_ms": limit, **more.pop("options", {})}
    sdk = {**({} if server is None else {"server_url": server.url}), **more.pop("sdk", {})}
    return call(way, more.pop("asked", GET_PET), sdk=sdk, timing=(clock or Clock()).timing(), options=options, **more)


def chunks(clock: Clock, seconds: float, *pieces: bytes) -> Any:
    """Chunks before each of which time passes."""

    class Slow:
        def __iter__(self) -> Iterator[bytes]:
            for piece in pieces:
                clock.now += seconds
                yield piece

    return Slow()


def dripping(clock: Clock, seconds: float, kind: str, *pieces: bytes, redirected: bool = False) -> httpx2.MockTransport:
    """A transport whose answers have a length and come piece by piece; a redirect may stand before them."""

    class Slow(httpx2.SyncByteStream, httpx2.AsyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield from chunks(clock, seconds, *pieces)

        async def __aiter__(self) -> Any:
            for piece in chunks(clock, seconds, *pieces):
                yield piece

    def handler(request: Any) -> Any:
        if redirected and request.url.path != "/again":
            clock.now += 1.0
            return httpx2.Response(307, headers={"Location": "/again"})
        length = str(sum(map(len, pieces)))
        return httpx2.Response(200, headers={"Content-Type": kind, "Content-Length": length}, stream=Slow())

    return httpx2.MockTransport(handler)


def after(clock: Clock, seconds: float, given: Answer) -> Callable[[Received], Answer]:
    """An answer for which time passes before its headers."""

    def respond(_: Received) -> Answer:
        clock.now += seconds
        return given

    return respond


# ------------------------------------------------------------------------------------------------- whose limit counts


@pytest.mark.parametrize("library", ["httpx2", "httpx"])
@pytest.mark.parametrize(
    ("method", "constructor", "operation_ms", "client", "expected"),
    [
        (1, 2, 3, 4.0, 0.001),
        (None, 2, 3, 4.0, 0.002),
        (None, None, 3, 4.0, 4.0),
        (None, None, None, 4.9, 4.9),
        (None, None, None, 5.0, 5.0),
        (None, None, None, 5.1, 5.1),
        (None, None, None, None, None),
        (None, None, 3, "default", 5.0),
    ],
)
def test_a_supplied_client(
    library: str, method: Any, constructor: Any, operation_ms: Any, client: Any, expected: float | None
) -> None:
    module = import_module(library)
    seen: list[Any] = []

    def handler(request: Any) -> Any:
        seen.append(request.extensions["timeout"]["read"])
        return module.Response(200, json={"id": "1"})

    more = {} if client == "default" else {"timeout": client}
    with module.Client(transport=module.MockTransport(handler), **more) as supplied:
        made = Toy(configuration(timeout_ms=7_000), timeout_ms=constructor, client=supplied)
        made._core.timing = Clock().timing()
        made.run(operation(timeout_ms=operation_ms), options={"timeout_ms": method})
    assert seen == [expected]


@every_way
@pytest.mark.parametrize(
    ("method", "operation_ms", "expected"),
    [
        (None, None, (10.0, 600.0)),
        (None, 30_000, (10.0, 30.0)),
        (4_000, 30_000, (4.0, 4.0)),
        (2_500.0, None, (2.5, 2.5)),
    ],
)
def test_our_own_client_gives_up_connecting_sooner(
    server: Loopback, way: str, method: Any, operation_ms: int | None, expected: tuple[float, float]
) -> None:
    server.otherwise = answer({"id": "1"})
    seen = Requests()
    settings = configuration(timeout_ms=600_000, init_hooks=lambda: seen.register)
    asked = operation(timeout_ms=operation_ms, responses=STREAM.responses)
    server.otherwise = Answer(200, b"", {"Content-Type": "text/event-stream"})
    run(server, way, limit=method, settings=settings, asked=asked)
    connect, whole = expected
    assert seen.last == {"connect": connect, "read": whole, "write": whole, "pool": whole}


@every_way
@pytest.mark.parametrize("kind", [httpx2.Timeout, httpx.Timeout])
@pytest.mark.parametrize("supplied", [None, ("httpx2", {}), ("httpx", {"timeout": 3.0})])
def test_a_timeout_of_a_library(server: Loopback, way: str, kind: Any, supplied: Any) -> None:
    server.otherwise = answer({"id": "1"})
    seen = Requests()
    settings = configuration(init_hooks=lambda: seen.register)
    limit = kind(9.0, connect=2.0, pool=None)
    assert run(server, way, limit=limit, supplied=supplied, settings=settings) == toy.Pet(id="1")
    assert seen.last == {"connect": 2.0, "read": 9.0, "write": 9.0, "pool": None}
    run(server, way, limit=None, sdk={"timeout_ms": limit}, supplied=supplied, settings=settings)
    assert seen.last == {"connect": 2.0, "read": 9.0, "write": 9.0, "pool": None}


def test_what_is_no_timeout_is_named(server: Loopback) -> None:
    with pytest.raises(
        TypeError, match="timeout_ms is a number of milliseconds or the HTTP library's Timeout, not '5'"
    ):
        run(server, limit="5")
    assert server.requests == []


# --------------------------------------------------------------------------------------------------- what it bounds


@every_way
def test_the_headers_come_too_late(server: Loopback, way: str) -> None:
    clock = Clock()
    server.respond = after(clock, 5.1, answer({"id": "1"}))
    with pytest.raises(httpx2.ReadTimeout) as caught:
        run(server, way, limit=5_000, clock=clock)
    assert caught.value.request.url.path == "/pets"
    with pytest.raises(httpx2.ReadTimeout):
        run(server, way, limit=5_000, clock=clock, asked=STREAM)
    assert run(server, way, limit=5_200, clock=clock) == toy.Pet(id="1")


@every_way
@pytest.mark.parametrize("named", [True, False])
def test_a_body_that_drips(server: Loopback, way: str, named: bool) -> None:
    """No read takes long, all of them do; with the length in the headers or without."""
    clock = Clock()
    body = (b'{"id": ', b'"1"', b"}")
    headers = {"Content-Type": "application/json", **({"Content-Encoding": "identity"} if named else {})}
    server.otherwise = Answer(200, b"", headers, chunks=chunks(clock, 2.0, *body))
    with pytest.raises(httpx2.ReadTimeout):
        run(server, way, limit=5_000, clock=clock)
    assert server.until_no_connection_is_open()
    server.otherwise = Answer(200, b"", headers, chunks=chunks(clock, 2.0, *body))
    assert run(server, way, limit=6_500, clock=clock) == toy.Pet(id="1")


@every_way
def test_a_plain_body_that_drips(way: str) -> None:
    clock = Clock()
    transport = dripping(clock, 3.0, "application/json", b'{"id"', b': "1"}')
    with pytest.raises(httpx2.ReadTimeout) as caught:
        run(None, way, limit=5_000, clock=clock, supplied=("httpx2", {"transport": transport}))
    assert caught.value.request.url.path == "/pets"
    found = run(None, way, limit=7_000, clock=clock, supplied=("httpx2", {"transport": transport}))
    assert found == toy.Pet(id="1")


@every_way
def test_a_body_that_breaks_off_names_its_request(way: str) -> None:
    class Broken(httpx2.SyncByteStream, httpx2.AsyncByteStream):
        closed = 0

        def __iter__(self) -> Iterator[bytes]:
            yield b'{"id"'
            raise httpx2.ReadError("gone")

        async def __aiter__(self) -> Any:
            for piece in self:
                yield piece

        def close(self) -> None:
            Broken.closed += 1

        async def aclose(self) -> None:
            Broken.closed += 1

    def handler(_: Any) -> Any:
        headers = {"Content-Type": "application/json", "Content-Length": "11"}
        return httpx2.Response(200, headers=headers, stream=Broken())

    with pytest.raises(httpx2.ReadError, match="gone") as caught:
        run(None, way, limit=5_000, supplied=("httpx2", {"transport": httpx2.MockTransport(handler)}))
    assert (caught.value.request.url.path, Broken.closed) == ("/pets", 1)


@every_way
def test_a_server_that_stalls_has_what_is_left(server: Loopback, way: str) -> None:
    clock = Clock()
    seen = Requests()
    settings = configuration(init_hooks=lambda: seen.register)
    server.respond = after(clock, 3.0, answer({"id": "1"}))
    run(server, way, limit=5_000, clock=clock, settings=settings)
    assert seen.last["read"] == 2.0
    run(server, way, limit=httpx2.Timeout(5.0), clock=clock, settings=settings)
    assert seen.last["read"] == 5.0


@every_way
def test_redirects_are_part_of_the_attempt(server: Loopback, way: str) -> None:
    clock = Clock()
    server.respond = after(clock, 3.0, Answer(302, b"", {"Location": "/again"}))
    with pytest.raises(httpx2.ReadTimeout):
        run(server, way, limit=5_000, clock=clock, sdk={"follow_redirects": True})
    assert len(server.requests) == 2


@every_way
def test_a_stream_has_the_limit_for_each_gap(way: str) -> None:
    clock = Clock()
    seen = Requests()
    settings = configuration(init_hooks=lambda: seen.register)
    transport = dripping(clock, 4.0, "text/event-stream", *[b'data: {"id": "1"}\n\n'] * 3, redirected=True)

    def read(stream: Any) -> Any:
        return list(stream)

    async def read_async(stream: Any) -> Any:
        return [one async for one in stream]

    found = run(
        None,
        way,
        limit=5_000,
        clock=clock,
        asked=STREAM,
        settings=settings,
        supplied=("httpx2", {"transport": transport, "follow_redirects": True}),
        then=read if way == "sync" else read_async,
    )
    assert found == [toy.Pet(id="1")] * 3
    assert seen.last["read"] == 5.0


# ----------------------------------------------------------------------------------------------------- all attempts


@every_way
@pytest.mark.parametrize("limit", [60_000, httpx2.Timeout(60.0)])
def test_a_deadline_ends_the_attempt_that_runs(server: Loopback, way: str, limit: Any) -> None:
    clock = Clock()
    seen = Requests()
    settings = configuration(init_hooks=lambda: seen.register)
    config = RetryConfig("backoff", BackoffStrategy(1_000, 1_000, 1.0), retry_connection_errors=True, deadline_ms=9_000)
    server.respond = after(clock, 3.0, Answer(503))
    with pytest.raises(httpx2.ReadTimeout):  # three attempts of three seconds, and the waits between them
        run(server, way, limit=limit, clock=clock, options={"retries": config}, settings=settings)
    assert (len(server.requests), clock.sleeps) == (3, [1.0, 1.0])


@every_way
def test_the_last_attempt_has_what_the_deadline_leaves(server: Loopback, way: str) -> None:
    clock = Clock()
    seen = Requests()
    settings = configuration(init_hooks=lambda: seen.register)
    config = RetryConfig("backoff", BackoffStrategy(1_000, 1_000, 1.0), deadline_ms=9_000)
    server.answers.extend([Answer(503), answer({"id": "1"})])
    run(server, way, limit=60_000, clock=clock, options={"retries": config}, settings=settings)
    assert [request.extensions["timeout"]["connect"] for request in seen.sent] == [9.0, 8.0]


@every_way
def test_an_attempt_begins_its_own_time(server: Loopback, way: str) -> None:
    clock = Clock()
    server.answers.extend([Answer(503)] * 3 + [answer({"id": "1"})])
    given = [server.answers.popleft() for _ in range(4)]
    rest = iter(given)

    def respond(_: Received) -> Answer:
        clock.now += 4.0
        return next(rest)

    server.respond = respond
    config = RetryConfig("backoff", BackoffStrategy(1_000, 1_000, 1.0))
    assert run(server, way, limit=5_000, clock=clock, options={"retries": config}) == toy.Pet(id="1")
