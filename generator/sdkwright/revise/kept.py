"""What the last run planned, kept so that a run after an edit of texts makes anew only what shows them.

Each class and each module of models is kept by itself, with the numbers of the texts that it shows; the texts stand
beside them.  What is read back are frozen values of the view and plain data, and nothing else: no other class is looked
up, and no function.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copyreg import dispatch_table
from functools import cache, partial
from pathlib import Path
from sys import modules
from typing import TYPE_CHECKING, Any, cast

from sdkwright.cache import Record, keep_sealed, read_sealed
from sdkwright.frozen import Frozen, replace
from sdkwright.openapi.data import JsonMap
from sdkwright.openapi.syntax.scalars import WrittenFloat
from sdkwright.text.escape import docstring
from sdkwright.text.kinds import Code, Docstring, Parameters, Prose
from sdkwright.text.told import Place, Shown, Told, plain
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


class Unit(Frozen):
    """A part of the plan, or the document: from where to where it stands in `Kept.units`."""

    start: int
    end: int
    shows: frozenset[int] = frozenset()
    """The numbers of the texts in it."""


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
    keys_of: Callable[[Sequence[Place]], Iterable[int]],
) -> None:
    """Keeps the plan of a run, which stands in the folder `out`; `keys_of` says where the keys of texts stand."""
    sdk, shown, shows = plan.sdk, plan.shown, plan.shows

    def parts() -> Iterator[bytes | memoryview]:
        numbers = {id(text): number for number, text in enumerate(shown.texts)}
        leaks: set[int] = set()
        units = [Unit(0, 0)]
        alone = replace(sdk, resources=(), modules=(), reference=None)
        for value in (alone, sdk.reference, *sdk.resources, *sdk.modules):
            content, texts = _unit(value, numbers, leaks)
            units.append(Unit(units[-1].end, units[-1].end + len(content), texts))
            yield content
        document = _plain_data(root)
        yield document
        places = tuple(text.place for text in shown.texts)
        rest, reference, *others = units[1:]
        kept = Kept(
            run=record.run,
            manifest=record.manifest,
            texts=tuple(map(plain, shown.texts)),
            places=places,
            asked=shown.asked | leaks | _numbers(shows.everywhere, numbers),
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
            keys=tuple(keys_of(places)),
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
    kept = _Reader(found[start:end], _NO_MAKERS).load()
    return replace(kept, units=found[:start]) if isinstance(kept, Kept) else None


def document_of(kept: Kept) -> JsonMap:
    """The data of the document, with the texts of the last run."""
    root = cast(JsonMap, _read(kept, _NO_MAKERS, kept.document))
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
    read = partial(_read, kept, _makers(now, kept.changed | texts.keys()))
    rest: Sdk = read(kept.rest)
    if modules is not None:
        return replace(rest, modules=tuple(read(kept.modules[number]) for number in sorted(modules)))
    return replace(
        rest,
        reference=read(kept.reference),
        resources=tuple(map(read, kept.resources)),
        modules=tuple(map(read, kept.modules)),
    )


# --------------------------------------------------------------------------------------------------------- the format


def _numbers(texts: Iterable[int], numbers: Mapping[int, int]) -> frozenset[int]:
    """Of texts that are given by their identities; one that is none of the document's is data of somebody else."""
    return frozenset(numbers[text] for text in texts if text in numbers)


def _plain_data(root: JsonMap) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, 5)
    pickler.dispatch_table = {**dispatch_table, Told: lambda text: (str, (plain(text),))}
    pickler.dump(root)
    return buffer.getvalue()


def _unit(value: object, numbers: Mapping[int, int], leaks: set[int]) -> tuple[bytes, frozenset[int]]:
    """A part of the plan, and the numbers of the texts that it shows.

    What is shown by other means than the view's goes to `leaks`: nobody knows by which."""
    shown: set[int] = set()

    def prose(text: Prose) -> tuple[Any, ...]:
        told = text.raw
        if type(told) is not Told:
            return Prose, (told,)
        number = numbers[id(told)]
        shown.add(number)
        return told_prose, (number,)

    def leaked(text: Told) -> tuple[Any, ...]:
        leaks.add(numbers[id(text)])
        return str, (plain(text),)

    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, 5)
    pickler.dispatch_table = {
        **dispatch_table,
        Prose: prose,
        Docstring: _taken_apart,
        Told: leaked,
        Code: lambda code: (Code, (str.__str__(code),)),  # The same as without it, in half the time.
    }
    pickler.dump(value)
    return buffer.getvalue(), frozenset(shown)


def _end(kept: Kept) -> tuple[bytes, bytes]:
    """What stands behind the units: all else, and how long that is."""
    content = pickle.dumps(replace(kept, units=b""), 5)
    return content, len(content).to_bytes(_SIZE, "big")


def _read(kept: Kept, makers: _Makers, unit: Unit) -> Any:
    return _Reader(kept.units[unit.start : unit.end], makers).load()


def _taken_apart(text: Docstring) -> tuple[Any, ...]:
    return told_docstring, (str.__str__(text), text.parts, text.indent)


def told_prose(number: int) -> Prose:
    """Stands in what is kept for the text of that number.  It is a name and nothing else: who reads it knows the texts,
    and calls what makes them in its place (`_makers`)."""
    raise NotImplementedError(number)


def told_docstring(text: str, parts: tuple[str | Prose | Parameters, ...], indent: int) -> Docstring:
    """Stands in the same way for a docstring, which is made anew where it shows a text that changed."""
    raise NotImplementedError(text, parts, indent)


_Makers = Mapping[str, Callable[..., Any]]
_NO_MAKERS: _Makers = {}


def _makers(texts: Sequence[str], changed: Collection[int]) -> _Makers:
    """What puts the texts in their places."""
    known: dict[int, Prose] = {}
    new: set[int] = set()

    def prose(number: int) -> Prose:
        if number not in known:
            known[number] = made = Prose(texts[number])
            if number in changed:
                new.add(id(made))
        return known[number]

    def again(text: str, parts: tuple[str | Prose | Parameters, ...], indent: int) -> Docstring:
        is_new = any(
            any(id(row) in new for _, row in part.rows) if isinstance(part, Parameters) else id(part) in new
            for part in parts
        )
        return Docstring.of(str.__str__(docstring(parts, indent)) if is_new else text, parts, indent)

    return {told_prose.__name__: prose, told_docstring.__name__: again}


class _Reader(pickle.Unpickler):
    """Reads plain data and the frozen values of the view, and refuses all else."""

    def __init__(self, content: bytes | memoryview, makers: _Makers) -> None:
        super().__init__(io.BytesIO(content))
        self._makers = makers

    def find_class(self, module_name: str, global_name: str) -> Any:
        if module_name == __name__:
            return _OWN.get(global_name) or self._makers[global_name]
        return _class(module_name, global_name)


@cache
def _class(module_name: str, global_name: str) -> type:
    """A class of plain data or of the view, which each part of a plan names.  Raises UnpicklingError for all else."""
    if module_name == "builtins" and global_name in ("frozenset", "set", "str"):
        return {"frozenset": frozenset, "set": set, "str": str}[global_name]
    found = None
    if module_name.startswith(("sdkwright.view.", "sdkwright.text.", "sdkwright.openapi.syntax.scalars")):
        found = getattr(modules.get(module_name), global_name, None)
    if not isinstance(found, type) or found.__module__ != module_name:
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no value of a view")
    return found


_OWN: Mapping[str, type] = {"Kept": Kept, "Unit": Unit, "WrittenFloat": WrittenFloat}
