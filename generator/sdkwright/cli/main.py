"""The run of one command: what was typed, the command that does it, and the exit status of whatever comes of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from sdkwright.cli.attempt import attempt, console_of
from sdkwright.cli.commands import command
from sdkwright.cli.console import Console
from sdkwright.cli.typed.parser import parser


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; wrong usage ends in SystemExit(2)."""
    typed = parser().read(argv)
    console = console_of(typed)
    try:
        return attempt(typed, _run, console)
    except KeyboardInterrupt:
        return console.interrupted()


def _run(typed: argparse.Namespace, console: Console) -> int:
    """The command, whose modules are imported where what they raise is said."""
    return command(typed.command)(typed, console)
