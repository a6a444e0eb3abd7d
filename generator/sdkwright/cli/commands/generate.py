"""`sdkwright generate`: writes the SDK of the document into the output folder."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.steps import (
    inputs_of,
    is_strict,
    last_run,
    left_by_writing,
    said_again,
    tell,
    tell_draft,
    timings,
    told,
)
from sdkwright.inputs import Inputs
from sdkwright.stages import Stages

if TYPE_CHECKING:
    from sdkwright.output import Written
    from sdkwright.pipeline import Loaded
    from sdkwright.revise.between import Between
    from sdkwright.revise.result import Revised


def run(typed: argparse.Namespace, console: Console, between: Between | None = None) -> int:
    stages = Stages(console.stage)
    inputs = inputs_of(typed)
    may_rest = not (typed.force or typed.strict or typed.report or typed.adopt)
    last = last_run(inputs, stages) if may_rest else None
    if last is not None:
        return _up_to_date(typed, inputs, console, stages, is_draft=last.is_draft)

    from sdkwright.revise.at_once import revise_at_once

    may_revise = may_rest and not typed.overwrite
    if may_revise and (revised := revise_at_once(inputs, stages)) is not None:
        return _revised(typed, inputs, revised, console, stages)

    from sdkwright.cache import write_record
    from sdkwright.pipeline import is_current, load_inputs, validated
    from sdkwright.revise.texts import revise

    loaded = load_inputs(inputs, stages)
    if may_rest and is_current(inputs, loaded, stages):
        write_record(inputs, loaded.read, is_draft=loaded.ledger.is_draft)
        return _up_to_date(typed, inputs, console, stages, is_draft=loaded.ledger.is_draft)
    loaded = validated(loaded, stages, thorough=is_strict(typed, loaded))
    if may_revise and (revised := revise(inputs, loaded, stages)) is not None:
        return _revised(typed, inputs, revised, console, stages)
    return _whole(typed, inputs, loaded, console, stages, between)


def _whole(
    typed: argparse.Namespace,
    inputs: Inputs,
    loaded: Loaded,
    console: Console,
    stages: Stages,
    between: Between | None,
) -> int:
    """Writes whatever differs."""
    from sdkwright.cache import write_record
    from sdkwright.cli.surfaces import change_line, standing
    from sdkwright.cli.text.drift import plan_lines
    from sdkwright.cli.text.reports import coverage_line, left_out_lines, losses, subset_lines, write_report
    from sdkwright.output import settle, write
    from sdkwright.pipeline import build, listed_before, without_files
    from sdkwright.revise.keeping import keep_plan
    from sdkwright.revise.proofs import keep_proofs, read_proofs

    proofs = read_proofs(inputs.out)
    built = build(loaded, stages, proofs, None if between is None else between.rendered)
    if typed.report:
        write_report(built, loaded.document, typed.report)
    tell(is_strict(typed, loaded), console, built.problems, losses(built.coverage))
    before, _ = standing(inputs.out)
    console.left = left_by_writing(inputs.out, built.tree.manifest)
    with stages.stage("write", f"{len(built.tree.files):,} files"):
        written = write(
            built.tree,
            inputs.out,
            overwrite=typed.overwrite,
            adopt=typed.adopt,
            listed=listed_before(inputs, loaded) if typed.adopt else None,
            tell=lambda found: console.say_all(plan_lines(found)),
        )
        settle(inputs.out)
        is_draft = loaded.ledger.is_draft
        said = said_again(loaded, built)
        record = write_record(inputs, loaded.read, built.tree.package, said, is_draft=is_draft)
        lines = (
            coverage_line(built.coverage),
            *subset_lines(built.coverage),
            *left_out_lines(*built.operations, told(typed.strict, built.problems)),
        )

        built = without_files(built)  # What is kept for the next run takes their room.
        console.left = lambda: f"{inputs.out} is written."

        def keep() -> None:
            keep_proofs(inputs.out, proofs)
            keep_plan(record, inputs, loaded, built, lines)

        if between is None:
            keep()
        else:
            between.later(keep)
    for line in lines:
        console.note(line)
    _written(inputs, written, console)
    if before is not None and (changed := change_line(before, built.surface)) is not None:
        console.note(changed)
    tell_draft(console, is_draft)
    timings(typed, console, stages)
    return DONE


def _revised(typed: argparse.Namespace, inputs: Inputs, revised: Revised, console: Console, stages: Stages) -> int:
    """Writes what shows texts that changed."""
    from sdkwright.cache import write_record
    from sdkwright.output import patch, settle
    from sdkwright.revise.keeping import keep_revised

    is_draft = revised.is_draft
    if revised.is_nothing:
        record = write_record(inputs, revised.read, revised.package, revised.problems, is_draft=is_draft)
        keep_revised(record, inputs, revised)
        return _up_to_date(typed, inputs, console, stages, is_draft=is_draft)
    tell(False, console, revised.problems)
    console.left = left_by_writing(inputs.out, lambda: revised.manifest)
    with stages.stage("write", f"{len(revised.files):,} files"):
        written = patch(revised.files, revised.last, revised.manifest, inputs.out)
        settle(inputs.out)
        record = write_record(inputs, revised.read, revised.package, revised.problems, is_draft=is_draft)
        keep_revised(record, inputs, revised)
    for line in revised.lines:
        console.note(line)
    _written(inputs, written, console)
    tell_draft(console, is_draft)
    timings(typed, console, stages)
    return DONE


def _written(inputs: Inputs, written: Written, console: Console) -> None:
    counts = f"{len(written.added)} new, {len(written.changed)} changed, {len(written.removed)} removed"
    console.note(f"{inputs.out}: {counts}, {written.unchanged} unchanged.")
    console.result(written=[*written.added, *written.changed], removed=list(written.removed), up_to_date=False)


def _up_to_date(typed: argparse.Namespace, inputs: Inputs, console: Console, stages: Stages, *, is_draft: bool) -> int:
    console.note(f"{inputs.out} is up to date.")
    tell_draft(console, is_draft)
    console.result(written=[], removed=[], up_to_date=True)
    timings(typed, console, stages)
    return DONE
