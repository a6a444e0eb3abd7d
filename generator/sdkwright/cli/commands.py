"""The commands: each a short function from what was typed to an exit status."""

from __future__ import annotations

import argparse
import json
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sdkwright.cli.console import FAILED, Console, unread
from sdkwright.cli.find_inputs import OUT, document_path, find_config, find_spec
from sdkwright.cli.parser import parser
from sdkwright.cli.problems_text import failed_call, internal
from sdkwright.inputs import Inputs
from sdkwright.problems import Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes import TABLE
from sdkwright.problems.codes.output import DRIFT
from sdkwright.problems.codes.syntax import NO_DOCUMENT
from sdkwright.stages import Stages

if TYPE_CHECKING:
    from sdkwright.cache import Record
    from sdkwright.output import Drift
    from sdkwright.pipeline import Loaded

DONE, INTERRUPTED = 0, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status; wrong usage ends in SystemExit(2)."""
    typed = parser().read(argv)
    console = Console(typed.format)
    try:
        with console.progress():
            status = COMMANDS[typed.command](typed, console)
        sys.stdout.flush()
    except ProblemsError as error:
        console.problems(_told(getattr(typed, "strict", False), error.problems))
        status = FAILED
    except _RefusedError:
        console.say("Nothing was written: --strict makes every warning an error.")
        status = FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return unread()
    except OSError as error:
        console.problems([failed_call(error)])
        status = FAILED
    except Exception as error:
        if typed.debug:
            traceback.print_exc()
        console.problems([internal(error)])
        status = FAILED
    return console.end(status)


# ------------------------------------------------------------------------------------------------------- the commands


def _generate(typed: argparse.Namespace, console: Console) -> int:
    stages = Stages(console.stage)
    inputs = _inputs(typed)
    may_rest = not (typed.force or typed.strict or typed.report)
    if may_rest and _last(inputs, stages) is not None:
        return _up_to_date(typed, inputs, console, stages)

    from sdkwright.cache import write_record
    from sdkwright.cli.diff import change_line, standing
    from sdkwright.cli.drift_text import plan_lines
    from sdkwright.cli.reports import coverage_line, left_out_lines, losses, write_report
    from sdkwright.output import write
    from sdkwright.pipeline import build, is_current, load_inputs, settle, validated

    loaded = load_inputs(inputs, stages)
    if may_rest and is_current(inputs, loaded, stages):
        write_record(inputs, loaded.read)
        return _up_to_date(typed, inputs, console, stages)
    built = build(validated(loaded, stages, thorough=_is_strict(typed, loaded)), stages)
    if typed.report:
        write_report(built, loaded.document, typed.report)
    _tell(_is_strict(typed, loaded), console, built.problems, losses(built.api))
    before, _ = standing(inputs.out)
    with stages.stage("write"):
        written = write(
            built.tree,
            inputs.out,
            overwrite=typed.overwrite,
            adopt=typed.adopt,
            tell=lambda found: console.say_all(plan_lines(found)),
        )
        settle(inputs.out)
        write_record(inputs, loaded.read, built.tree.package, built.problems)
    console.say(coverage_line(built.api))
    for line in left_out_lines(built.api, _told(typed.strict, built.problems)):
        console.say(line)
    counts = f"{len(written.added)} new, {len(written.changed)} changed, {len(written.removed)} removed"
    console.say(f"{inputs.out}: {counts}, {written.unchanged} unchanged.")
    if (changed := change_line(before, built.surface)) is not None:
        console.say(changed)
    console.result(written=[*written.added, *written.changed], removed=list(written.removed), up_to_date=False)
    _timings(typed, console, stages)
    return DONE


def _up_to_date(typed: argparse.Namespace, inputs: Inputs, console: Console, stages: Stages) -> int:
    console.say(f"{inputs.out} is up to date.")
    console.result(written=[], removed=[], up_to_date=True)
    _timings(typed, console, stages)
    return DONE


def _check(typed: argparse.Namespace, console: Console) -> int:
    from sdkwright.output import Drift

    stages = Stages(console.stage)
    inputs = _inputs(typed)
    last = None if typed.strict or typed.against is not None else _last(inputs, stages)
    if last is not None and last.problems is not None:
        _tell(False, console, last.problems)
        return _checked(typed, inputs, Drift((), None), console, stages)

    from sdkwright.cache import write_record
    from sdkwright.cli.diff import breaks, change_line, standing, standing_at
    from sdkwright.output import compare
    from sdkwright.pipeline import build

    loaded = _loaded(inputs, typed, stages)
    built = build(loaded, stages)
    _tell(_is_strict(typed, loaded), console, built.problems)
    with stages.stage("compare"):
        drift = compare(built.tree, inputs.out)
        before, _ = standing(inputs.out) if typed.against is None else standing_at(typed.against, inputs.out)
        if not drift.changes:
            write_record(inputs, loaded.read, built.tree.package, built.problems)
    status = _checked(typed, inputs, drift, console, stages, change_line(before, built.surface))
    return FAILED if typed.fail_on and breaks(before, built.surface) else status


def _checked(
    typed: argparse.Namespace,
    inputs: Inputs,
    drift: Drift,
    console: Console,
    stages: Stages,
    changed: str | None = None,
) -> int:
    """Says what differs, and what of it callers see."""
    from sdkwright.cli.drift_text import drift_lines, drift_problems

    for line in drift_lines(drift, inputs, diffs=typed.diff):
        console.say(line)
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
    _timings(typed, console, stages)
    return FAILED if drift.changes else DONE


def _diff(typed: argparse.Namespace, console: Console) -> int:
    from sdkwright.cli.diff import report, sides

    stages = Stages(console.stage)
    typed.spec = typed.new or typed.spec
    old, new = sides(typed, _inputs(typed), stages)
    passes = report(typed, old, new, console)
    _timings(typed, console, stages)
    return DONE if passes else FAILED


def _validate(typed: argparse.Namespace, console: Console) -> int:
    from sdkwright.pipeline import analyse

    stages = Stages(console.stage)
    inputs = _inputs(typed)
    loaded = _loaded(inputs, typed, stages)
    _, problems = analyse(loaded, stages)
    _tell(_is_strict(typed, loaded), console, problems)
    console.say(f"{inputs.spec} is valid.")
    _timings(typed, console, stages)
    return DONE


def _names(typed: argparse.Namespace, console: Console) -> int:
    from sdkwright.cli.reports import name_lines, name_values
    from sdkwright.pipeline import analyse, named

    stages = Stages(console.stage)
    loaded = _loaded(_inputs(typed), typed, stages)
    api, problems = analyse(loaded, stages)
    names = named(api, loaded, stages)
    _tell(_is_strict(typed, loaded), console, (*problems, *names.problems))
    for line in name_lines(names, loaded.document):
        console.say(line)
    console.result(names=name_values(names, loaded.document))
    _timings(typed, console, stages)
    return DONE


def _init(typed: argparse.Namespace, console: Console) -> int:
    from sdkwright.cli.init import init
    from sdkwright.cli.short_names import is_shorter, proposed, with_short_names
    from sdkwright.pipeline import analyse, named

    stages = Stages(console.stage)
    document = document_path(typed.document)
    loaded = _loaded(Inputs(document, Path(OUT), ref_root=typed.ref_root), typed, stages)
    api, _ = analyse(loaded, stages)
    names = named(api, loaded, stages)
    shortly = with_short_names(loaded)
    shorter = named(analyse(shortly, stages)[0], shortly, stages)
    for line in proposed(names, shorter):
        console.say(line)
    if typed.ref_root is not None:
        console.say(
            f"References may lead to files below {typed.ref_root.resolve()}: `sdkwright.refRoot` in the options."
        )
    for path in init(document, api.title, names, Path(), typed.ref_root, short=is_shorter(names, shorter)):
        console.say(f"wrote {path}")
    console.say("Next: make regenerate")
    _timings(typed, console, stages)
    return DONE


def _dump(typed: argparse.Namespace, console: Console) -> int:
    from sdkwright.cli.dump import only, plain
    from sdkwright.pipeline import analyse, named, planned

    stages = Stages(console.stage)
    loaded = _loaded(_inputs(typed), typed, stages)
    api, problems = analyse(loaded, stages)
    value: object = api
    if typed.value != "api":
        names = named(api, loaded, stages)
        problems = (*problems, *names.problems)
        value = names if typed.value == "names" else planned(api, names, loaded, stages)
    _tell(_is_strict(typed, loaded), console, problems)
    told = plain(value)
    told = told if typed.only is None else only(told, typed.only)
    console.say(json.dumps(told, indent=2))
    console.result(**{typed.value: told})
    _timings(typed, console, stages)
    return DONE


def _explain(typed: argparse.Namespace, console: Console) -> int:
    from sdkwright.cli.codes_text import explained, found, listed

    if typed.code is None:
        for line in listed():
            console.say(line)
        console.result(codes=list(TABLE))
        return DONE
    code = found(typed.code)
    console.say(explained(code))
    example = {"where": code.example.where.value, "text": code.example.text}
    console.result(code=code, what=code.what, remedy=code.remedy, example=example)
    return DONE


def _publish(typed: argparse.Namespace, console: Console) -> int:
    from sdkwright.cli.drift_text import drift_lines
    from sdkwright.output import compare, packed
    from sdkwright.pipeline import build
    from sdkwright.publish import Order, publish

    stages = Stages(console.stage)
    inputs = _inputs(typed)
    loaded = _loaded(inputs, typed, stages)
    built = build(loaded, stages)
    _tell(_is_strict(typed, loaded), console, built.problems)
    drift = compare(built.tree, inputs.out)
    if drift.changes:
        for line in drift_lines(drift, inputs, diffs=False):
            console.say(line)
        message = f"`{inputs.out}` is not what `{inputs.spec}` makes now, so it is not published"
        raise ProblemsError([Problem(Severity.ERROR, DRIFT, message)])
    order = Order(
        folder=inputs.out,
        files=packed(built.tree, inputs.out),
        project=built.names.package,
        version=loaded.options.config.version,
        module=built.names.module,
        client=built.names.sdk_class,
        index=typed.index_url,
        requirements=typed.requirements,
        keep=typed.dist,
        dry_run=typed.dry_run,
    )
    publish(order, console.say)
    _timings(typed, console, stages)
    return DONE


COMMANDS: Mapping[str, Callable[[argparse.Namespace, Console], int]] = {
    "generate": _generate,
    "check": _check,
    "diff": _diff,
    "validate": _validate,
    "names": _names,
    "dump": _dump,
    "explain": _explain,
    "init": _init,
    "publish": _publish,
}


# ----------------------------------------------------------------------------------------------------- shared by them


def _inputs(typed: argparse.Namespace) -> Inputs:
    folder = Path()
    named = {one for one in (getattr(typed, "document", None), typed.spec) if one is not None}
    if len(named) > 1:
        message = f"Two documents are named: {shown(typed.document, 80)} and --spec {shown(typed.spec, 80)}"
        raise ProblemsError([Problem(Severity.ERROR, NO_DOCUMENT, message, "Name one.")])
    spec = document_path(named.pop()) if named else find_spec(folder)
    return Inputs(
        spec=spec,
        out=getattr(typed, "out", None) or Path(OUT),
        config=typed.config or find_config(spec, folder),
        overlays=tuple(typed.overlay),
        ref_root=typed.ref_root,
        new_ledger=getattr(typed, "new_ledger", False),
    )


def _last(inputs: Inputs, stages: Stages) -> Record | None:
    """The last run, if this one would read the same, make the same and find it where it is."""
    from sdkwright.cache import read_record, still_holds

    with stages.stage("recall"):
        record = read_record(inputs.out)
        return record if record is not None and still_holds(record, inputs) else None


def _loaded(inputs: Inputs, typed: argparse.Namespace, stages: Stages) -> Loaded:
    """What the files say, validated; thoroughly where a warning ends the run, or that is all that is asked for."""
    from sdkwright.pipeline import load_inputs, validated

    loaded = load_inputs(inputs, stages)
    return validated(loaded, stages, thorough=typed.command == "validate" or _is_strict(typed, loaded))


class _RefusedError(Exception):
    """`--strict` does not let this pass."""


def _is_strict(typed: argparse.Namespace, loaded: Loaded) -> bool:
    """Whether a warning ends the run: typed, or an option of the project."""
    return getattr(typed, "strict", False) or loaded.options.config.strict


def _tell(strict: bool, console: Console, problems: Sequence[Problem], losses: Sequence[str] = ()) -> None:
    """Prints the warnings.  Under `strict` any of them, or of `losses`, ends the run."""
    console.problems(_told(strict, problems))
    if strict and (problems or losses):
        for line in losses:
            console.say(line)
        raise _RefusedError


def _told(strict: bool, problems: Iterable[Problem]) -> list[Problem]:
    """What is told of the problems: of what nothing uses only under `strict`."""
    return [problem for problem in problems if strict or not problem.of_unused]


def _timings(typed: argparse.Namespace, console: Console, stages: Stages) -> None:
    if typed.timings:
        console.say(stages.table())
        console.result(timings={timing.name: round(timing.seconds, 4) for timing in stages.timings})
