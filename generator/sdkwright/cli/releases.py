"""What a release is compared with, and which version it has."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from packaging.version import Version

from sdkwright.changes.released import RELEASED, Release, parse_released
from sdkwright.changes.report import Placed
from sdkwright.changes.version import next_version
from sdkwright.changes.written import UnreadableSurfaceError
from sdkwright.cli.day import day_of
from sdkwright.cli.surfaces import standing, there
from sdkwright.inputs import Inputs
from sdkwright.options.checks import BadValueError
from sdkwright.options.metadata import release
from sdkwright.options.model import Config
from sdkwright.options.read import load_options
from sdkwright.output import read_manifest, read_regular, safe_join
from sdkwright.problems import Position, Problem, ProblemCode, ProblemsError, Severity
from sdkwright.problems.codes.changes import NO_SURFACE
from sdkwright.problems.codes.release import NO_RELEASE, NOT_AFTER
from sdkwright.publish.artifacts import source_date
from sdkwright.publish.revision import at_revision


def last_release(typed: argparse.Namespace, inputs: Inputs, *, is_draft: bool) -> Release | None:
    """What users have: as the last release has kept it, or as it stood at the revision that was typed.

    None where nothing was released: the ledger `is_draft`, or somebody begins here with a version.

    Raises ProblemsError.
    """
    if read_manifest(inputs.out) is None:
        message = f"There is no SDK in `{inputs.out}` yet"
        raise _problem(NO_RELEASE, message, "Run `sdkwright generate` first, and look at it.", inputs.out)
    if typed.against is not None:
        with at_revision(typed.against) as root:
            return _standing_release(inputs, root)
    path = safe_join(inputs.out, RELEASED)
    content = read_regular(path)
    if content is not None:
        try:
            return parse_released(content)
        except UnreadableSurfaceError as error:
            raise _problem(NO_RELEASE, f"`{path}` cannot be read: {error}", "", path) from None
    if is_draft or typed.chosen is not None:
        return None
    raise _problem(NO_RELEASE, "Nobody knows what was released last", "", path)


def _standing_release(inputs: Inputs, root: Path) -> Release:
    """What stands in a copy of the repository, taken for a release."""
    surface, why = standing(there(inputs.out, root))
    if surface is None:
        raise _problem(NO_SURFACE, why, "", inputs.out)
    config = None if inputs.config is None else there(inputs.config, root)
    return Release(load_options(config, any_version=True).config.version, surface)


def version_of(
    typed: argparse.Namespace, config: Config, last: Release | None, changes: Sequence[Placed]
) -> tuple[str, str | None]:
    """The version of the next release, and the one that the changes ask for where somebody has chosen another.

    What was typed comes first; then what stands in the options, if versions are made there by hand, or somebody has
    written another one than was released last.  Raises ProblemsError where it does not come after the last one.
    """
    asked = None if typed.chosen is None else _normal(typed.chosen)
    if last is None:
        return asked or config.version, None
    ruled = next_version(last.version, changes)
    by_hand = config.manual_versions or config.version != last.version
    version = asked or (config.version if by_hand else ruled)
    if Version(version) <= Version(last.version):
        message = (
            f"{version} does not come after {last.version}, which was released; by what changed it would be {ruled}"
        )
        raise _problem(NOT_AFTER, message)
    return version, ruled if version != ruled else None


def is_chosen(typed: argparse.Namespace, config: Config, last: Release) -> bool:
    """Whether somebody wants a release of this version, whatever has changed."""
    return typed.chosen is not None or config.version != last.version


def date() -> str | None:
    """The day of the release: of `SOURCE_DATE_EPOCH`, else of the last commit; None where there is neither."""
    day = day_of(source_date(Path()).get("SOURCE_DATE_EPOCH", ""))
    return None if day is None else day.isoformat()


def _normal(version: str) -> str:
    try:
        return release(version)
    except BadValueError as error:
        raise _problem(NOT_AFTER, f"`--version` must be {error}") from None


def _problem(code: ProblemCode, message: str, remedy: str = "", path: Path | None = None) -> ProblemsError:
    position = None if path is None else Position(str(path))
    return ProblemsError([Problem(Severity.ERROR, code, message, remedy, position)])
