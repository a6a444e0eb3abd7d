"""What a run keeps for the one after the next edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from sdkwright.cache import Record
from sdkwright.frozen import replace
from sdkwright.inputs import Inputs
from sdkwright.openapi.data import JsonMap
from sdkwright.revise.kept import Plan, write_plan, write_text, write_views
from sdkwright.revise.result import Revised
from sdkwright.text.told import Place

if TYPE_CHECKING:
    from sdkwright.pipeline import Built, Loaded

_Holder: TypeAlias = "tuple[JsonMap, str, bool]"
"""What holds a text, its key there, and whether what holds it is an item of a list."""


def keep_plan(record: Record | None, inputs: Inputs, loaded: Loaded, built: Built, lines: tuple[str, ...]) -> None:
    """Keeps what a run has planned, beside the record of the run."""
    early, document = len(loaded.problems), loaded.document
    if record is None or record.problems is None:
        return
    sources = {str(source.path) for source in document.positions.sources}
    placed: list[bool] = []
    for problem in built.problems[early:]:
        is_placed = problem.pointer is not None and problem.position == document.position(problem.pointer)
        if not is_placed and problem.position is not None and problem.position.file in sources:
            return  # Nobody knows where it goes when lines move.
        placed.append(is_placed)
    plan = Plan(built.sdk, built.shown, built.shows, tuple(placed), lines)
    texts = built.shown.texts
    holders = [*_holders(document.root, [text.place for text in texts])]
    keys = tuple(_keys(loaded, inputs, holders))
    for (node, key, _), text in zip(holders, texts, strict=True):
        node[key] = str.__str__(text)  # Nobody asks the document any more where its texts stand.
    write_plan(inputs.out, record, document.root, document.left_out, plan, keys)
    _keep_text(record, inputs, keys, document.positions.sources[0].text)


def keep_revised(record: Record | None, inputs: Inputs, revised: Revised) -> None:
    """The same of a run that has made anew what shows some texts."""
    if record is not None:
        write_views(inputs.out, replace(revised.kept, run=record.run, manifest=record.manifest))
        _keep_text(record, inputs, revised.kept.keys, revised.text)


def _keep_text(record: Record, inputs: Inputs, keys: Sequence[int], text: str | None) -> None:
    """Keeps the text of a document in which it is known where a key of a text stands; of another nobody asks for it."""
    digest = record.read.get(str(inputs.spec))
    if text is not None and digest is not None and max(keys, default=-1) >= 0:
        write_text(inputs.out, text, digest)


def keys_in(loaded: Loaded, inputs: Inputs, places: Iterable[Place]) -> Sequence[int]:
    """Where the keys of texts stand in the document; nothing where it is more than one file as it is written."""
    return _keys(loaded, inputs, _holders(loaded.document.root, places))


def _keys(loaded: Loaded, inputs: Inputs, holders: Iterable[_Holder]) -> Sequence[int]:
    document, config = loaded.document, loaded.options.config
    if config.strict or config.overlays or inputs.overlays or document.version.startswith("2"):
        return ()
    return document.positions.keys(holders)


def _holders(root: JsonMap, places: Iterable[Place]) -> Iterator[_Holder]:
    """What holds each text."""
    known: dict[int, Any] = {}
    for place in places:
        match place:
            case ((_, int()) as above, key):
                yield _at(above, root, known), str(key), True
            case (above, key):
                yield _at(above, root, known), str(key), False
            case _:
                pass  # The root, which is no text.


def _at(place: Place, root: JsonMap, known: dict[int, Any]) -> Any:
    """What stands at a place; `known` is what stands at those that were asked for."""
    if not place:
        return root
    found = known.get(id(place))
    if found is None:
        above, key = place
        found = known[id(place)] = _at(above, root, known)[key]
    return found
