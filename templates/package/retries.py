"""How calls are tried again."""

from .._runtime.retries import BackoffStrategy as BackoffStrategy
from .._runtime.retries import RetryConfig as RetryConfig

__all__ = ["BackoffStrategy", "RetryConfig"]
