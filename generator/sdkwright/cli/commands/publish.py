"""`sdkwright publish`: builds, tries and uploads what stands in the output folder."""

from __future__ import annotations

import argparse
from os import environ

from sdkwright.cli.console import DONE, Console
from sdkwright.cli.steps import inputs_of, is_strict, loaded_of, tell, timings
from sdkwright.cli.text.drift import drift_lines
from sdkwright.output import compare, packed, write
from sdkwright.pipeline import LEDGER, bound, build
from sdkwright.problems import Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import DRIFT
from sdkwright.problems.codes.release import DRAFT_PUBLISHED
from sdkwright.publish import Order, publish
from sdkwright.stages import Stages


def run(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    inputs = inputs_of(typed)
    loaded = loaded_of(inputs, typed, stages)
    if loaded.ledger.is_draft and (typed.dist or not typed.dry_run) and _is_pipeline():
        raise ProblemsError([Problem(Severity.ERROR, DRAFT_PUBLISHED, "The names of this SDK are still a draft")])
    built = build(loaded, stages)
    tell(is_strict(typed, loaded), console, built.problems)
    drift = compare(built.tree, inputs.out)
    if drift.changes:
        console.say_all(drift_lines(drift, inputs))
        message = f"`{inputs.out}` is not what `{inputs.spec}` makes now, so it is not published"
        raise ProblemsError([Problem(Severity.ERROR, DRIFT, message)])
    if loaded.ledger.is_draft and not typed.dry_run:
        write(bound(built.tree, loaded.options.config), inputs.out)
        ledger = inputs.out / (loaded.options.config.ledger or LEDGER)
        console.say(f"The names that are published hold from now on. Commit the ledger: {ledger}")
    order = Order(
        folder=inputs.out,
        files=packed(built.tree, inputs.out),
        project=built.package.distribution,
        version=loaded.options.config.version,
        module=built.package.module,
        client=built.package.client,
        index=typed.index_url,
        requirements=typed.requirements,
        keep=typed.dist,
        attestations=typed.attestations,
        dry_run=typed.dry_run,
    )
    console.left = lambda: "Of files that were uploaded already, the next run completes the set."
    publish(order, console.note)
    timings(typed, console, stages)
    return DONE


def _is_pipeline() -> bool:
    """Whether this checkout is one that nobody commits: the services that run pipelines all set `CI`."""
    return environ.get("CI", "").lower() not in ("", "0", "false")
