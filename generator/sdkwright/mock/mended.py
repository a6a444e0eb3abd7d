"""A value without the parts that its schema does not allow, as far as they may be missing.

What is made, and what documents have as examples, is made for types; a keyword that no type shows may still refuse it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from sdkwright.ir.types import Json
from sdkwright.mock.pages import at
from sdkwright.openapi.checks.values import Steps

Misfits: TypeAlias = Callable[[Json], Sequence[Steps]]
"""Where a value is not allowed, as paths into it."""

_MOST_ROUNDS: Final = 20


def mended(value: Json, misfits: Misfits) -> Json:
    """The value without what is not allowed, and without what is not allowed then; as it was where that does not end
    in a value that is allowed."""
    told = copy.deepcopy(value)
    for _ in range(_MOST_ROUNDS):
        found = misfits(told)
        if not found:
            return told
        if () in found:
            break
        for path in sorted(set(found), key=_order, reverse=True):
            _leave_out(told, path)
    return value


def _leave_out(value: Json, path: Steps) -> None:
    """Removes a part if it is still there."""
    holder, last = at(value, path[:-1]), path[-1]
    if isinstance(holder, dict) and isinstance(last, str):
        holder.pop(last, None)
    elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        del holder[last]


def _order(path: Steps) -> list[tuple[int, str]]:
    """The later items of a list behind the earlier ones, and what is inside of a part behind it."""
    return [(step, "") if isinstance(step, int) else (-1, step) for step in path]
