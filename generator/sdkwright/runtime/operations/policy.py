"""When a call is tried again, and after how long: a pure policy.  The loops that follow it are the transports'."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..values.rows import Row

if TYPE_CHECKING:
    from ..configuration import Retries
    from ..retries import RetryConfig

DEFAULT_STATUS_CODES = ("429", "500", "502", "503", "504")
ATTEMPT_COUNT = "attempt-count-backoff"
_MOST_RETRIES = 3
"""What `attempt-count-backoff` allows where no number is given."""
_JITTER_MS = 1000.0
_LONGEST_MS = 365 * 24 * 3_600_000.0
"""What a server asks for beyond that is a mistake."""


class Policy(Row):
    """What a call follows: `RetryConfig` or the document's `Retries`, with the operation's status codes."""

    initial_ms: float
    max_interval_ms: float
    exponent: float
    max_elapsed_ms: float
    exact: frozenset[int]
    classes: frozenset[int]
    """`5` stands for `5XX`."""
    connection_errors: bool
    max_retries: float
    """Infinite where only the time counts."""
    deadline_ms: float = math.inf
    """After the beginning of the first attempt; then the one that runs is given up, too."""

    def covers(self, status: int) -> bool:
        """Whether an answer with this status is tried again."""
        return status in self.exact or status // 100 in self.classes


def policy_of(config: RetryConfig | None, document: Retries | None) -> Policy | None:
    """The policy of a given configuration (None: off), with the status codes that the document names."""
    if config is None or config.strategy not in ("backoff", ATTEMPT_COUNT):
        return None
    back = config.backoff
    counted = config.strategy == ATTEMPT_COUNT
    named = document.status_codes if document is not None else ()
    deadline = math.inf if config.deadline_ms is None else config.deadline_ms
    return _policy(
        back.initial_interval,
        back.max_interval,
        back.exponent,
        min(back.max_elapsed_time, deadline),
        config.status_codes if config.status_codes is not None else named or DEFAULT_STATUS_CODES,
        config.retry_connection_errors,
        config.max_retries if config.max_retries is not None or not counted else _MOST_RETRIES,
        deadline,
    )


def document_policy(document: Retries) -> Policy:
    """The policy of `x-speakeasy-retries` alone."""
    return _policy(
        document.initial_interval,
        document.max_interval,
        document.exponent,
        document.max_elapsed_time,
        document.status_codes or DEFAULT_STATUS_CODES,
        document.retry_connection_errors,
        document.max_retries,
    )


def _policy(
    initial: float,
    max_interval: float,
    exponent: float,
    max_elapsed: float,
    codes: tuple[str, ...],
    connection: bool,
    most: int | None,
    deadline: float = math.inf,
) -> Policy:
    exact = frozenset(int(code) for code in codes if code.isdigit())
    classes = frozenset(int(code[0]) for code in codes if not code.isdigit())
    retries = math.inf if most is None else most
    return Policy(initial, max_interval, exponent, max_elapsed, exact, classes, connection, retries, deadline)


def backoff_ms(policy: Policy, attempt: int, random: Callable[[], float]) -> float:
    """`min(initial * exponent**n + U(0, 1 s), max_interval)`; `attempt` counts from 0; `random` is in [0, 1)."""
    try:
        grown = float(policy.initial_ms) * float(policy.exponent) ** attempt  # of integers, the power has no bound
    except OverflowError:
        grown = policy.max_interval_ms
    return max(0.0, min(grown + random() * _JITTER_MS, policy.max_interval_ms))


def server_wait_ms(headers: Mapping[str, str], now: float) -> float | None:
    """What the server asks for: `retry-after-ms`, then `Retry-After` in seconds or as an HTTP date (RFC 9110, 10.2.3).

    `now` is the time in seconds since the epoch.  None where nothing usable is said: zero and the past among it, since
    many clients that follow at once are what a server that is busy least needs, and what is a year away or more.
    """
    text = headers.get("retry-after")
    seconds = _number(text)
    asked = (
        _number(headers.get("retry-after-ms")),
        None if seconds is None else seconds * 1000.0,
        _until(text, now) if text and seconds is None else None,
    )
    return next((wait for wait in asked if wait is not None and 0.0 < wait < _LONGEST_MS), None)


def _number(text: str | None) -> float | None:
    """A number in digits; no NaN, no infinity."""
    if not text or not text.isascii() or not text.replace(".", "", 1).isdigit():
        return None
    return float(text)


def _until(text: str, now: float) -> float | None:
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return (moment.timestamp() - now) * 1000.0
    except (ValueError, TypeError, IndexError, OverflowError):  # no date, or one beyond the calendar
        return None


def next_wait_ms(
    policy: Policy, attempt: int, elapsed_ms: float, asked_ms: float | None, random: Callable[[], float]
) -> float | None:
    """The sleep before the next attempt, or None to stop: no attempt is left, or elapsed plus the sleep is too long."""
    if attempt >= policy.max_retries:
        return None
    wait = asked_ms if asked_ms is not None else backoff_ms(policy, attempt, random)
    return None if elapsed_ms + wait > policy.max_elapsed_ms else wait
