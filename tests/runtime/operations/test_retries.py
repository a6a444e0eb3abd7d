"""The retry policy by itself, and the loops that follow it."""

from __future__ import annotations

import email.utils
from typing import Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime import operation as op
from sdkwright.runtime.adapter.timing import Timing
from sdkwright.runtime.configuration import Retries
from sdkwright.runtime.operations.policy import (
    backoff_ms,
    document_policy,
    next_wait_ms,
    policy_of,
    server_wait_ms,
)
from sdkwright.runtime.retries import BackoffStrategy, RetryConfig

from runtime import toy
from runtime.loopback import Answer, Loopback, Received, answer
from runtime.toy import GET_PET, SEND_PET, WAYS, Clock, call, operation

every_way = pytest.mark.parametrize("way", WAYS)
DEFAULTS = document_policy(Retries())
ON = RetryConfig("backoff", BackoffStrategy(100, 10_000, 2.0, 60_000), False)
BUSY = Answer(503, b"busy", {"Content-Type": "text/plain"})
OK = answer({"id": "1"})


def test_the_defaults() -> None:
    assert (DEFAULTS.initial_ms, DEFAULTS.max_interval_ms) == (500, 60_000)
    assert (DEFAULTS.exponent, DEFAULTS.max_elapsed_ms) == (1.5, 3_600_000)
    assert [status for status in range(100, 600) if DEFAULTS.covers(status)] == [429, 500, 502, 503, 504]
    assert BackoffStrategy() == BackoffStrategy(500, 60_000, 1.5, 3_600_000)
    assert policy_of(RetryConfig(), None) == DEFAULTS
    assert policy_of(RetryConfig(), Retries(status_codes=())) == DEFAULTS
    assert RetryConfig().retry_connection_errors is False


def test_codes_may_be_classes() -> None:
    policy = document_policy(Retries(status_codes=("418", "5XX")))
    covered = [status for status in range(100, 600) if policy.covers(status)]
    assert covered == [418, *range(500, 600)]


def test_a_strategy_that_is_not_backoff_switches_off() -> None:
    assert policy_of(RetryConfig("none"), None) is None
    assert policy_of(None, Retries()) is None


def test_a_configuration_keeps_the_codes_of_the_document() -> None:
    policy = policy_of(ON, Retries(status_codes=("418",)))
    assert policy is not None
    assert (policy.covers(418), policy.covers(503), policy.initial_ms) == (True, False, 100)


@given(
    st.integers(0, 10_000),
    st.floats(0, 1, exclude_max=True),
    st.sampled_from([0, 1, 1.5, 2, 10, 1e300]),
    st.sampled_from([0, 1, 500, 1e308]),
)
def test_backoff_grows_to_the_maximum_and_never_overflows(
    attempt: int, chance: float, exponent: float, initial: float
) -> None:
    policy = policy_of(RetryConfig("backoff", BackoffStrategy(initial, 60_000, exponent)), None)
    assert policy is not None
    wait = backoff_ms(policy, attempt, lambda: chance)
    assert 0 <= wait <= 60_000
    if attempt < 10 and exponent < 1e300:
        assert wait == pytest.approx(min(initial * exponent**attempt + chance * 1000, 60_000))


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"retry-after-ms": "250"}, 250),
        ({"retry-after-ms": "250", "retry-after": "9"}, 250),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9_000),
        ({"retry-after": "1.5"}, 1_500),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "later"}, None),
        ({"retry-after": email.utils.formatdate(1_030, usegmt=True)}, 30_000),
        ({"retry-after": email.utils.formatdate(900, usegmt=True)}, None),
        ({"retry-after": "0"}, None),
        ({"retry-after-ms": "0", "retry-after": "2"}, 2_000),
        ({"retry-after": "Thu, 99 Foo 2025 00:00:00 GMT"}, None),
    ],
)
def test_what_the_server_asks_for(headers: dict[str, str], wait: float | None) -> None:
    assert server_wait_ms(headers, 1_000.0) == wait


