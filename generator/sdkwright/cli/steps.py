"""The steps that commands share: which files are meant, what the last run left, what they say, what of it is told."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sdkwright.cli.console import Console
from sdkwright.cli.find_inputs import OUT, document_path, find_config, find_spec
from sdkwright.cli.typed.parser import SUBSET
from sdkwright.inputs import Inputs
from sdkwright.problems import Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.names import OF_THE_LAST
from sdkwright.problems.codes.syntax import NO_DOCUMENT
from sdkwright.stages import Stages

DRAFT = (
    "The ledger of names is a draft: names follow the document until the first `sdkwright release`, "
    "`sdkwright publish` or `sdkwright names --bind`."
)

if TYPE_CHECKING:
    from sdkwright.cache import Record
    from sdkwright.output import Manifest
    from sdkwright.pipeline import Built, Loaded


def inputs_of(typed: argparse.Namespace) -> Inputs:
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
        subset={field: tuple(found) for field in SUBSET if (found := getattr(typed, field, None))},
    )


def last_run(inputs: Inputs, stages: Stages) -> Record | None:
    """The last run, if this one would read the same, make the same and find it where it is."""
    from sdkwright.cache import read_record, still_holds

    with stages.stage("recall"):
        record = read_record(inputs.out)
        return record if record is not None and still_holds(record, inputs) else None


def loaded_of(inputs: Inputs, typed: argparse.Namespace, stages: Stages) -> Loaded:
    """What the files say, validated; thoroughly where a warning ends the run, or that is all that is asked for."""
    from sdkwright.pipeline import load_inputs, validated

    loaded = load_inputs(inputs, stages)
    return validated(loaded, stages, thorough=typed.command == "validate" or is_strict(typed, loaded))


def left_by_writing(out: Path, manifest: Callable[[], Manifest]) -> Callable[[], str]:
    """What an interruption has left of an output folder, which is about to have that manifest."""
    from sdkwright.output import MANIFEST, read_manifest, read_regular, safe_join

    before = read_regular(safe_join(out, MANIFEST))

    def left() -> str:
        has_changed = read_regular(safe_join(out, MANIFEST)) != before
        is_new = read_manifest(out) == manifest()
        if has_changed and is_new:
            return f"{out} is written."
        if not has_changed and not is_new:
            return f"Nothing was written: {out} is as it was."
        return (
            f"{out} may hold files of this run and of the one before, each of them whole; the next run ends the work."
        )

    return left


class RefusedError(Exception):
    """`--strict` does not let this pass."""


def is_strict(typed: argparse.Namespace, loaded: Loaded) -> bool:
    """Whether a warning ends the run: typed, or an option of the project."""
    return getattr(typed, "strict", False) or loaded.options.config.strict


def said_again(loaded: Loaded, built: Built) -> tuple[Problem, ...] | None:
    """What the next run says, too; None where some of it was said of a ledger that is another one now."""
    from sdkwright.output import digest
    from sdkwright.pipeline import LEDGER

    written = built.tree.files.get(loaded.options.config.ledger or LEDGER)
    is_same = written is not None and digest(written) == loaded.ledger_digest
    return built.problems if is_same or all(one.code not in OF_THE_LAST for one in built.problems) else None


def tell(strict: bool, console: Console, problems: Sequence[Problem], losses: Sequence[str] = ()) -> None:
    """Prints the warnings and notes.  Under `strict` any warning, or any of `losses`, ends the run."""
    console.problems(told(strict, problems), every=strict)
    if strict and (losses or any(problem.severity is Severity.WARNING for problem in problems)):
        for line in losses:
            console.say(line)
        raise RefusedError


def told(strict: bool, problems: Iterable[Problem]) -> list[Problem]:
    """What is told of the problems: of what nothing uses only under `strict`."""
    return [problem for problem in problems if strict or not problem.of_unused]


def tell_draft(console: Console, is_draft: bool) -> None:
    """Says that names do not hold yet, if they do not: every run that makes some does."""
    if is_draft:
        console.note(DRAFT)
    console.result(draft=is_draft)


def timings(typed: argparse.Namespace, console: Console, stages: Stages) -> None:
    if typed.timings:
        console.say(stages.table())
        console.result(timings={timing.name: round(timing.seconds, 4) for timing in stages.timings})
