"""Where every part of a document was written, found only when somebody asks.

Places are kept by the identity of mappings and lists, not by pointer: whatever the later steps move, merge or remove,
a mapping knows the text it was read from.  A step that makes a new mapping, or puts a value under another key, says
here what it was made from.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sdkwright.openapi.data import Container, Json
from sdkwright.openapi.pointer import split, step
from sdkwright.openapi.syntax.source import Source, Tree
from sdkwright.problems import Position


class Place(NamedTuple):
    """A key or item of a container, or (key None) the container itself."""

    container: Container
    key: str | None = None


class Positions:
    """The way from a part of the document back to its file, line and column."""

    def __init__(self) -> None:
        self.sources: list[Source] = []
        """The files that were taken in."""
        self.missing: list[Path] = []
        """The files that were looked for and are not there."""
        self._trees: list[Tree] = []
        """Those whose places were looked at come first."""
        self._numbers: dict[int, int] = {}
        """Identity of a container: which it is, counted through all trees that were looked at."""
        self._firsts: list[int] = []
        """The number of the first container of each of them."""
        self._read: dict[int, tuple[Source, int, dict[str, int]]] = {}
        """Identity of a container that was asked for: its source, where it begins, and where its entries stand."""
        self._made: dict[int, Place] = {}
        self._moved: dict[tuple[int, str], Place] = {}
        self._kept: list[Container] = []
        """Holds what is known by identity alive."""

    def add(self, tree: Tree) -> None:
        """Take in a file, whose places are looked at when they are needed."""
        self.sources.append(tree.source)
        self._trees.append(tree)
        for copy, original in tree.copies:
            self.made(copy, Place(original))
        for node, key, merged in tree.merged:
            self.moved(node, key, Place(merged, key))

    def made(self, new: Container, origin: Place) -> None:
        """`new` was made by a step from what stands at `origin`; its keys are looked up there too."""
        self._kept.append(new)
        self._made[id(new)] = origin

    def moved(self, container: Container, key: str, origin: Place) -> None:
        """What now stands under `key` of `container` was written at `origin`."""
        self._kept.append(container)
        self._moved[id(container), key] = origin

    def keys(self, asked: Iterable[tuple[Container, str, bool]]) -> list[int]:
        """By what keys of mappings are found again in the one text that was read: where they stand in YAML, in JSON the
        number of the mapping among all mappings and lists.  -1 for one that YAML has not line by line, or whose value
        also stands elsewhere.  Of each mapping is said whether it is an item of a list."""
        trees = [*self._trees]
        if len(trees) != 1 or trees[0].copies or trees[0].merged:
            return []
        self._read_at(0)
        numbers, moved, text, key_of = self._numbers, self._moved, trees[0].source.text, trees[0].key
        elsewhere = {(id(place.container), place.key) for place in (*self._made.values(), *moved.values())} | {*moved}
        touched = {node for node, _ in elsewhere}
        found: list[int] = []
        for node, key, is_item in asked:
            at = id(node)
            number = numbers.get(at)
            if number is None or (at in touched and ((at, None) in elsewhere or (at, key) in elsewhere)):
                found.append(-1)
            else:
                found.append(number if key_of is None else _in_lines(text, key_of(number, key), is_item))
        return found

    def find(self, root: Json, pointer: str) -> Position | None:
        """The place of what `pointer` names in `root`, or of the nearest part above it that was written."""
        places = [Place(root)] if isinstance(root, dict | list) else []
        node: Json = root
        for written in split(pointer):
            if not isinstance(node, dict | list):
                break
            token = written if step(node, written)[0] else written.partition("!")[0]
            found, child = step(node, token)
            if not found:
                break
            places.append(Place(node, token))
            node = child
        return next(filter(None, map(self.of, reversed(places))), None)

    def of_key(self, container: Container, key: str | None) -> Position | None:
        """The position of a key of `container`, or of the container itself."""
        return self.of(Place(container, key))

    def of(self, place: Place) -> Position | None:
        """The position of one place; None if it was made from nothing written."""
        key = place.key
        container: Container = place.container
        for _ in range(1000):
            if key is not None and (id(container), key) in self._moved:
                container, key = self._moved[id(container), key]
                continue
            if (read := self._read_at(id(container))) is not None:
                source, start, entries = read
                return source.position(start if key is None else entries.get(key, start))
            origin = self._made.get(id(container))
            if origin is None:
                return None
            container, key = origin.container, key if origin.key is None else origin.key
        return None

    def _read_at(self, identity: int) -> tuple[Source, int, dict[str, int]] | None:
        """Where a container that was read stands."""
        for tree in self._trees[len(self._firsts) :]:
            first = len(self._numbers)
            self._firsts.append(first)
            self._numbers.update(zip(map(id, tree.containers), count(first)))
        number = self._numbers.get(identity)
        if number is not None and identity not in self._read:
            index = bisect_right(self._firsts, number) - 1
            tree = self._trees[index]
            marks = tree.marks(number - self._firsts[index])
            self._read[identity] = (tree.source, marks.start, dict(marks.entries))
        return self._read.get(identity)


def _in_lines(text: str, place: tuple[int, int, bool] | None, is_item: bool) -> int:
    """Where a key stands of which `Tree.key` knows a place, if its mapping is written line by line; else -1."""
    if place is None:
        return -1
    start, index, is_alone = place
    is_pair = is_alone and is_item and text[index - 2 : index] != "- "  # perhaps `[key: value]`
    in_braces = text[start] in "{&!"  # An anchor or a tag may stand before a brace.
    return -1 if in_braces or is_pair else index


def copied(value: Json, positions: Positions) -> Json:
    """A copy that shares no mapping or list with `value` and knows the same places."""
    if not isinstance(value, dict | list):
        return value
    top: Container = {} if isinstance(value, dict) else []
    work: list[tuple[Container, Container]] = [(value, top)]
    while work:
        old, new = work.pop()
        positions.made(new, Place(old))
        for key, child in old.items() if isinstance(old, dict) else enumerate(old):
            copy: Json = child
            if isinstance(child, dict | list):
                inner: Container = {} if isinstance(child, dict) else []
                work.append((child, inner))
                copy = inner
            if isinstance(new, dict):
                new[str(key)] = copy
            else:
                new.append(copy)
    return top
