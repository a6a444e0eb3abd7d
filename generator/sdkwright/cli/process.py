"""What a run does to its own process, which ends with it.

A run makes trees of frozen values and needs nearly all of them to its end.  The collector of circles would walk through
them again and again to find nothing, and to take them apart one by one at the end serves nobody.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from sdkwright.cli.console import FAILED
from sdkwright.cli.main import main


@contextmanager
def uncollected() -> Generator[None]:
    """The collector of circles rests while the work inside runs."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _stand_in() -> None:
    """Something for each stream that was closed before: without it Python has None there, and the first files that a
    run opens would be taken for what it reads and prints."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stands_in = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - to the end of the process
            setattr(sys, name, stands_in)


def run() -> NoReturn:
    """The command `sdkwright`: runs what was typed and ends the process."""
    with uncollected():
        _stand_in()
        status = main()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:  # Nobody reads it, or the disk is full: where it could be said, it was.
                status = FAILED
        os._exit(status)  # The system takes all of the memory back at once.
