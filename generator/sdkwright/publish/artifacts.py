"""The sdist and the wheel, built twice and compared byte for byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import NOT_REPRODUCIBLE
from sdkwright.publish.programs import environment_without_secrets, run


def build_twice(folder: Path, files: Collection[str], work: Path) -> list[Path]:
    """The sdist and the wheel of the project that `files` are, paths in `folder`; below `work`.

    The two builds run in different folders, time zones, locales and hash seeds.  Raises ProblemsError when they differ.
    """
    epoch = source_date(folder)
    first = _build(folder, files, work / "first", {**epoch, "TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"})
    elsewhere = {**epoch, "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}
    second = _build(folder, files, work / "second", elsewhere)
    different = [a.name for a, b in zip(first, second, strict=True) if a.read_bytes() != b.read_bytes()]
    if different:
        message = f"Two builds of the same files differ: {', '.join(different)}"
        raise ProblemsError([Problem(Severity.ERROR, NOT_REPRODUCIBLE, message)])
    return first


def source_date(folder: Path) -> dict[str, str]:
    """The variable that dates what is built: as given, else the time of the last commit that touched `folder`.

    Empty outside a git repository: the build backend then has a constant of its own.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return {"SOURCE_DATE_EPOCH": given}
    git = shutil.which("git")
    if git is None:
        return {}
    command = [git, "log", "-1", "--format=%ct", "--", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    seconds = done.stdout.strip()
    return {"SOURCE_DATE_EPOCH": seconds} if done.returncode == 0 and seconds.isdigit() else {}


def _build(folder: Path, files: Collection[str], work: Path, variables: dict[str, str]) -> list[Path]:
    """One build of a copy of the files; returns what was built, sorted by name."""
    source, dist = work / "source", work / "dist"
    for path in files:
        target = source / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / path, target)
    environment = {**environment_without_secrets(), **variables}
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(dist), str(source)]
    run(command, "building", folder=work, environment=environment)
    return sorted(dist.iterdir())
