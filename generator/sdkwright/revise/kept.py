"""What the last run planned, kept so that a run after an edit of texts makes anew only what shows them.

Each class and each module of models is kept by itself (`units`), with the numbers of the texts that it shows; the texts
stand beside them.
"""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sdkwright.cache import Record, keep_sealed, read_sealed
from sdkwright.frozen import Frozen, replace
from sdkwright.openapi.data import JsonMap
from sdkwright.revise.units import Makers, Unit, makers, read, unit
from sdkwright.text.told import Place, Shown
from sdkwright.view.package import Sdk
from sdkwright.view.reference import ModelKey

if TYPE_CHECKING:
    from sdkwright.docs.reader.where.shows import Shows

_NAME = "views.bin"
_TEXT = "document.txt"
_SIZE = 8


class Kept(Frozen):
    """A plan as it is kept, with the texts that it shows."""

    run: str
    """What the run was that it belongs to: `Record.run`."""
    manifest: str
    """The digest of the manifest that the last run has left."""
    texts: tuple[str, ...]
    """As they are now."""
    places: tuple[Place, ...]
    """The way to each text in the document."""
    asked: frozenset[int]
    """The numbers of texts of which more depends than what shows them."""
    compared: frozenset[int]
    """The numbers of texts of which more depends where others become equal to them."""
    changed: frozenset[int]
    """The numbers of texts that were others when the plan was made."""
    document: Unit
    """The data of the document, with the texts of that time."""
    left_out: frozenset[str]
    """The operations of it that have no method."""
    rest: Unit
    reference: Unit
    resources: tuple[Unit, ...]
    modules: tuple[Unit, ...]
    found_early: int
    """How many of the warnings are found before the document is normalised."""
    placed: tuple[bool, ...]
    """Of each of the others, whether its position is that of its pointer."""
    pages: Mapping[str, frozenset[int]]
    """The reader's pages in their order, and the numbers of the texts that each shows."""
    listed: tuple[str, ...]
    """Those that also stand in the one that holds all of the reference."""
    sections: tuple[tuple[ModelKey, str, str], ...]
    """The inline classes with sections of their own: on which page, and the anchor there."""
    lines: tuple[str, ...]
    """What the run said at its end of what was generated."""
    keys: tuple[int, ...]
    """Where the key of each text stands in the file that is all of the document; in JSON, which of its mappings and
    lists has it (`Positions.keys`).  -1 where that is not certain; empty where it is not known of any."""
    units: bytes | memoryview = b""
    """The content of all units, one behind the other."""


class Showing(Frozen):
    """Which parts of a plan show some texts: that of no class and no module, the numbers of classes and modules and the
    reader's pages."""

    rest: bool
    resources: frozenset[int]
    modules: frozenset[int]
    pages: tuple[str, ...]


class Plan(Frozen):
    """What a run has planned, and what is known of it."""

    sdk: Sdk
    shown: Shown
    shows: Shows
    placed: tuple[bool, ...]
    lines: tuple[str, ...]


def write_plan(
    out: Path,
    record: Record,
    root: JsonMap,
    left_out: frozenset[str],
    plan: Plan,
    keys: tuple[int, ...],
) -> None:
    """Keeps the plan of a run, which stands in the folder `out`, with where the keys of texts stand; the texts in the
    document `root` are marked no more."""
    sdk, shown, shows = plan.sdk, plan.shown, plan.shows

    def parts() -> Iterator[bytes | memoryview]:
        numbers = {id(text): number for number, text in enumerate(shown.texts)}
        units = [Unit(0, 0)]
        alone = replace(sdk, resources=(), modules=(), reference=None)
        for value in (alone, sdk.reference, *sdk.resources, *sdk.modules):
            content, texts = unit(value, numbers)
            units.append(Unit(units[-1].end, units[-1].end + len(content), texts))
            yield content
        document = pickle.dumps(root, 5)
        yield document
        rest, reference, *others = units[1:]
        kept = Kept(
            run=record.run,
            manifest=record.manifest,
            texts=tuple(map(str.__str__, shown.texts)),
            places=tuple(text.place for text in shown.texts),
            asked=shown.asked | _numbers(shows.everywhere, numbers),
            compared=shown.compared,
            changed=frozenset(),
            document=Unit(units[-1].end, units[-1].end + len(document)),
            left_out=left_out,
            rest=rest,
            reference=reference,
            resources=tuple(others[: len(sdk.resources)]),
            modules=tuple(others[len(sdk.resources) :]),
            found_early=len(record.problems or ()) - len(plan.placed),
            placed=plan.placed,
            pages={path: _numbers(texts, numbers) for path, texts in shows.texts.items()},
            listed=shows.listed,
            sections=shows.sections,
            lines=plan.lines,
            keys=keys,
        )
        yield from _end(kept)

    keep_sealed(out, _NAME, record.run, parts())


