"""What stood in the repository at a revision, as files in a folder of their own."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sdkwright.problems import Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.changes import NO_REVISION


@contextmanager
def at_revision(revision: str) -> Generator[Path]:
    """The working folder as it stood at `revision`, inside a copy of the whole repository, for as long as it is used.

    Nothing of the repository is changed.  Raises ProblemsError where there is no repository or no such revision.
    """
    top, here = _git("rev-parse", "--show-toplevel", "--show-prefix").decode(errors="surrogateescape").split("\n")[:2]
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", revision=revision)
    archive = _git("-C", top, "archive", "--format=tar", commit.decode().strip(), revision=revision)
    with tempfile.TemporaryDirectory(prefix="sdkwright-revision-") as name:
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(name, filter="data")
        folder = Path(name) / here
        folder.mkdir(parents=True, exist_ok=True)
        yield folder


def _git(*arguments: str, revision: str = "") -> bytes:
    """What git prints."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise _no_revision("git is not installed") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        about = f"There is no revision {shown(revision, 80)}" if revision else "This folder is in no git repository"
        raise _no_revision(f"{about}: {said[-1]}" if said else about)
    return done.stdout


def _no_revision(message: str) -> ProblemsError:
    return ProblemsError([Problem(Severity.ERROR, NO_REVISION, message)])
