"""The surfaces that commands compare: of a document, of an output folder, of what git has at a revision."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from sdkwright.changes.surface import Surface
from sdkwright.changes.taken import places_of, surface_of
from sdkwright.changes.written import SURFACE, UnreadableSurfaceError, parse_surface
from sdkwright.frozen import Frozen, field, replace
from sdkwright.inputs import Inputs
from sdkwright.names.published.ledger import Ledger
from sdkwright.output import read_regular, safe_join
from sdkwright.pipeline import analyse, load_inputs, named, validated
from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.changes import NO_SURFACE
from sdkwright.stages import Stages


class Side(Frozen):
    """One of the two that are compared."""

    surface: Surface
    places: Mapping[tuple[str, str], Position] = field(default_factory=dict[tuple[str, str], Position])
    """Where its parts were written; nothing of a folder, whose document nobody has read."""
    ledger: Ledger | None = None
    """The names that hold after it."""
    version: str | None = None
    """What the options call it; None of a folder."""


def sides(typed: argparse.Namespace, inputs: Inputs, stages: Stages) -> tuple[Side, Side]:
    """What is to be compared: two that were named; or the one that was, or what stood at a revision, or stands in the
    output folder, and what the document makes now."""
    if typed.old is not None:
        old = _side(Path(typed.old), inputs, stages)
        return old, _side(Path(typed.new or inputs.spec), inputs, stages, old.ledger)
    if typed.against is not None:
        from sdkwright.publish.revision import at_revision  # It can start programs, which most runs do not.

        with at_revision(typed.against) as folder:
            old = _of_document(_moved(inputs, folder), stages)
        # Its files are gone: what is said of places is said of the repository's own.
        old = replace(old, places={key: _back(place, folder) for key, place in old.places.items()})
        return old, _of_document(inputs, stages)
    return _of_folder(inputs.out), _of_document(inputs, stages)


def _side(path: Path, inputs: Inputs, stages: Stages, ledger: Ledger | None = None) -> Side:
    if path.is_dir():
        return _of_folder(path)
    return _of_document(replace(inputs, spec=path), stages, ledger)


def _of_folder(folder: Path) -> Side:
    """What the output folder of a run says of itself.  Raises ProblemsError."""
    surface, why = standing(folder)
    if surface is None:
        raise ProblemsError([Problem(Severity.ERROR, NO_SURFACE, why, position=Position(str(folder / SURFACE)))])
    return Side(surface)


def _of_document(inputs: Inputs, stages: Stages, ledger: Ledger | None = None) -> Side:
    """What a document makes, with the names of `ledger`, or of that in the output folder.  Raises ProblemsError."""
    loaded = validated(load_inputs(inputs, stages), stages)
    if ledger is not None:
        loaded = loaded.with_ledger(ledger)
    api, _ = analyse(loaded, stages)
    names = named(api, loaded, stages)
    config = loaded.options.config
    places = {key: loaded.document.position(pointer) for key, pointer in places_of(api, names, config).items()}
    after = Ledger(is_draft=True) if loaded.ledger.is_draft else Ledger(names.entries)
    return Side(surface_of(api, names, config), places, after, config.version)


def _moved(inputs: Inputs, folder: Path) -> Inputs:
    """The same files in another folder, written for whatever version there was; what stands elsewhere stays."""
    return replace(
        inputs,
        spec=there(inputs.spec, folder),
        out=there(inputs.out, folder),
        config=None if inputs.config is None else there(inputs.config, folder),
        overlays=tuple(there(one, folder) for one in inputs.overlays),
        ref_root=None if inputs.ref_root is None else there(inputs.ref_root, folder),
        any_version=True,
    )


def there(path: Path, folder: Path) -> Path:
    here, absolute = Path.cwd().resolve(), path.resolve()
    return folder / absolute.relative_to(here) if absolute.is_relative_to(here) else path


def _back(place: Position, folder: Path) -> Position:
    path = Path(place.file)
    return replace(place, file=str(path.relative_to(folder))) if path.is_relative_to(folder) else place


def standing(folder: Path) -> tuple[Surface | None, str]:
    """The surface of the SDK in an output folder; None, and why, where it cannot be known."""
    content = read_regular(safe_join(folder, SURFACE))
    if content is None:
        return None, f"`{folder}` does not say what users of its SDK can name"
    try:
        return parse_surface(content), ""
    except UnreadableSurfaceError as error:
        return None, f"`{folder / SURFACE}` cannot be read: {error}"


def standing_at(revision: str, folder: Path) -> tuple[Surface | None, str]:
    """The same of what git has at a revision.  Raises ProblemsError where there is no such revision."""
    from sdkwright.publish.revision import at_revision  # It can start programs, which most runs do not.

    with at_revision(revision) as root:
        return standing(there(folder, root))


def breaks(old: Surface, new: Surface) -> bool:
    """Whether a change breaks callers."""
    from sdkwright.changes.compare import compare

    return any(one.breaks for one in compare(old, new, every_use=False))


def change_line(old: Surface, new: Surface) -> str | None:
    """What changed for callers, counted; None where nothing did."""
    from sdkwright.changes.compare import compare
    from sdkwright.changes.report import placed, summary  # Needed where there was an SDK before.

    changes = placed(compare(old, new, every_use=False), {}, {})
    return f"{summary(changes)}. `sdkwright diff` shows them." if changes else None