def write_views(out: Path, kept: Kept) -> None:
    """Keeps what was read, with other texts."""
    keep_sealed(out, _NAME, kept.run, (kept.units, *_end(kept)))


def write_text(out: Path, text: str, digest: str) -> None:
    """Keeps the text of the document, whose file has that digest."""
    keep_sealed(out, _TEXT, digest, (text.encode(),))


def read_text(out: Path, digest: str) -> str | None:
    """The text of the file of that digest; None where another one was kept, or none."""
    found = read_sealed(out, _TEXT, digest)
    return None if found is None else str(found, "utf-8")


def read_views(out: Path, run: str) -> Kept | None:
    """The plan that the run `run` (`Record.run`) has kept; None where there is none, or it was cut short.

    One of another run is not even read: another version may have other values.
    """
    found = read_sealed(out, _NAME, run)
    if found is None:
        return None
    end = len(found) - _SIZE
    start = end - int.from_bytes(found[end:], "big")
    kept = read(found[start:end], {"Kept": Kept, "Unit": Unit})
    return replace(kept, units=found[:start]) if isinstance(kept, Kept) else None


def document_of(kept: Kept) -> JsonMap:
    """The data of the document, with the texts of the last run."""
    root = cast(JsonMap, _read(kept, kept.document, {}))
    put_texts(root, kept, {number: kept.texts[number] for number in kept.changed})
    return root


def put_texts(root: JsonMap, kept: Kept, texts: Mapping[int, str]) -> None:
    """Puts texts, by their numbers, into the data of a document."""
    for number, text in texts.items():
        *above, last = way(kept.places[number])
        node: Any = root
        for key in above:
            node = node[key]
        node[last] = text


def way(place: Place) -> tuple[str | int, ...]:
    """The keys from the root of a document to a part of it."""
    match place:
        case (above, key):
            return (*way(above), key)
        case _:
            return ()


def showing(kept: Kept, texts: Collection[int]) -> Showing:
    """Which parts show one of the texts, which are given by their numbers."""

    def found(units: Sequence[Unit]) -> frozenset[int]:
        return frozenset(number for number, unit in enumerate(units) if not unit.shows.isdisjoint(texts))

    pages = tuple(path for path, shows in kept.pages.items() if not shows.isdisjoint(texts))
    return Showing(bool(found((kept.rest,))), found(kept.resources), found(kept.modules), pages)


def plan_of(kept: Kept, texts: Mapping[int, str], modules: Collection[int] | None = None) -> Sdk:
    """The plan with these texts, by their numbers, in the place of those that were kept; all of it, or no classes and
    those modules of models alone whose numbers are given."""
    now = [*kept.texts]
    for number, text in texts.items():
        now[number] = text
    changed = kept.changed | texts.keys()
    still, again = makers(now, ()), makers(now, changed)

    def part(one: Unit) -> Any:
        return _read(kept, one, still if one.shows.isdisjoint(changed) else again)

    rest: Sdk = part(kept.rest)
    if modules is not None:
        return replace(rest, modules=tuple(part(kept.modules[number]) for number in sorted(modules)))
    return replace(
        rest,
        reference=part(kept.reference),
        resources=tuple(map(part, kept.resources)),
        modules=tuple(map(part, kept.modules)),
    )


def _numbers(texts: Iterable[int], numbers: Mapping[int, int]) -> frozenset[int]:
    """Of texts that are given by their identities; one that is none of the document's is data of somebody else."""
    return frozenset(numbers[text] for text in texts if text in numbers)


def _end(kept: Kept) -> tuple[bytes, bytes]:
    """What stands behind the units: all else, and how long that is."""
    content = pickle.dumps(replace(kept, units=b""), 5)
    return content, len(content).to_bytes(_SIZE, "big")


def _read(kept: Kept, one: Unit, made: Makers) -> Any:
    return read(kept.units[one.start : one.end], made)
