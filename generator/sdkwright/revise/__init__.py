"""A run after an edit of nothing but texts for people: what shows them is made anew, and all else stays as it is.

No name, no type and no call depends on what a `summary` or a `description` says, so the plan of the last run holds with
another text in its place.  That is not trusted but known: every text notes whether somebody looked into it on the way
to the view (`text/told.py`), and an edit of one that was is no case for this module.  Nor is anything else of which it
is not certain that the result is that of a whole run: other data, other options, another ledger, other warnings, a
folder that somebody changed.  Then it finds nothing, and the whole run follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sdkwright.cache import Record, read_record, still_stands
from sdkwright.frozen import Frozen, replace
from sdkwright.inputs import Inputs
from sdkwright.openapi.data import Json
from sdkwright.openapi.digest import data_digest
from sdkwright.output import Manifest, Stamp, digest, read_manifest
from sdkwright.problems import Problem, ProblemsError
from sdkwright.revise.again import made_again
from sdkwright.revise.kept import Kept, document_of, put_texts, read_views, write_plan, write_views
from sdkwright.stages import Stages
from sdkwright.text.escape import UnsafeTextError
from sdkwright.text.told import is_blank

if TYPE_CHECKING:
    from sdkwright.pipeline import Built, Loaded

Way = tuple[str | int, ...]


class Revised(Frozen):
    """What a run with other texts makes."""

    files: Mapping[str, bytes]
    """Those that are others now."""
    last: Manifest
    """What the folder holds."""
    manifest: Manifest
    """What it will hold."""
    problems: tuple[Problem, ...]
    package: str
    is_draft: bool
    """Its names do not hold yet."""
    others: int
    """How many files lie in the package that no run made."""
    kept: Kept

    @property
    def lines(self) -> tuple[str, ...]:
        """What the run says of what was generated."""
        return self.kept.lines


def keep_plan(record: Record | None, inputs: Inputs, loaded: Loaded, built: Built, lines: tuple[str, ...]) -> None:
    """Keeps what a run has planned, beside the record of the run."""
    early, document = len(loaded.problems), loaded.document
    if record is None:
        return
    sources = {str(source.path) for source in document.positions.sources}
    placed: list[bool] = []
    for problem in built.problems[early:]:
        is_placed = problem.pointer is not None and problem.position == document.position(problem.pointer)
        if not is_placed and problem.position is not None and problem.position.file in sources:
            return  # Nobody knows where it goes when lines move.
        placed.append(is_placed)
    root, left_out = document.root, document.left_out
    write_plan(inputs.out, record, root, left_out, built.sdk, built.shown, built.shows, tuple(placed), lines)


def keep_revised(record: Record | None, inputs: Inputs, revised: Revised) -> None:
    """The same of a run that has made anew what shows some texts."""
    if record is not None:
        write_views(inputs.out, replace(revised.kept, run=record.run, manifest=record.manifest))


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
    try:
        made = made_again(kept, texts, loaded.options.config, inputs.out, last)
    except (ProblemsError, UnsafeTextError):  # The whole run says where it is.
        return None
    if made is None:
        return None
    digests = {path: digest(content) for path, content in made.items() if path in last.files}
    digests = {path: found for path, found in digests.items() if found != last.files[path]}
    files = {path: made[path] for path in digests}
    manifest = Manifest(loaded.stamp, {**last.files, **digests}, last.once)
    now = [*kept.texts]
    for number, text in texts.items():
        now[number] = text
    kept = replace(kept, texts=tuple(now), changed=kept.changed | texts.keys())
    return Revised(files, last, manifest, problems, record.package, record.is_draft, record.outputs.others, kept)


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
    ways = {way: number for number, way in enumerate(kept.places)}
    found: dict[int, str] = {}
    for way, new in _differences(before, loaded.document.root):
        number = ways.get(way)
        if number is None or new is None or number in kept.asked:
            return None
        found[number] = new
    if any(map(is_blank, (*found.values(), *(kept.texts[number] for number in found)))):
        return None  # What has a text and what has none are not alike.
    if _meet(kept, found) or _may_be_told_of(kept, found):
        return None
    put_texts(before, kept, found)
    return found if data_digest(before) == loaded.stamp.document else None


def _meet(kept: Kept, new: Mapping[int, str]) -> bool:
    """Whether one of the texts that are compared is the same as another now: nobody knows what comes of that."""
    others = {kept.texts[number].strip() for number in kept.compared - new.keys()}
    said = [new[number].strip() for number in kept.compared & new.keys()]
    return len({*said}) < len(said) or not others.isdisjoint(said)


def _may_be_told_of(kept: Kept, new: Mapping[int, str]) -> bool:
    """Whether there is, or was, something to say of the links in a text."""
    from sdkwright.docs.reader.text.sinks import dead_links

    return any(dead_links(text) for number in new for text in (new[number], kept.texts[number]))


def _differences(old: Json, new: Json) -> Iterator[tuple[Way, str | None]]:
    """Where two documents differ, with the new text; None for what is no text.

    Equal to Python is more than the same: numbers of other types, another order.  A digest of the whole tells."""
    work: list[tuple[Way, Json, Json]] = [((), old, new)]
    while work:
        way, before, now = work.pop()
        if isinstance(before, dict) and isinstance(now, dict) and before.keys() == now.keys():
            work.extend(((*way, key), one, now[key]) for key, one in before.items() if one != now[key])
        elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
            pairs = enumerate(zip(before, now, strict=True))
            work.extend(((*way, index), one, other) for index, (one, other) in pairs if one != other)
        else:
            yield way, now if isinstance(before, str) and isinstance(now, str) else None


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
