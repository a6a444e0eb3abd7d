"""Publishing the SDK in an output folder: build it twice, try it, upload it.  The only room that starts programs.

    drift?  ->  build twice, compare  ->  twine check  ->  install and call  ->  on the index already?  ->  upload

Nothing is uploaded unless every step before it was right, and a version that the index has is never replaced.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from sdkwright.frozen import Frozen
from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import MISSING_TOOL
from sdkwright.publish.artifacts import build_twice
from sdkwright.publish.attestations import attested
from sdkwright.publish.index import Release, UnreachableError, index_url, missing_files
from sdkwright.publish.programs import run
from sdkwright.publish.trial import try_out
from sdkwright.publish.upload import repository, upload

__all__ = ["Order", "publish"]

TOOLS = ("build", "hatchling", "twine")


class Order(Frozen):
    """What to publish, and how."""

    folder: Path
    """The output folder, whose content has been checked against its inputs."""
    files: tuple[str, ...]
    """What of it belongs to the SDK; nothing else is packed."""
    project: str
    """The name of the distribution."""
    version: str
    module: str
    client: str
    """The class that the trial constructs."""
    index: str | None = None
    """The address of the Simple API that is asked for earlier releases; None: the one that pip uses."""
    requirements: Path | None = None
    """A lock file of what the SDK needs, for the trial; None: pip chooses."""
    keep: Path | None = None
    """Where the built files are left; None: nowhere."""
    attestations: Path | None = None
    """A folder with attestations of what is built, which go to the index with it; None: none do."""
    dry_run: bool = False
    """Do everything but the upload."""


def publish(order: Order, say: Callable[[str], None]) -> None:
    """Publishes `order.folder`; `say` is told each step.  Raises ProblemsError; nothing was uploaded then, or a part of
    the files, which the next run completes."""
    absent = [tool for tool in TOOLS if find_spec(tool) is None]
    if absent:
        raise ProblemsError([_no_tools(absent)])
    with tempfile.TemporaryDirectory(prefix="sdkwright-publish-") as name:
        work = Path(name)
        say(f"Building {order.project} {order.version}, twice")
        files = build_twice(order.folder, order.files, work)
        if order.keep is not None:
            order.keep.mkdir(parents=True, exist_ok=True)
            for file in files:
                shutil.copyfile(file, order.keep / file.name)
        say("Checking the metadata")
        run([sys.executable, "-m", "twine", "check", "--strict", *map(str, files)], "twine check")
        say("Installing the wheel into an empty environment and calling it")
        wheel = next(file for file in files if file.suffix == ".whl")
        try_out(wheel, order.module, order.client, order.requirements, work)
        missing = _missing(order, files, say)
        if not missing:
            say(f"{order.project} {order.version} is on the index already, with the same content: nothing to do.")
            return
        attestations = attested(missing, order.attestations) if order.attestations is not None else []
        names = ", ".join(file.name for file in missing)
        if order.dry_run:
            for line in _planned(missing, attestations):
                say(line)
            say(f"Not uploaded (dry run): {names}")
            return
        say(f"Uploading {names}")
        upload(missing, attestations)
        say(f"Published {order.project} {order.version}.")


def _missing(order: Order, files: list[Path], say: Callable[[str], None]) -> list[Path]:
    """The files that the index does not have; without an index, which a dry run can do without, all of them."""
    try:
        return missing_files(Release(order.project, order.version, index_url(order.index)), files)
    except UnreachableError as error:
        if not order.dry_run:
            raise
        say(f"The index was not asked. {error}")
        return files


def _planned(files: list[Path], attestations: list[Path]) -> Iterator[str]:
    """What would go where."""
    yield f"To {repository()} would go:"
    for file in files:
        content = file.read_bytes()
        yield f"  {file.name}  {len(content)} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}"
    for path in attestations:
        yield f"  {path.name}"


def _no_tools(absent: list[str]) -> Problem:
    message = f"Publishing needs {', '.join(absent)}, not installed here"
    return Problem(Severity.ERROR, MISSING_TOOL, message)
