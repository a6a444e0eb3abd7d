"""A parser of what is typed that asks "did you mean": commands, options and their choices."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn, cast

from sdkwright.problems import nearest


class Parser(argparse.ArgumentParser):
    """An `ArgumentParser` whose complaints name what was probably meant."""

    def read(self, args: Sequence[str] | None = None) -> argparse.Namespace:
        """As `parse_args`, but an unknown option is a complaint of the command that it was typed for, and who types
        nothing at all is told what there is."""
        if not (sys.argv[1:] if args is None else args):
            self.print_help(sys.stderr)
            self.exit(2)
        found, unknown = self.parse_known_args(args)
        if unknown:
            command = self._commands().get(getattr(found, "command", None) or "", self)
            command.unknown(unknown)
        return found

    def unknown(self, words: Sequence[str]) -> NoReturn:
        """Ends the run for words that mean nothing."""
        options = [option for action in self._actions for option in action.option_strings]
        hints = [_meant(word.partition("=")[0], options) for word in words if word.startswith("-")]
        self.error(f"unrecognized arguments: {' '.join(words)}" + "".join(hints))

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        try:
            super()._check_value(action, value)
        except argparse.ArgumentError as error:
            hint = _meant(str(value), [str(choice) for choice in action.choices or ()])
            message = error.message if "you meant" in error.message else error.message + hint
            raise argparse.ArgumentError(action, message) from None

    def _commands(self) -> dict[str, Parser]:
        for action in self._actions:
            choices = cast("object", action.choices)
            if isinstance(choices, dict):  # Only the action of the commands has a mapping of them.
                found = cast("dict[str, object]", choices)
                return {name: command for name, command in found.items() if isinstance(command, Parser)}
        return {}


def _meant(word: str, known: Iterable[str]) -> str:
    near = nearest(word, known) if len(word) < 60 else None
    return f"; did you mean {near}?" if near else ""
