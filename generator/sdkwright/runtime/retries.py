"""How calls are tried again, as callers say it; `operations/policy` makes of it what a call follows."""

from __future__ import annotations


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
    """How a client or a call retries.  `strategy` is `backoff`; anything else means that nothing is retried."""

    __slots__ = ("backoff", "retry_connection_errors", "strategy")

    def __init__(
        self,
        strategy: str = "backoff",
        backoff: BackoffStrategy | None = None,
        retry_connection_errors: bool = False,
    ) -> None:
        self.strategy = strategy
        self.backoff = backoff if backoff is not None else BackoffStrategy()
        self.retry_connection_errors = retry_connection_errors

    def _values(self) -> tuple[str, BackoffStrategy, bool]:
        return self.strategy, self.backoff, self.retry_connection_errors

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RetryConfig) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"RetryConfig({', '.join(map(repr, self._values()))})"
