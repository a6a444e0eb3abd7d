"""Retry configuration, the types of streams, and reading a date-time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.dates import parse_datetime as parse_datetime
from .._runtime.retries import BackoffStrategy as BackoffStrategy
from .._runtime.retries import RetryConfig as RetryConfig

if TYPE_CHECKING:
    from . import eventstreaming as eventstreaming
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(__name__, {}, ("eventstreaming",))
