"""The count of a document against the coverage report of its SDK."""

from __future__ import annotations

from pathlib import Path

from sdkwright.cli.text.reports import accounts
from sdkwright.inputs import Inputs
from sdkwright.ir.service import Outcome
from sdkwright.pipeline import analyse, load_inputs
from sdkwright.problems import Position
from sdkwright.stages import Stages

from .count import Part, parts, places


def unaccounted(path: Path, config: Path | None = None) -> list[Part]:
    """The parts of a document that its report neither has nor names as left out; raises ProblemsError if it is refused.

    What stands inside of a part that is left out, or that another part stands for, is accounted for with it.
    """
    stages = Stages(lambda _: None)
    loaded = load_inputs(Inputs(path, path.parent / "out", config), stages)
    api, problems = analyse(loaded, stages)
    entries = list(accounts(api.coverage, problems, loaded.document))
    known = {(entry.kind, at) for entry, place in entries for at in (entry.id, _written(place, path))}
    gone = {
        at
        for entry, place in entries
        if entry.outcome is not Outcome.GENERATED or entry.reason
        for at in (entry.id, _written(place, path))
    }
    files = _Files(path)
    return sorted(
        (kind, at)
        for kind, at in parts(path)
        if not any((kind, place) in known for place in files.places(at)) and not _within(at, gone, files)
    )


class _Files:
    """The places of parts of other files, by which the report knows them: their pointers are those of one document."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self._places: dict[str, dict[str, set[tuple[int, int]]]] = {}

    def places(self, at: str) -> list[str]:
        """How the report may call a part."""
        file, _, pointer = at.partition("#")
        if not file:
            return [at]
        if file not in self._places:
            self._places[file] = places(self.folder / file)
        return [f"{file}:{line}:{column}" for line, column in self._places[file].get(pointer, ())]


def _written(place: Position, path: Path) -> str:
    """Where a part of another file was written."""
    file = Path(place.file).resolve()
    folder = path.parent.resolve()
    name = str(file.relative_to(folder)) if file.is_relative_to(folder) else place.file
    return f"{name}:{place.line}:{place.column}"


def _within(at: str, gone: set[str], files: _Files) -> bool:
    while "/" in at.partition("#")[2]:
        at = at.rpartition("/")[0]
        if gone.intersection(files.places(at)):
            return True
    return False
