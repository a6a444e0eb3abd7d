"""Retry configuration and the types of streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.retries import BackoffStrategy as BackoffStrategy
from .._runtime.retries import RetryConfig as RetryConfig

if TYPE_CHECKING:
    from . import eventstreaming as eventstreaming
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(__name__, {}, ("eventstreaming",))
