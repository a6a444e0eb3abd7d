"""Which versions of sdkwright may read the options: `sdkwright.requires`, a range as pip takes it (PEP 440)."""

from __future__ import annotations

import shlex

from sdkwright import __version__
from sdkwright.openapi.data import Json
from sdkwright.options.checks import BadValueError, text
from sdkwright.problems import Position, Problem, Severity, shown
from sdkwright.problems.codes.options import OTHER_VERSION

REQUIRES = "requires"
"""The key under `sdkwright`."""


def version_range(value: Json) -> str:
    """A range of versions, as it was written."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # Few options say one.

    found = text(value)
    try:
        SpecifierSet(found)
    except InvalidSpecifier:
        raise BadValueError(f"a range of versions such as {minor_range()}, not {shown(found)}") from None
    return found


def minor_range(version: str = __version__) -> str:
    """The versions that differ from `version` in the last number alone: what they make is the same, mistakes aside.

    Of a release that is not there yet, from it on.
    """
    from packaging.version import Version

    this = Version(version)
    first = str(this) if this.is_prerelease else f"{this.major}.{this.minor}"
    return f">={first},<{this.major}.{this.minor + 1}"


def other_version(wanted: Json, position: Position | None) -> Problem | None:
    """The problem of options that ask for another version than this; None of a range that has it, or is none."""
    from packaging.specifiers import SpecifierSet

    try:
        versions = SpecifierSet(version_range(wanted))
    except BadValueError:
        return None
    if versions.contains(__version__, prereleases=True):
        return None
    message = f"The options ask for sdkwright {shown(wanted)}, and this is {__version__}"
    remedy = (
        f"Install what they ask for: pip install {shlex.quote(f'sdkwright{wanted}')}. Or change over: write "
        f"`sdkwright.requires: '{minor_range()}'`, and look at what `sdkwright check --diff` says."
    )
    return Problem(Severity.ERROR, OTHER_VERSION, message, remedy, position)
