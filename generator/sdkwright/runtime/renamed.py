"""Old names that still work: every use warns, and leads to what has the new name.

This module is light; only modules in which something was renamed import it.
"""

from __future__ import annotations

import functools
import inspect
import sys
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

__all__ = ["Formerly", "old_member", "renamed", "take_old_names", "warn_of"]

T = TypeVar("T")


def warn_of(old: str, new: str, stacklevel: int) -> None:
    """A `DeprecationWarning`; `stacklevel` 1 is the caller of this function."""
    warnings.warn(f"`{old}` is now `{new}`", DeprecationWarning, stacklevel=stacklevel + 1)


def renamed(names: Mapping[str, str]) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Decorates a function some of whose arguments had other names: `names` maps old ones to new ones.

    Raises TypeError in a call that gives both.  What type checkers allow stands in overloads beside the function.
    """

    def decorate(function: Callable[..., T]) -> Callable[..., T]:
        @functools.wraps(function)
        def call(*args: object, **given: object) -> T:
            for old in names.keys() & given.keys():
                new = names[old]
                if new in given:
                    raise TypeError(f"{function.__name__}() got `{new}` and its old name `{old}`")
                warn_of(old, new, 2)
                given[new] = given.pop(old)
            return function(*args, **given)

        if sys.version_info >= (3, 12) and inspect.iscoroutinefunction(function):
            return inspect.markcoroutinefunction(call)
        return call

    return decorate


@dataclass(frozen=True, slots=True)
class Formerly:
    """Annotates a field with a name that it had before, which the constructor still takes."""

    name: str


def take_old_names(names: Mapping[str, str], values: Any) -> Any:
    """The caller's values for the fields of a model, under the new names; what has both names is left as it is, and so
    is what is no dictionary."""
    if type(values) is not dict:
        return values
    given: dict[Any, Any] = {**values}
    for old, new in names.items():
        if old in given and new not in given:
            warn_of(old, new, 4)  # through the validator and pydantic's constructor
            given[new] = given.pop(old)
    return given


class _OldMember:
    """An attribute of an enum class that is no member of it, and leads to one."""

    __slots__ = ("_new", "_old")

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new

    def __get__(self, instance: object, owner: Any) -> Any:
        warn_of(self._old, self._new, 2)
        return owner[self._new]


old_member: Final = _OldMember
"""Makes the old name of a member, `ASC = old_member("ASC", "ASCENDING")`; it is no member of its own."""
