"""One run at a time writes to a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import BUSY

if sys.platform != "win32":
    import fcntl


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Holds the folder, which is there, for this process; the system lets it go when the process ends, however it ends.

    Windows cannot lock a folder: there two runs at once are the caller's to prevent.

    Raises ProblemsError if another process holds it.
    """
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            message = f"Another run of sdkwright is writing to `{folder}`"
            raise ProblemsError([Problem(Severity.ERROR, BUSY, message, position=Position(str(folder)))]) from None
        yield
    finally:
        os.close(handle)
