"""How calls are tried again, as callers say it; `operations/policy` makes of it what a call follows."""

from __future__ import annotations

from collections.abc import Iterable


class BackoffStrategy:
    """Exponential backoff; all times in milliseconds."""

    __slots__ = ("exponent", "initial_interval", "max_elapsed_time", "max_interval")

    def __init__(
        self,
        initial_interval: float = 500,
        max_interval: float = 60_000,
        exponent: float = 1.5,
        max_elapsed_time: float = 3_600_000,
    ) -> None:
        self.initial_interval = initial_interval
        self.max_interval = max_interval
        self.exponent = exponent
        self.max_elapsed_time = max_elapsed_time

    def _values(self) -> tuple[float, float, float, float]:
        return self.initial_interval, self.max_interval, self.exponent, self.max_elapsed_time

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BackoffStrategy) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"BackoffStrategy({', '.join(map(repr, self._values()))})"


class RetryConfig:
    """How a client or a call retries.

    Args:
        strategy: `backoff`, or `attempt-count-backoff`, which stops after `max_retries` (3 if not given) as well.
            Anything else means that nothing is retried.
        backoff: How long to wait between attempts.
        retry_connection_errors: Whether network failures and timeouts are tried again, too.
        max_retries: How many attempts may follow the first; None: any number.
        status_codes: Which answers are tried again (`429`, `"5XX"`) in place of those that the document names.
        deadline_ms: The milliseconds that all attempts have together: none begins later, and one that still runs is
            given up with the HTTP library's `ReadTimeout`; None: no deadline.
    """

    __slots__ = ("backoff", "deadline_ms", "max_retries", "retry_connection_errors", "status_codes", "strategy")

    def __init__(
        self,
        strategy: str = "backoff",
        backoff: BackoffStrategy | None = None,
        retry_connection_errors: bool = False,
        *,
        max_retries: int | None = None,
        status_codes: Iterable[int | str] | None = None,
        deadline_ms: float | None = None,
    ) -> None:
        self.strategy = strategy
        self.backoff = backoff if backoff is not None else BackoffStrategy()
        self.retry_connection_errors = retry_connection_errors
        self.max_retries = max_retries
        self.status_codes = None if status_codes is None else tuple(map(str, status_codes))
        self.deadline_ms = deadline_ms

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in sorted(self.__slots__))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RetryConfig) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        named = {name: getattr(self, name) for name in ("max_retries", "status_codes", "deadline_ms")}
        given = [f"{name}={value!r}" for name, value in named.items() if value is not None]
        shown = [repr(self.strategy), repr(self.backoff), repr(self.retry_connection_errors), *given]
        return f"RetryConfig({', '.join(shown)})"
