"""Locks, and what else a forked child finds in the state of a thread that is not there any more."""

from __future__ import annotations

import os
from threading import RLock
from types import TracebackType
from typing import Protocol
from weakref import WeakSet


class Renewable(Protocol):
    """What holds a lock or a connection."""

    def after_fork(self) -> None: ...


_held: WeakSet[Renewable] = WeakSet()


def renew_in_forks(owner: Renewable) -> None:
    """Have `owner.after_fork()` called in every child that is forked from now on, as long as somebody else holds it."""
    _held.add(owner)


def _after_fork_in_child() -> None:
    for owner in list(_held):
        owner.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork_in_child)


class ProcessLock:
    """A re-entrant lock of the whole process that a forked child finds open."""

    def __init__(self) -> None:
        self._lock = RLock()
        renew_in_forks(self)

    def after_fork(self) -> None:
        """In a forked child: a thread that held it in the parent is not there any more."""
        self._lock = RLock()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._lock.release()
