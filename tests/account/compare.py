"""The count of a document against the coverage report of its SDK."""

from __future__ import annotations

from pathlib import Path

from sdkwright.cli.reports import accounts
from sdkwright.ir.service import Outcome
from sdkwright.pipeline import Inputs, analyse, load_inputs
from sdkwright.stages import Stages

from .count import Part, parts


def unaccounted(path: Path, config: Path | None = None) -> list[Part]:
    """The parts of a document that its report neither has nor names as left out; raises ProblemsError if it is refused.

    What stands inside of a part that is left out, or that another part stands for, is accounted for with it.
    """
    stages = Stages(lambda _: None)
    loaded = load_inputs(Inputs(path, path.parent / "out", config), stages)
    api, problems = analyse(loaded, stages)
    entries = [entry for entry, _ in accounts(api, problems, loaded.document)]
    known = {entry.id for entry in entries}
    gone = {entry.id for entry in entries if entry.outcome is not Outcome.GENERATED or entry.reason}
    return sorted(part for part in parts(path) if part[1] not in known and not _within(part[1], gone))


def _within(pointer: str, gone: set[str]) -> bool:
    while "/" in pointer:
        pointer = pointer.rpartition("/")[0]
        if pointer in gone:
            return True
    return False
