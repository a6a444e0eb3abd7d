"""`sdkwright diff`: what changed for callers of the SDK, and what breaks them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, date, datetime
from os import environ

from sdkwright.changes.compare import compare
from sdkwright.changes.excused import excuse, outdated, read_excuses
from sdkwright.changes.report import Placed, markdown, placed, text_lines, values
from sdkwright.changes.surface import Surface
from sdkwright.changes.version import next_version
from sdkwright.cli.console import DONE, FAILED, Console
from sdkwright.cli.day import day_of
from sdkwright.cli.steps import inputs_of, timings
from sdkwright.cli.surfaces import Side, sides
from sdkwright.problems import Problem, Severity
from sdkwright.problems.codes.changes import BREAKING
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    typed.spec = typed.new or typed.spec
    old, new = sides(typed, inputs_of(typed), stages)
    passes = _report(typed, old, new, console)
    timings(typed, console, stages)
    return DONE if passes else FAILED


def _report(typed: argparse.Namespace, old: Side, new: Side, console: Console) -> bool:
    """Prints what changed; whether `--fail-on` lets it pass."""
    changes = placed(compare(old.surface, new.surface), old.places, new.places)
    if typed.ignore is not None:
        excuses = read_excuses(typed.ignore)
        changes = excuse(changes, excuses, (today := _today()))
        console.problems(outdated(excuses, today))
    for line in _lines(typed.format, changes, new.surface):
        console.say(line)
    version = new.version if old.version is None else old.version
    following = next_version(version, changes) if version is not None and changes else None
    if following is not None and typed.format == "text":
        console.say(f"After {version} comes {following}.")
    console.result(changes=values(changes), next_version=following)
    if typed.format == "github":
        console.problems(map(_as_problem, changes))
    failing = {"any": changes, "breaking": [one for one in changes if one.breaks]}
    return not failing.get(typed.fail_on)


def _lines(format_name: str, changes: Sequence[Placed], surface: Surface) -> list[str]:
    if format_name == "markdown":
        return markdown(changes, surface.package.variable, surface.package.module).splitlines()
    return [] if format_name == "github" else text_lines(changes)


def _as_problem(one: Placed) -> Problem:
    """An annotation: what breaks at the line where it stands now, or stood."""
    weight = Severity.ERROR if one.breaks else Severity.WARNING
    message = f"{one.change.rule.what}: {one.change.subject} ({one.change.rule.code})"
    return Problem(weight, BREAKING, message, one.change.rule.why, one.new or one.old)


def _today() -> date:
    """The day that entries of the ignore file are compared with; `SOURCE_DATE_EPOCH` stands for the clock."""
    return day_of(environ.get("SOURCE_DATE_EPOCH", "")) or datetime.now(UTC).date()
