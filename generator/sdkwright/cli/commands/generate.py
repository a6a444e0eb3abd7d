"""`sdkwright generate`: writes the SDK of the document into the output folder."""

from __future__ import annotations

import argparse

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.steps import inputs_of, is_strict, last_run, left_by_writing, tell, tell_draft, timings, told
from sdkwright.inputs import Inputs
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    inputs = inputs_of(typed)
    may_rest = not (typed.force or typed.strict or typed.report or typed.adopt)
    last = last_run(inputs, stages) if may_rest else None
    if last is not None:
        return _up_to_date(typed, inputs, console, stages, is_draft=last.is_draft)

    from sdkwright.cache import write_record
    from sdkwright.cli.surfaces import change_line, standing
    from sdkwright.cli.text.drift import plan_lines
    from sdkwright.cli.text.reports import coverage_line, left_out_lines, losses, write_report
    from sdkwright.output import write
    from sdkwright.pipeline import build, is_current, listed_before, load_inputs, settle, validated

    loaded = load_inputs(inputs, stages)
    if may_rest and is_current(inputs, loaded, stages):
        write_record(inputs, loaded.read, is_draft=loaded.ledger.is_draft)
        return _up_to_date(typed, inputs, console, stages, is_draft=loaded.ledger.is_draft)
    built = build(validated(loaded, stages, thorough=is_strict(typed, loaded)), stages)
    if typed.report:
        write_report(built, loaded.document, typed.report)
    tell(is_strict(typed, loaded), console, built.problems, losses(built.api))
    before, _ = standing(inputs.out)
    console.left = left_by_writing(inputs.out, built.tree)
    with stages.stage("write"):
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
        write_record(inputs, loaded.read, built.tree.package, built.problems, is_draft=is_draft)
    console.note(coverage_line(built.api))
    for line in left_out_lines(built.api, told(typed.strict, built.problems)):
        console.note(line)
    counts = f"{len(written.added)} new, {len(written.changed)} changed, {len(written.removed)} removed"
    console.note(f"{inputs.out}: {counts}, {written.unchanged} unchanged.")
    if (changed := change_line(before, built.surface)) is not None:
        console.note(changed)
    tell_draft(console, is_draft)
    console.result(written=[*written.added, *written.changed], removed=list(written.removed), up_to_date=False)
    timings(typed, console, stages)
    return DONE


def _up_to_date(typed: argparse.Namespace, inputs: Inputs, console: Console, stages: Stages, *, is_draft: bool) -> int:
    console.note(f"{inputs.out} is up to date.")
    tell_draft(console, is_draft)
    console.result(written=[], removed=[], up_to_date=True)
    timings(typed, console, stages)
    return DONE
