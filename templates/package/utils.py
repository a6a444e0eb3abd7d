"""Retry configuration, streams, the logger, and reading and keeping what a server sent outside of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.dates import parse_datetime as parse_datetime
    from .._runtime.reading import from_response as from_response
    from .._runtime.reading import to_response as to_response
    from .._runtime.retries import BackoffStrategy as BackoffStrategy
    from .._runtime.retries import RetryConfig as RetryConfig
    from . import eventstreaming as eventstreaming
    from . import logger as logger
    from . import retries as retries
    from .logger import Logger as Logger
    from .logger import get_default_logger as get_default_logger
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            "._runtime.dates": ("parse_datetime",),
            "._runtime.reading": ("from_response", "to_response"),
            "._runtime.retries": ("BackoffStrategy", "RetryConfig"),
            "logger": ("Logger", "get_default_logger"),
        },
        ("eventstreaming", "logger", "retries"),
    )
