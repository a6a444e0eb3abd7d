"""The run of one command: what was typed, the command that does it, and the exit status of whatever comes of it."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

from sdkwright.cli.commands import command
from sdkwright.cli.console import FAILED, Console, unread
from sdkwright.cli.steps import RefusedError, told
from sdkwright.cli.text.failures import failed_call, unexpected
from sdkwright.cli.typed.parser import parser
from sdkwright.problems import ProblemsError


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; wrong usage ends in SystemExit(2)."""
    typed = parser().read(argv)
    console = Console(typed.format, quiet=typed.quiet, all_warnings=getattr(typed, "all_warnings", False))
    try:
        with console.progress():
            status = command(typed.command)(typed, console)
        sys.stdout.flush()
    except ProblemsError as error:
        strict = getattr(typed, "strict", False)
        console.problems(told(strict, error.problems), every=strict)
        status = FAILED
    except RefusedError:
        console.say("Nothing was written: --strict makes every warning an error.")
        status = FAILED
    except KeyboardInterrupt:
        return console.interrupted()
    except BrokenPipeError:
        return unread()
    except OSError as error:
        console.problems([failed_call(error)])
        status = FAILED
    except Exception as error:
        if typed.debug:
            traceback.print_exc()
        console.problems([unexpected(error)])
        status = FAILED
    return console.end(status)
