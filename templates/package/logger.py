"""The logger of an SDK that is given none."""

from .._runtime.logs import Logger as Logger
from .._runtime.logs import default_logger

__all__ = ["Logger", "get_default_logger"]


def get_default_logger() -> Logger:
    """What `debug_logger` is if the environment asks for one, else a logger of nothing."""
    return default_logger({{ page.environment_prefix }}, {{ page.module_literal }})
