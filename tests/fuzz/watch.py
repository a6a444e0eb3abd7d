"""One run of the generator in this process, with somebody watching what it does and looking at what it leaves."""

from __future__ import annotations

import builtins
import contextlib
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casework.safety import IMPORTER, judge_output, judge_refusal
from sdkwright.cli.main import main
from sdkwright.output.survey import STAGING_PREFIX

LONGEST = 60
"""Seconds of a run, after which it counts as one that never ends; the slowest sound one takes a few."""
STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn", "socket.connect", "socket.bind")


class _Watcher:
    """Sees what this process does, from its first use on."""

    def __init__(self) -> None:
        self.roots: tuple[Path, ...] = ()
        """The only folders in which files may be written; none: nobody looks."""
        self.seen: list[str] = []
        vars(builtins)["canary"] = lambda *_: self.seen.append("the canary sang")
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.roots:
            return
        if event in STARTS:
            self.seen.append(f"{event} {arguments!r:.200}")
        elif event == "open" and isinstance(arguments[0], str) and (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
            self._written(arguments[0])
        elif event in ("os.rename", "os.link", "os.symlink"):
            self._written(os.fspath(arguments[1]))
        elif event in ("os.remove", "os.rmdir", "os.mkdir") and arguments[-1] == -1:  # Not inside of an open folder.
            self._written(os.fspath(arguments[0]))

    def _written(self, path: str) -> None:
        place = Path(os.path.abspath(path))  # noqa: PTH100 - resolving would be watched, too
        if path != os.devnull and not any(place.is_relative_to(root) for root in self.roots):
            self.seen.append(f"written outside: {path!r:.200}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run said and did."""

    status: int
    said: str
    out: Path


class HungError(BaseException):
    """A run took too long.  No Exception, so that the generator does not take it for one of its own."""


def _ring(*_: object) -> None:
    raise HungError


_watchers: list[_Watcher] = []


@contextmanager
def watched(*roots: Path) -> Iterator[list[str]]:
    """Gives the list of what is done inside that no run may do."""
    if not _watchers:
        _watchers.append(_Watcher())
    watcher = _watchers[0]
    watcher.roots, watcher.seen[:] = roots, []
    try:
        yield watcher.seen
    finally:
        watcher.roots = ()


def attempt(project: Path, *arguments: str) -> Outcome:
    """`sdkwright generate` as typed in the folder `project`.  Raises AssertionError for what no run may do."""
    out = project / "out"
    said = io.StringIO()
    before = Path.cwd()
    os.chdir(project)
    previous = signal.signal(signal.SIGALRM, _ring)
    signal.alarm(LONGEST)
    try:
        with (
            watched(out, Path(os.environ["XDG_CACHE_HOME"])) as seen,
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(said),
        ):
            status = main(["generate", "--out", "out", "--debug", *arguments])
    except HungError:
        raise AssertionError(f"not at its end after {LONGEST} s") from None
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)
        os.chdir(before)
    assert not seen, seen[:5]
    return Outcome(status, said.getvalue(), out)


def judge(outcome: Outcome) -> str:
    """Looks at what a run left in a folder that was not there before.  Raises AssertionError; returns what came out."""
    if outcome.status:
        judge_refusal(outcome.status, outcome.said)
        assert not outcome.out.exists(), "a refused run has left something"
        return "refused"
    judge_output(outcome.out, names_too=False)
    assert not list(outcome.out.glob(f"{STAGING_PREFIX}*"))
    return "generated"


def imported(packages: list[Path]) -> None:
    """Imports every module of the packages, where nothing may be written or started.  Raises AssertionError."""
    command = [sys.executable, "-I", "-B", "-c", IMPORTER, *(str(each) for each in packages)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