@given(st.text())
def test_no_header_breaks_the_policy(text: str) -> None:
    wait = server_wait_ms({"retry-after-ms": text, "retry-after": text}, 1_000.0)
    assert wait is None or wait >= 0


def test_stopping() -> None:
    policy = document_policy(Retries(max_elapsed_time=1_000, initial_interval=400, exponent=1.0))
    assert next_wait_ms(policy, 0, 0, None, lambda: 0) == 400
    assert next_wait_ms(policy, 5, 600, None, lambda: 0) == 400
    assert next_wait_ms(policy, 5, 601, None, lambda: 0) is None
    assert next_wait_ms(policy, 0, 1_001, 0, lambda: 0) is None
    assert next_wait_ms(policy, 0, 0, 1_001, lambda: 0) is None
    assert next_wait_ms(policy, 0, 0, 1_000, lambda: 0) == 1_000


# ------------------------------------------------------------------------------------------------------- whole calls


def sdk(server: Loopback, **more: Any) -> dict[str, Any]:
    return {"server_url": server.url, "api_key": "k", **more}


@every_way
def test_nothing_is_retried_unless_it_is_asked_for(server: Loopback, way: str) -> None:
    server.answers.extend([BUSY, OK])
    with pytest.raises(toy.APIError) as caught:
        call(way, GET_PET, sdk=sdk(server))
    assert (caught.value.status_code, len(server.requests)) == (503, 1)


@every_way
def test_waits_grow_between_attempts(server: Loopback, way: str) -> None:
    server.answers.extend([BUSY, BUSY, BUSY, OK])
    clock = Clock(random=0.25)
    result = call(way, GET_PET, sdk=sdk(server), timing=clock.timing(), options={"retries": ON})
    assert result == toy.Pet(id="1")
    assert clock.sleeps == pytest.approx([0.35, 0.45, 0.65])
    assert len(server.requests) == 4


@every_way
def test_the_last_answer_takes_its_error_path(server: Loopback, way: str) -> None:
    server.otherwise = Answer(503, b"still busy", {"Content-Type": "text/plain"})
    clock = Clock()
    config = RetryConfig("backoff", BackoffStrategy(1_000, 1_000, 1.0, 3_500))
    with pytest.raises(toy.APIError) as caught:
        call(way, GET_PET, sdk=sdk(server), timing=clock.timing(), options={"retries": config})
    assert (caught.value.status_code, caught.value.body, clock.sleeps) == (503, "still busy", [1.0, 1.0, 1.0])


@pytest.mark.parametrize(
    ("method", "client", "own", "document", "attempts"),
    [
        ("on", None, None, None, 2),
        (None, "on", None, None, 1),
        ("unset", "on", None, None, 2),
        ("unset", None, "on", "on", 1),
        ("unset", "unset", "on", None, 2),
        ("unset", "unset", None, "on", 2),
        ("unset", "unset", None, None, 1),
    ],
)
def test_who_decides_whether(
    server: Loopback, method: Any, client: Any, own: str | None, document: str | None, attempts: int
) -> None:
    meant = {"on": ON, "unset": toy.UNSET, None: None}
    rows = Retries(initial_interval=1, status_codes=("503",))
    server.answers.extend([BUSY, OK])
    settings = toy.configuration(retries=rows if document else None)
    asked = operation(retries=rows if own else None)
    arguments: dict[str, Any] = {
        "settings": settings,
        "timing": Clock().timing(),
        "sdk": sdk(server, retry_config=meant[client]),
        "options": {"retries": meant[method]},
    }
    if attempts == 1:
        with pytest.raises(toy.APIError):
            call("sync", asked, **arguments)
    else:
        assert call("sync", asked, **arguments) == toy.Pet(id="1")
    assert len(server.requests) == attempts


@every_way
def test_the_server_s_wish_replaces_the_backoff(server: Loopback, way: str) -> None:
    hurry = Answer(429, b"", {"retry-after-ms": "20", "Retry-After": "60"})
    server.answers.extend([hurry, Answer(503, b"", {"Retry-After": "3"}), OK])
    clock = Clock()
    call(way, GET_PET, sdk=sdk(server), timing=clock.timing(), options={"retries": ON})
    assert clock.sleeps == [0.02, 3.0]


