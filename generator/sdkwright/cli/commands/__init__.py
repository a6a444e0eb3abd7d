"""The commands: a module each, with a `run` from what was typed to an exit status; imported when it is typed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import cast

from sdkwright.cli.console import Console

Command = Callable[[argparse.Namespace, Console], int]
_ABOUT = frozenset({"completion", "explain", "schema"})
"""Those that say something of sdkwright itself."""


def command(name: str) -> Command:
    """What does the work of the command `name`, one of those that the parser knows."""
    place = f"about.{name}" if name in _ABOUT else name
    return cast("Command", import_module(f"{__name__}.{place}").run)
