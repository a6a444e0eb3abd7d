"""Hooks of this SDK: `registration` is yours."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .types import *  # noqa: F403 - whatever hooks are made of can be imported from the package
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__, {}, ("registration", "types"), others=".types"
    )
