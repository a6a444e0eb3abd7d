"""What differs in an output folder, and what a run is about to do to it, as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from sdkwright import __version__
from sdkwright.inputs import Inputs
from sdkwright.output import Change, Drift, Kind, Reason, Survey
from sdkwright.problems import Position, Problem, Severity
from sdkwright.problems.codes.output import DRIFT

SHOWN_FILES = 20
"""Removed files that are named one by one; how many there are is always said."""
WHAT_TO_DO = "Run `sdkwright generate` to bring the folder up to date."
WHAT_TO_DO_WITH_STRAYS = "Delete what nothing makes; name it in `sdkwright.include` if it is yours."
WHAT_TO_DO_WITH_ANOTHERS = "`sdkwright generate --adopt` lists and removes what another generator made."
WHAT_TO_DO_WITH_EDITS = (
    "Put what was edited into _hooks/registration.py, an overlay or the options; "
    "`sdkwright generate --overwrite` gives the edits up."
)


def current_line(inputs: Inputs) -> str:
    """Nothing differs."""
    return f"{inputs.out} is what {inputs.spec} makes."


def drift_lines(drift: Drift, inputs: Inputs, diffs: Callable[[str], list[str]] | None = None) -> list[str]:
    """What differs, a line a file with the reason, the lines that `diffs` makes of each diff, and what to do."""
    lines: list[str] = []
    for change in drift.changes:
        lines.append(f"{change.kind.value:<8} {inputs.out / change.path}  ({_reasons(change, inputs)})")
        if diffs is not None:
            lines += diffs(change.diff())
    counts = Counter(change.kind for change in drift.changes)
    lines.append(", ".join(f"{counts[kind]} {kind.value}" for kind in Kind if counts[kind]) + ".")
    if drift.made_by is not None and drift.made_by not in ("", __version__):
        lines.append(f"The folder was made by sdkwright {drift.made_by}; this is sdkwright {__version__}.")
    reasons = {reason for change in drift.changes for reason in change.reasons}
    if Reason.STRAY in reasons:
        lines.append(WHAT_TO_DO_WITH_STRAYS)
    if Reason.PREDECESSOR in reasons:
        lines.append(WHAT_TO_DO_WITH_ANOTHERS)
    if not reasons <= {Reason.STRAY, Reason.PREDECESSOR}:
        lines.append(WHAT_TO_DO_WITH_EDITS if Reason.EDITED in reasons else WHAT_TO_DO)
    return lines


def plan_lines(found: Survey) -> list[str]:
    """What a run is about to do to files that it did not make, and which ones go."""
    lines = [f"replacing {path}, which sdkwright did not make as it is" for path in found.strange]
    lines += [f"moving {path} into the package of the new name" for path in found.moved]
    others = found.left_behind
    lines += [f"removing {path}, which another generator made" for path in others.removed]
    lines += [f"keeping {path}, which was edited since another generator made it" for path in others.edited]
    made = set(found.stale) - set(others.removed)
    lines += [f"removing {path}" for path in found.stale if path in made][:SHOWN_FILES]
    return lines


def _reasons(change: Change, inputs: Inputs) -> str:
    """The reasons in words, with the file that each is about."""
    files = {Reason.DOCUMENT: inputs.spec, Reason.OPTIONS: inputs.config}
    said = [f"{reason.value}: {files[reason]}" if files.get(reason) else reason.value for reason in change.reasons]
    return "; ".join(said)


def drift_problems(drift: Drift, inputs: Inputs) -> list[Problem]:
    """The files that differ, as annotations of a pull request."""
    return [
        Problem(
            Severity.ERROR,
            DRIFT,
            f"This file is {change.kind.value}: {_reasons(change, inputs)}",
            position=Position(str(inputs.out / change.path)),
        )
        for change in drift.changes
    ]
