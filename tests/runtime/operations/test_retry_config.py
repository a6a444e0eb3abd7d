"""What callers say about retries: which answers, how often, and until when."""

from __future__ import annotations

from typing import Any

import pytest
from sdkwright.runtime import operation as op
from sdkwright.runtime.operations.policy import policy_of, server_wait_ms
from sdkwright.runtime.retries import BackoffStrategy, RetryConfig

from runtime import toy
from runtime.loopback import Answer, Loopback, answer
from runtime.toy import GET_PET, WAYS, Clock, call

every_way = pytest.mark.parametrize("way", WAYS)
ON = RetryConfig("backoff", BackoffStrategy(100, 10_000, 2.0, 60_000), False)
OK = answer({"id": "1"})
BUSY = Answer(503, b"busy", {"Content-Type": "text/plain"})


def sdk(server: Loopback, **more: Any) -> dict[str, Any]:
    return {"server_url": server.url, "api_key": "k", **more}


def test_a_configuration_may_name_codes_of_its_own() -> None:
    policy = policy_of(RetryConfig(status_codes=[418, "5XX"]), op.Retries(status_codes=("429",)))
    assert policy is not None
    assert [status for status in (418, 429, 500, 599) if policy.covers(status)] == [418, 500, 599]


@pytest.mark.parametrize(
    ("config", "attempts"),
    [
        (RetryConfig("attempt-count-backoff", BackoffStrategy(1, 1, 1.0, 60_000)), 4),
        (RetryConfig("attempt-count-backoff", BackoffStrategy(1, 1, 1.0, 60_000), max_retries=1), 2),
        (RetryConfig("backoff", BackoffStrategy(1, 1, 1.0, 60_000), max_retries=0), 1),
        (RetryConfig("backoff", BackoffStrategy(1_000, 1_000, 1.0, 60_000), deadline_ms=2_500), 3),
        (RetryConfig("attempt-count-backoff", BackoffStrategy(1_000, 1_000), max_retries=9, deadline_ms=1_500), 2),
    ],
)
@every_way
def test_attempts_are_counted_and_have_a_deadline(
    way: str, config: RetryConfig, attempts: int, server: Loopback
) -> None:
    server.otherwise = BUSY
    with pytest.raises(toy.APIError):
        call(way, GET_PET, sdk=sdk(server), timing=Clock().timing(), options={"retries": config})
    assert len(server.requests) == attempts


def test_a_configuration_is_equal_to_one_that_says_the_same() -> None:
    config = RetryConfig(max_retries=2, status_codes=["5XX"], deadline_ms=10)
    assert config == RetryConfig(max_retries=2, status_codes=("5XX",), deadline_ms=10)
    assert config != RetryConfig(max_retries=3)
    assert len({config, RetryConfig(max_retries=2, status_codes=["5XX"], deadline_ms=10)}) == 1
    assert repr(config) == (
        "RetryConfig('backoff', BackoffStrategy(500, 60000, 1.5, 3600000), False, "
        "max_retries=2, status_codes=('5XX',), deadline_ms=10)"
    )


USELESS = [
    "0", "-1", "0.0", "nan", "inf", "1e999", "1e308", "9" * 400, "1_0", "x", "\u0661",
    "Wed, 21 Oct 2015 07:28:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 -2359",
    "Mon, 01 Jan 0001 00:00:00 +2359", "Wed, 99 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:00 +99999999",
    "Wed, 21 Oct 99999999999999999999 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:00 99999999999999999999",
]  # fmt: skip


@pytest.mark.parametrize("name", ["Retry-After", "Retry-After-Ms"])
@pytest.mark.parametrize("value", [one for one in USELESS if one.isascii()])
def test_a_wait_that_is_none_is_the_backoff_with_its_jitter(server: Loopback, name: str, value: str) -> None:
    server.answers.extend([Answer(503, b"busy", {"Content-Type": "text/plain", name: value}), OK])
    clock = Clock(random=0.25)
    call("sync", GET_PET, sdk=sdk(server), timing=clock.timing(), options={"retries": ON})
    assert clock.sleeps == pytest.approx([0.35])


@pytest.mark.parametrize("value", USELESS)
def test_such_a_wait_is_none(value: str) -> None:
    assert server_wait_ms({"retry-after-ms": value, "retry-after": value}, 1_700_000_000.0) is None
