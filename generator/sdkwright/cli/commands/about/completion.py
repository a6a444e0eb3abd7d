"""`sdkwright completion`: the script by which a shell completes what is typed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import cast

import shtab

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.typed.parser import parser

PLACES = {"FILE": shtab.FILE, "DOCUMENT": shtab.FILE, "FOLDER": shtab.DIRECTORY}
"""What the help calls an argument -> what the shell looks for."""


def run(typed: argparse.Namespace, console: Console) -> int:
    top = parser()
    for action in _actions(top):
        if action.metavar in PLACES:
            action.complete = PLACES[action.metavar]  # type: ignore[attr-defined]  # shtab reads it there
    script = shtab.complete(top, typed.shell)
    console.say(script.rstrip("\n"))
    console.result(script=script)
    return DONE


def _actions(found: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every action of a parser and of its commands."""
    for action in found._actions:  # pyright: ignore[reportPrivateUsage] - there is no public list
        yield action
        choices = cast("object", action.choices)
        if isinstance(choices, dict):
            for command in cast("dict[str, argparse.ArgumentParser]", choices).values():
                yield from _actions(command)
