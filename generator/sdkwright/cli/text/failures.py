"""What ends a run and is no problem of its inputs, as a problem all the same."""

from __future__ import annotations

import re
import shlex
import sys
import traceback
from pathlib import Path

from sdkwright import __version__
from sdkwright.problems import Position, Problem, Severity
from sdkwright.problems.codes.output import INTERNAL, MISSING_PACKAGE, SYSTEM

PACKAGES = {"jsonpath": "python-jsonpath", "markdown_it": "markdown-it-py", "yaml": "pyyaml"}
"""Modules whose package has a name of its own."""


def failed_call(error: OSError) -> Problem:
    """A file that cannot be read or written."""
    where = Position(str(error.filename)) if error.filename else None
    what = error.strerror or type(error).__name__
    return Problem(Severity.ERROR, SYSTEM, what, position=where)


def unexpected(error: Exception) -> Problem:
    """A package that is not installed, or a mistake of ours."""
    module = (error.name or "").partition(".")[0] if isinstance(error, ModuleNotFoundError) else ""
    return _missing(module) if module not in ("", "sdkwright") else _internal(error)


def _missing(module: str) -> Problem:
    """An environment that is older than this version, or that lost something."""
    package = PACKAGES.get(module, module.replace("_", "-"))
    message = f"The package {package} is not installed, and sdkwright {__version__} needs it"
    remedy = f"Run: {shlex.quote(sys.executable)} -m pip install {shlex.quote(_requirement(package))}"
    return Problem(Severity.ERROR, MISSING_PACKAGE, message, remedy)


def _requirement(package: str) -> str:
    """The package with the versions that sdkwright asks for, as far as this environment knows them."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        asked = requires("sdkwright") or ()
    except PackageNotFoundError:  # It runs from its source.
        asked = ()
    found = (text.partition(";")[0].strip() for text in asked)
    return next((text for text in found if re.fullmatch(rf"{re.escape(package)}([^\w.-].*)?", text)), package)


def _internal(error: Exception) -> Problem:
    """A mistake of ours: short, and with what a report of it needs."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    message = f"Internal error of sdkwright {__version__}: {type(error).__name__} at {where}"
    return Problem(Severity.ERROR, INTERNAL, message)
