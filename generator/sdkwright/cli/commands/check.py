"""`sdkwright check`: says where the output folder differs from what would be generated."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sdkwright.cli.console import DONE, FAILED, Console
from sdkwright.cli.steps import inputs_of, is_strict, last_run, loaded_of, tell, tell_draft, timings
from sdkwright.inputs import Inputs
from sdkwright.stages import Stages

if TYPE_CHECKING:
    from sdkwright.output import Drift
    from sdkwright.revise.result import Revised


def run(typed: argparse.Namespace, console: Console) -> int:
    from sdkwright.output import Drift

    stages = Stages(console.stage)
    inputs = inputs_of(typed)
    last = None if typed.strict or typed.against is not None else last_run(inputs, stages)
    if last is not None and last.problems is not None and not last.outputs.others:
        tell(False, console, last.problems)
        tell_draft(console, last.is_draft)
        return _checked(typed, inputs, Drift((), None), console, stages)

    from sdkwright.revise.at_once import revise_at_once

    may_rest = typed.against is None and not typed.strict
    if may_rest and (revised := revise_at_once(inputs, stages)) is not None and not revised.others:
        return _revised(typed, inputs, revised, console, stages)

    from sdkwright.revise.texts import revise

    loaded = loaded_of(inputs, typed, stages)
    if may_rest and (revised := revise(inputs, loaded, stages)) is not None and not revised.others:
        return _revised(typed, inputs, revised, console, stages)

    from sdkwright.cache import write_record
    from sdkwright.cli.surfaces import breaks, change_line, standing, standing_at
    from sdkwright.output import compare, read_manifest
    from sdkwright.pipeline import build
    from sdkwright.revise.proofs import read_proofs

    built = build(loaded, stages, read_proofs(inputs.out))
    tell(is_strict(typed, loaded), console, built.problems)
    tell_draft(console, loaded.ledger.is_draft)
    with stages.stage("compare"):
        drift = compare(built.tree, inputs.out)
        before, _ = standing(inputs.out) if typed.against is None else standing_at(typed.against, inputs.out)
        if not drift.changes and read_manifest(inputs.out) == built.tree.manifest():  # else `generate` writes that
            is_draft = loaded.ledger.is_draft
            write_record(inputs, loaded.read, built.tree.package, built.problems, is_draft=is_draft)
    changed = None if before is None else change_line(before, built.surface)
    status = _checked(typed, inputs, drift, console, stages, changed)
    return FAILED if typed.fail_on and before is not None and breaks(before, built.surface) else status


def _revised(typed: argparse.Namespace, inputs: Inputs, revised: Revised, console: Console, stages: Stages) -> int:
    """Compares what shows texts that changed."""
    from sdkwright.cache import write_record
    from sdkwright.output import drift_of
    from sdkwright.revise.keeping import keep_revised

    tell(False, console, revised.problems)
    tell_draft(console, revised.is_draft)
    found = drift_of(revised.files, revised.last, revised.manifest, inputs.out)
    if revised.is_nothing:
        record = write_record(inputs, revised.read, revised.package, revised.problems, is_draft=revised.is_draft)
        keep_revised(record, inputs, revised)
    return _checked(typed, inputs, found, console, stages)


def _checked(
    typed: argparse.Namespace,
    inputs: Inputs,
    drift: Drift,
    console: Console,
    stages: Stages,
    changed: str | None = None,
) -> int:
    """Says what differs, and what of it callers see."""
    from sdkwright.cli.text.drift import current_line, drift_lines, drift_problems

    if drift.changes:
        console.say_all(drift_lines(drift, inputs, console.diff if typed.diff else None))
    else:
        console.note(current_line(inputs))
    if changed is not None:
        console.say(changed)
    if typed.format == "github":
        console.problems(drift_problems(drift, inputs))
    console.result(
        drift=[
            {"file": change.path, "kind": change.kind.value, "reasons": [reason.value for reason in change.reasons]}
            | ({"diff": change.diff()} if typed.diff else {})
            for change in drift.changes
        ]
    )
    timings(typed, console, stages)
    return FAILED if drift.changes else DONE
