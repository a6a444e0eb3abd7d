"""One fault in one island: generated, and held against the SDK of the sound document."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from sdkwright.changes.written import SURFACE
from sdkwright.docs.reader.where.places import LLMS_FULL
from sdkwright.inputs import Inputs
from sdkwright.openapi.grammar.model import objects
from sdkwright.openapi.pointer import split
from sdkwright.output import MANIFEST
from sdkwright.pipeline import Built, build, load_inputs, validated
from sdkwright.problems import ProblemsError
from sdkwright.stages import Stages

from .islands import WORDS
from .kinds import KINDS, Kind
from .layouts import LAYOUTS, ROOT, Files, Layout, as_text, write


@dataclass(frozen=True, slots=True)
class Broken:
    """A document with one fault."""

    layout: Layout
    kind: Kind
    word: str
    file: str
    """Where the fault is."""
    pointer: str
    """The object that was changed."""
    texts: dict[str, str]
    """All files."""
    lines: tuple[int, int]
    """The first and the last line of that object, counted from 1."""


def broken(random: Random) -> Broken:
    """A sound document with a fault of a random kind in a random place."""
    while True:
        layout, kind, word = random.choice(LAYOUTS), random.choice(KINDS), random.choice(WORDS)
        files = layout.sound()
        places = list(places_of(kind, word, files, layout))
        if not places:
            continue
        file, node, pointer = random.choice(places)
        if kind.change(node, word):
            texts = {name: as_text(document) for name, document in files.items()}
            return Broken(layout, kind, word, file, pointer, texts, _lines(texts[file], pointer))


def places_of(kind: Kind, word: str, files: Files, layout: Layout) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The objects of an island to which a fault of the kind may happen: file, object, pointer."""
    for file, document in files.items():
        for holder, node, pointer in objects(document, layout.grammar):
            if holder != kind.holder or "/callbacks/" in pointer:  # What a callback needs is no matter of a client.
                continue
            if word in pointer or (holder == "paths" and file == ROOT):
                yield file, node, pointer


def _lines(text: str, pointer: str) -> tuple[int, int]:
    """Where an object stands, by the parser of YAML alone."""
    node: Any = yaml.compose(text)
    start = node
    for token in split(pointer):
        if isinstance(node, yaml.MappingNode):
            start, node = next((key, value) for key, value in node.value if key.value == token)
        else:
            node = start = node.value[int(token)]
    return start.start_mark.line + 1, node.end_mark.line + 1


def generated(texts: dict[str, str], folder: Path) -> Built:
    """What is generated of a document; raises ProblemsError."""
    path = write(texts, folder)
    stages = Stages(lambda _: None)
    return build(validated(load_inputs(Inputs(path, folder / "out"), stages), stages), stages)


@cache
def sound(layout: Layout, folder: Path) -> Built:
    """The SDK of the sound document."""
    return generated({name: as_text(document) for name, document in layout.sound().items()}, folder)


def findings(fault: Broken, folder: Path) -> list[str]:
    """What is wrong with how the fault was taken; nothing if all is well."""
    before = sound(fault.layout, folder)
    try:
        after = generated(fault.texts, folder)
    except ProblemsError as error:
        return [f"the document is refused: {error}"]
    first, last = fault.lines
    known = {(problem.code, problem.message) for problem in before.problems}
    new = [problem for problem in after.problems if (problem.code, problem.message) not in known]
    places = [problem.position for problem in new if problem.position is not None]
    lines = [place.line for place in places if Path(place.file).name == fault.file]
    found = list(_differences(before.tree.files, after.tree.files, fault.word))
    if not places:
        found.append("nothing is said of the fault, so that `--strict` lets it pass")
    elif not any(first <= line <= last for line in lines):
        found.append(f"no problem names lines {first} to {last} of {fault.file}: {sorted(lines)}")
    return found


def _differences(before: Mapping[str, bytes], after: Mapping[str, bytes], word: str) -> Iterator[str]:
    """Lines about other islands that changed, beyond samples and lists, which show what is there."""
    for path in sorted({*before, *after} - {MANIFEST, SURFACE, LLMS_FULL}):  # The last one repeats the pages.
        old, new = before.get(path, b""), after.get(path, b"")
        is_shared = not any(other in path for other in WORDS)
        if old == new or word in path or (is_shared and b"" in (old, new)):
            continue
        about = _of_others if is_shared else _about_others
        was, now = (about(path, text.decode(), word) for text in (old, new))
        if was != now:
            changed = [line for line in difflib.ndiff(was, now) if line[:1] in "+-"]
            yield f"{path}: {changed[:6]}"


def _about_others(_: str, text: str, word: str) -> list[str]:
    """The lines of a file of another island; credentials of all schemes stand in every sample."""
    return [line for line in text.splitlines() if word not in line.lower()]


def _of_others(path: str, text: str, word: str) -> list[str]:
    """The lines of a shared file that name another island, without their places in it."""
    if path.endswith(".md"):  # Samples are of the operations that suit best.
        text = "\n".join(line for line in text.splitlines() if line.startswith("* ["))
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if any(other in line.lower() for other in WORDS) and word not in line.lower()]
