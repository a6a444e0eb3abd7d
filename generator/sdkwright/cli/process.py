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
from typing import NoReturn

from sdkwright.cli.commands import FAILED, main


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


def run() -> NoReturn:
    """The command `sdkwright`: runs what was typed and ends the process."""
    with uncollected():
        status = main()
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except BrokenPipeError:
                status = FAILED
        os._exit(status)  # The system takes all of the memory back at once.
