"""Locks of the whole process."""

from __future__ import annotations

import os
from threading import RLock
from types import TracebackType


class ProcessLock:
    """A re-entrant lock that a forked child finds open: a thread that held it in the parent is not there any more."""

    def __init__(self) -> None:
        self._lock = RLock()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._renew)

    def _renew(self) -> None:
        self._lock = RLock()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._lock.release()