@every_way
def test_a_wish_beyond_what_is_left_stops(server: Loopback, way: str) -> None:
    server.otherwise = Answer(503, b"", {"Retry-After": "61"})
    clock = Clock()
    with pytest.raises(toy.APIError):
        call(way, GET_PET, sdk=sdk(server), timing=clock.timing(), options={"retries": ON})
    assert (clock.sleeps, len(server.requests)) == ([], 1)


@every_way
@pytest.mark.parametrize("library", ["httpx2", "httpx"])
def test_dropped_connections(server: Loopback, way: str, library: str) -> None:
    settings = toy.configuration(http_library=library)
    module = pytest.importorskip(library)
    server.answers.extend([Answer(drop=True)])
    with pytest.raises(module.RemoteProtocolError):
        call(way, GET_PET, settings=settings, sdk=sdk(server), options={"retries": ON})
    clock = Clock()
    server.answers.extend([Answer(drop=True), Answer(drop=True), OK])
    config = RetryConfig("backoff", BackoffStrategy(100, 10_000, 2.0, 60_000), True)
    arguments: dict[str, Any] = {"settings": settings, "sdk": sdk(server), "timing": clock.timing()}
    assert call(way, GET_PET, options={"retries": config}, **arguments) == toy.Pet(id="1")
    assert clock.sleeps == [0.1, 0.2]


@every_way
@pytest.mark.parametrize("library", ["httpx2", "httpx"])
@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("ConnectError", True),
        ("ReadError", True),
        ("WriteError", True),
        ("ConnectTimeout", True),
        ("ReadTimeout", True),
        ("RemoteProtocolError", True),
        ("LocalProtocolError", False),
        ("UnsupportedProtocol", False),
    ],
)
def test_which_failures_of_a_supplied_client_are_tried_again(way: str, library: str, name: str, again: bool) -> None:
    module = pytest.importorskip(library)
    failure = getattr(module, name)("lost")
    tried: list[Any] = []

    def handle(request: Any) -> Any:
        tried.append(request)
        if len(tried) == 1:
            raise failure
        return module.Response(200, json={"id": "1"})

    transport = module.MockTransport(handle)
    clients = {"client": module.Client(transport=transport), "async_client": module.AsyncClient(transport=transport)}
    config = RetryConfig("backoff", BackoffStrategy(100, 10_000, 2.0, 60_000), True)
    arguments: dict[str, Any] = {"sdk": clients, "timing": Clock().timing(), "options": {"retries": config}}
    if again:
        assert call(way, GET_PET, **arguments) == toy.Pet(id="1")
        assert len(set(map(id, tried))) == 2
    else:
        with pytest.raises(type(failure)) as caught:
            call(way, GET_PET, **arguments)
        assert caught.value is failure
        assert len(tried) == 1


@every_way
def test_an_exception_is_raised_as_it_was(way: str) -> None:
    import httpx2

    config = RetryConfig("backoff", BackoffStrategy(1_000, 1_000, 1.0, 2_000), True)
    clock = Clock()
    options = {"server_url": "http://127.0.0.1:1"}
    with pytest.raises(httpx2.ConnectError):
        call(way, GET_PET, sdk=options, timing=clock.timing(), options={"retries": config})
    assert clock.sleeps == [1.0, 1.0]


@every_way
def test_timeouts_are_the_librarys(server: Loopback, way: str) -> None:
    import threading

    import httpx2

    hold = threading.Event()
    server.otherwise = Answer(wait=hold)
    try:
        with pytest.raises(httpx2.TimeoutException):  # on a busy machine already that of connecting
            call(way, GET_PET, sdk=sdk(server), options={"timeout_ms": 30})
    finally:
        hold.set()


@every_way
def test_a_body_that_cannot_be_sent_again_gets_one_attempt(server: Loopback, way: str) -> None:
    server.otherwise = BUSY
    upload = operation(method="POST", body=op.BinaryBody("request"))

    def chunks() -> Any:
        yield b"once"

    with pytest.raises(toy.APIError):
        call(way, upload, sdk=sdk(server), timing=Clock().timing(), options={"retries": ON}, request=chunks())
    assert [sent.body for sent in server.requests] == [b"once"]


