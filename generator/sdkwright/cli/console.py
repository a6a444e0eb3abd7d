"""What a run prints: results on stdout, problems on stderr; or everything as one JSON value; or as annotations.

Colour and the name of the running stage show only on a terminal.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import Any, TextIO

from sdkwright.cli.text import colours
from sdkwright.cli.text.failures import failed_call
from sdkwright.cli.text.few import Few
from sdkwright.cli.text.problems import as_github, as_json, as_text
from sdkwright.problems import Problem

DONE, FAILED, INTERRUPTED = 0, 1, 130
"""Exit statuses: it is done; it could not be, or something differs; somebody ended it."""


class Console:
    """The one that prints."""

    def __init__(self, format_name: str, *, quiet: bool = False, all_warnings: bool = False) -> None:
        """`quiet` leaves out what only says that work was done; `all_warnings` shows more than a few of a kind."""
        self._format = format_name
        self._quiet = quiet
        self._few = Few(every=all_warnings)
        self._problems: dict[Problem, None] = {}
        self._result: dict[str, Any] = {}
        self._status: Any = None
        self._spinner: Any = None
        self.left: Callable[[], str] = lambda: "Nothing was written."
        """What a run leaves that ends now."""

    def problems(self, problems: Iterable[Problem], *, every: bool = False) -> None:
        """Prints problems, each once however often it is reported; of warnings for people a few of a kind, unless
        `every` one is asked for."""
        for problem in problems:
            if problem in self._problems:
                continue
            self._problems[problem] = None
            if self._format == "github":
                self._write(sys.stdout, as_github(problem))
            elif self._format == "text" and self._few.shows(problem, every=every):
                text = as_text(problem)
                self._write(sys.stderr, colours.problem(problem.severity, text) if _colour(sys.stderr) else text)

    @property
    def told(self) -> tuple[Problem, ...]:
        """The problems so far."""
        return tuple(self._problems)

    def say(self, line: str) -> None:
        """Prints a line of the result."""
        if self._format == "json":
            return
        self._write(sys.stdout, line)

    def note(self, line: str) -> None:
        """Prints a line that says what was done; nothing if quiet is asked for."""
        if not self._quiet:
            self.say(line)

    def diff(self, text: str) -> list[str]:
        """The lines of a unified diff of one file, in colours if they are printed on a terminal."""
        lines = text.splitlines()
        return colours.diff(lines) if self._format == "text" and _colour(sys.stdout) else lines

    def say_all(self, lines: Iterable[str]) -> None:
        """Prints lines of the result."""
        for line in lines:
            self.say(line)

    def result(self, **values: Any) -> None:
        """Adds to the result that `--format json` prints."""
        self._result |= values

    def end(self, status: int) -> int:
        """Prints what was kept for the end, and returns the status; says on the other stream what cannot be printed."""
        try:
            self._finish(status)
            sys.stdout.flush()
        except BrokenPipeError:
            return unread()
        except OSError as error:
            Console("text").problems([failed_call(error)])
            return FAILED
        return status

    def _finish(self, status: int) -> None:
        if self._format == "json":
            value = {"status": status, "problems": [as_json(problem) for problem in self._problems], **self._result}
            self._write(sys.stdout, json.dumps(value, indent=2))
        elif self._format == "text" and (total := self._few.total()) is not None:
            self._write(sys.stderr, total)

    def interrupted(self) -> int:
        """Says what somebody's Ctrl-C has left, and returns the exit status."""
        self._write(sys.stderr, f"Interrupted. {self.leaves()}")
        return self.end(INTERRUPTED)

    def leaves(self) -> str:
        """What this run leaves, as far as it is now."""
        return self.left()

    def stage(self, name: str) -> None:
        """Shows on a terminal which stage is running."""
        if self._status is not None:
            self._spinner.update(text=f"{name} …")
            self._status.start()

    def settle(self) -> None:
        """Shows no more stages: what runs now goes on until somebody ends it."""
        if self._status is not None:
            self._status.stop()
            self._status = None

    @contextmanager
    def progress(self) -> Generator[None]:
        """Shows stages while the work inside runs, if a person is watching."""
        if self._quiet or self._format != "text" or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
            yield
            return
        from rich.console import Console as Terminal
        from rich.live import Live
        from rich.spinner import Spinner

        self._spinner, terminal = Spinner("dots", "starting …", style="status.spinner"), Terminal(stderr=True)
        # What is printed stays as it is: rich would take long lines and colours apart.
        with Live(
            self._spinner, console=terminal, transient=True, redirect_stdout=False, redirect_stderr=False
        ) as status:
            self._status = status
            try:
                yield
            finally:
                self._status = None

    def _write(self, stream: TextIO, text: str) -> None:
        """Prints `text`; what the stream's encoding lacks is escaped rather than an error.

        No stage is shown until the next one begins.
        """
        if self._status is not None:
            self._status.stop()
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def unread() -> int:
    """Nobody reads on: no complaint at exit either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED


def _colour(stream: TextIO) -> bool:
    """Whether colours are wanted: on a terminal, unless NO_COLOR or a dumb terminal says otherwise."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
