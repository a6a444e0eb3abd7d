"""What is new in a document that was read as always, if texts alone were edited in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sdkwright.cache import Record, read_record, still_stands
from sdkwright.frozen import replace
from sdkwright.inputs import Inputs
from sdkwright.openapi.data import Json
from sdkwright.openapi.digest import data_digest
from sdkwright.output import Stamp, read_manifest
from sdkwright.problems import Problem
from sdkwright.revise.keeping import keys_in
from sdkwright.revise.kept import Kept, document_of, put_texts, read_views, way
from sdkwright.revise.result import Changed, Revised, more_depends_on, result_of
from sdkwright.stages import Stages

if TYPE_CHECKING:
    from sdkwright.pipeline import Loaded


def revise(inputs: Inputs, loaded: Loaded, stages: Stages) -> Revised | None:
    """What the run makes; None where that is not certain."""
    record = read_record(inputs.out)
    if record is None:
        return None
    with stages.stage("revise"):
        return _revise(record, inputs, loaded)


def _revise(record: Record, inputs: Inputs, loaded: Loaded) -> Revised | None:
    if record.problems is None or not still_stands(record, inputs):
        return None
    kept, last = read_views(inputs.out, record.run), read_manifest(inputs.out)
    if kept is None or last is None or kept.manifest != record.manifest:
        return None
    if last.others or not _is_like(loaded, kept, last.stamp):
        return None
    texts = _new_texts(loaded, kept)
    problems = None if texts is None else _problems(loaded, kept, record.problems)
    if texts is None or problems is None:
        return None
    kept = replace(kept, keys=tuple(keys_in(loaded, inputs, kept.places)))
    text = loaded.document.positions.sources[0].text
    return result_of(record, inputs, kept, last, Changed(texts, problems, loaded.stamp.document, loaded.read, text))


def _is_like(loaded: Loaded, kept: Kept, stamp: Stamp) -> bool:
    """Whether all but the document is as it was."""
    return (
        (stamp.generator, stamp.options) == (loaded.stamp.generator, loaded.stamp.options)
        and loaded.document.left_out == kept.left_out
        and not loaded.options.config.strict
    )


def _new_texts(loaded: Loaded, kept: Kept) -> Mapping[int, str] | None:
    """The texts that are others now, by their numbers; None if anything else is, or more depends on one of them."""
    before = document_of(kept)
    ways = {way(place): number for number, place in enumerate(kept.places)}
    found: dict[int, str] = {}
    for at, new in _differences(before, loaded.document.root):
        number = ways.get(at)
        if number is None or new is None:
            return None
        found[number] = new
    if more_depends_on(kept, found):
        return None
    put_texts(before, kept, found)
    return found if data_digest(before) == loaded.stamp.document else None


def _differences(old: Json, new: Json) -> Iterator[tuple[tuple[str | int, ...], str | None]]:
    """Where two documents differ, with the new text; None for what is no text.

    Equal to Python is more than the same: numbers of other types, another order.  A digest of the whole tells."""
    work: list[tuple[tuple[str | int, ...], Json, Json]] = [((), old, new)]
    while work:
        at, before, now = work.pop()
        if isinstance(before, dict) and isinstance(now, dict) and before.keys() == now.keys():
            work.extend(((*at, key), one, now[key]) for key, one in before.items() if one != now[key])
        elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
            pairs = enumerate(zip(before, now, strict=True))
            work.extend(((*at, index), one, other) for index, (one, other) in pairs if one != other)
        else:
            yield at, now if isinstance(before, str) and isinstance(now, str) else None


def _problems(loaded: Loaded, kept: Kept, last: tuple[Problem, ...]) -> tuple[Problem, ...] | None:
    """The warnings of the last run where they stand now; None if those that were found by now are others."""
    early = last[: kept.found_early]
    if len(early) != len(loaded.problems) or not all(map(_is_same, early, loaded.problems)):
        return None
    document = loaded.document
    return (
        *(replace(one, position=now.position) for one, now in zip(early, loaded.problems, strict=True)),
        *(
            replace(one, position=document.position(one.pointer)) if is_placed and one.pointer is not None else one
            for one, is_placed in zip(last[kept.found_early :], kept.placed, strict=True)
        ),
    )


def _is_same(one: Problem, other: Problem) -> bool:
    """Whether two problems are the same but for their place, and whether something uses what they are about."""
    return replace(one, position=None, of_unused=False) == replace(other, position=None, of_unused=False)