@every_way
def test_a_seekable_body_is_rewound(server: Loopback, way: str) -> None:
    import io

    server.answers.extend([BUSY, OK])
    file = io.BytesIO(b"skipped and sent")
    file.seek(12)
    upload = operation(method="POST", body=op.BinaryBody("request"))
    call(way, upload, sdk=sdk(server), timing=Clock().timing(), options={"retries": ON}, request=file)
    assert [sent.body for sent in server.requests] == [b"sent", b"sent"]


@every_way
def test_the_idempotency_key_stays_over_attempts(server: Loopback, way: str) -> None:
    server.answers.extend([BUSY, OK])
    asked = operation(method="POST", idempotency_header="Idempotency-Key")
    call(way, asked, sdk=sdk(server), timing=Clock().timing(), options={"retries": ON})
    first, second = (sent.header("Idempotency-Key") for sent in server.requests)
    assert first == second


@every_way
def test_a_json_body_is_the_same_at_each_attempt(server: Loopback, way: str) -> None:
    server.answers.extend([BUSY, OK])
    call(way, SEND_PET, sdk=sdk(server), timing=Clock().timing(), options={"retries": ON}, request={"id": "9"})
    assert [sent.body for sent in server.requests] == [b'{"id":"9"}'] * 2


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_cancellation_is_never_caught(server: Loopback, backend: str) -> None:
    server.otherwise = BUSY
    config = RetryConfig("backoff", BackoffStrategy(60_000, 60_000, 1.0, 600_000), True)

    async def work() -> bool:
        async with toy.Toy(**sdk(server)) as client:
            with anyio.move_on_after(0.2) as scope:
                await client.run_async(GET_PET, options={"retries": config})
            return scope.cancelled_caught

    assert anyio.run(work, backend=backend)
    assert len(server.requests) == 1


def test_wrong_retries_are_refused(server: Loopback) -> None:
    with pytest.raises(TypeError, match="RetryConfig"):
        call("sync", GET_PET, sdk=sdk(server), options={"retries": 3})


def test_discarded_answers_are_closed_before_sleeping(server: Loopback) -> None:
    """The connection is free again: the next attempt goes over the same one."""
    server.answers.extend([BUSY, OK])
    seen: list[int] = []

    def respond(received: Received) -> Answer:
        seen.append(received.connection)
        return server.answers.popleft()

    server.respond = respond
    call("sync", GET_PET, sdk=sdk(server), timing=Clock().timing(), options={"retries": ON})
    assert len(set(seen)) == 1


def test_the_operation_decides_before_the_document(server: Loopback) -> None:
    settings = toy.configuration(retries=Retries(initial_interval=1, status_codes=("418",)))
    own = operation(retries=Retries(initial_interval=1, status_codes=("503",)))
    for status, attempts in ((503, 2), (418, 1)):
        server.requests.clear()
        server.answers.extend([Answer(status, b""), OK])
        try:
            call("sync", own, settings=settings, timing=Clock().timing(), sdk=sdk(server))
        except toy.APIError:
            server.answers.clear()
        assert len(server.requests) == attempts


@every_way
def test_a_discarded_stream_is_closed_before_sleeping(way: str) -> None:
    watched = toy.Watched((202, "text/plain"), (200, "application/json"))
    rows = (op.Download("202", "text/plain"), op.Json("200", "application/json", lambda: toy.Pet))
    asked = operation(responses=rows, retries=Retries(status_codes=("202",)))
    seen: list[list[int]] = []

    def sleep(seconds: float) -> None:
        seen.append(list(watched.closed))

    async def sleep_async(seconds: float) -> None:
        sleep(seconds)

    timing = Timing(sleep=sleep, sleep_async=sleep_async)
    assert call(way, asked, timing=timing, sdk=watched.options()) == toy.Pet(id="1")
    assert seen == [[202]]
