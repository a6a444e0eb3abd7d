"""One command carried out: whatever comes of it is said, and is an exit status."""

from __future__ import annotations

import argparse
import sys
import traceback

from sdkwright.cli.commands import Command
from sdkwright.cli.console import FAILED, Console, unread
from sdkwright.cli.steps import RefusedError, told
from sdkwright.cli.text.failures import failed_call, unexpected
from sdkwright.problems import ProblemsError


def console_of(typed: argparse.Namespace) -> Console:
    """The one that prints what was typed."""
    return Console(typed.format, quiet=typed.quiet, all_warnings=getattr(typed, "all_warnings", False))


def attempt(typed: argparse.Namespace, run: Command, console: Console) -> int:
    """Runs a command and returns its exit status.  Raises KeyboardInterrupt."""
    try:
        with console.progress():
            status = run(typed, console)
        sys.stdout.flush()
    except ProblemsError as error:
        strict = getattr(typed, "strict", False)
        console.problems(told(strict, error.problems), every=strict)
        status = FAILED
    except RefusedError:
        console.say("Nothing was written: --strict makes every warning an error.")
        status = FAILED
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
