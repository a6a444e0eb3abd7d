"""From the events of a YAML text to plain data with its places, and nothing that JSON could not say.

Events carry everything needed, so there is no second tree of nodes: mappings and lists are filled as the events come,
and the limits are counted on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from sys import intern
from typing import Any, Final, NoReturn, TypeAlias

import yaml

from sdkwright.openapi.data import Container, Json, JsonList, JsonMap, kind_of
from sdkwright.openapi.limits import MAX_DEPTH, MAX_NODES
from sdkwright.openapi.syntax.places import Places
from sdkwright.openapi.syntax.scalars import BEGINNINGS, ScalarError, floating, integer, resolve
from sdkwright.openapi.syntax.source import Marks, Source
from sdkwright.problems import ProblemCode
from sdkwright.problems.codes.syntax import (
    COMPLEX_KEY,
    MERGE_KEY,
    NUMBER,
    RECURSIVE_ALIAS,
    SEVERAL_DOCUMENTS,
    TOO_DEEP,
    TOO_MANY_NODES,
    UNKNOWN_ALIAS,
    YAML_TAG,
)

_TAG: Final = "tag:yaml.org,2002:"
_WORD_TAGS: Final = {_TAG + "null", _TAG + "bool"}
_WORD: Final = 40
"""A text that is shorter is likely to stand there more than once."""
_MERGE: Final = str(b"<<", "ascii")
"""Stands for the key that merges: known by what it is, since a key of any text may be written in quotes."""

_Open: TypeAlias = tuple[
    JsonMap | None, JsonList | None, list[int], str | None, list[tuple[int, Json]] | None, int, int, str | None
]
"""What waits for its end: the variables of `fill`."""


class Builder:
    """Fills the tree as the events come."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.documents = 0
        self.places = Places()
        self.containers: list[Container] = []
        """In the order in which they end, as `places` has them."""
        self.copies: list[tuple[Container, Container]] = []
        self.merged: list[tuple[Container, str, Container]] = []
        self.anchored: dict[str, Container] = {}
        self.with_duplicates: list[Marks] = []
        """The mappings in which a key stands twice."""
        self._again: dict[int, list[tuple[str, int]]] = {}
        """Where an open mapping begins: the keys that stand in it already, and where they stand again."""
        self._anchors: dict[str, tuple[Json, int]] = {}
        """What each anchor names, and how many nodes that is with its own aliases and merge keys expanded."""
        self._open_anchors: set[str] = set()

    def fill(self, next_event: Callable[[], Any]) -> Json:
        """Take one event after the other, up to the last; what is the root.

        One loop, with what is open in variables, for there are hundreds of thousands of events, of which nearly all
        are keys and values with neither an anchor nor a tag.
        """
        scalar, mapping_start, list_start = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        mapping_end, list_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        root: Json = None
        stack: list[_Open] = []
        mapping: JsonMap | None = None
        items: JsonList | None = None
        entries: list[int] = []  # Where the keys or items stand.
        key: str | None = None  # It waits for its value.
        merges: list[tuple[int, Json]] | None = None  # How many keys stood before a merge key, and what it merges.
        start = begin = count = 0  # Where it begins, and how many nodes there were by then, and are by now.
        anchor: str | None = None
        node: Container = {}  # What has begun or ended last.
        while True:
            event = next_event()
            kind = event.__class__
            value: Json
            if kind is scalar:
                count += 1
                if count > MAX_NODES:
                    self._too_many(event)
                if mapping is not None and key is None:
                    key = intern(event.value)  # The same few hundred words, as later stages ask for them.
                    if key == "<<" and event.implicit[0]:
                        key = _MERGE
                    elif key in mapping:
                        self._stands_again(event, key, start)
                    else:
                        entries.append(event.start_mark.index)
                    if event.anchor is not None:
                        self._anchors[event.anchor] = (key, 1)
                    continue
                text: str = event.value
                value = intern(text) if len(text) < _WORD else text
                if event.tag is not None or (event.implicit[0] and text[:1] in BEGINNINGS):
                    value = self._value(event)
                if event.anchor is not None:
                    self._anchors[event.anchor] = (value, 1)
                if items is not None:
                    entries.append(event.start_mark.index)
            elif kind is mapping_start or kind is list_start:
                count += 1
                node = {} if kind is mapping_start else []
                if mapping is not None and key is None:
                    self._fail(event, COMPLEX_KEY, f"The key of a mapping is text, not {kind_of(node)}")
                if event.tag is not None or event.anchor is not None or len(stack) >= MAX_DEPTH or count > MAX_NODES:
                    self._check_start(event, node, len(stack), count)
                if items is not None:
                    entries.append(event.start_mark.index)
                stack.append((mapping, items, entries, key, merges, start, begin, anchor))
                mapping, items = (node, None) if isinstance(node, dict) else (None, node)
                entries, key, merges = [], None, None
                start, begin, anchor = event.start_mark.index, count, event.anchor
                continue
            elif kind is mapping_end or kind is list_end:
                self.places.closed(start, mapping, entries)
                if mapping is not None:
                    node = mapping
                    if start in self._again:
                        self._note_duplicates(start, mapping, entries)
                    if merges is not None:
                        self._merge(mapping, merges)
                elif items is not None:
                    node = items
                value = node
                self.containers.append(node)
                if anchor is not None:
                    self._open_anchors.discard(anchor)
                    self._anchors[anchor] = (node, count - begin)
                    self.anchored[anchor] = node
                mapping, items, entries, key, merges, start, begin, anchor = stack.pop()
            elif kind is yaml.AliasEvent:
                value, nodes = self._named(event)
                count += nodes
                if count > MAX_NODES:
                    self._too_many(event)
                if mapping is not None and key is None:
                    if not isinstance(value, str):
                        self._fail(event, COMPLEX_KEY, f"The key of a mapping is text, not {kind_of(value)}")
                    key = value
                    if key in mapping:
                        self._stands_again(event, key, start)
                    else:
                        entries.append(event.start_mark.index)
                    continue
                if items is not None:
                    entries.append(event.start_mark.index)
                value = self._copy(event, value, len(stack) + 1)
            elif kind is yaml.DocumentStartEvent:
                self._begin(event)
                continue
            elif event is None or kind is yaml.StreamEndEvent:
                return root
            else:
                continue
            if mapping is not None and key is not None:
                if key is _MERGE:
                    merges = [*(merges or ()), self._merge_of(event, mapping, value)]
                else:
                    mapping[key] = value
                key = None
            elif items is not None:
                items.append(value)
            else:
                root = value

    def _begin(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self._fail(event, SEVERAL_DOCUMENTS, "A second YAML document begins here")

    def _fail(self, event: Any, code: ProblemCode, message: str, remedy: str = "") -> NoReturn:
        self.source.fail(code, message, event.start_mark.index, remedy)

    def _too_many(self, event: Any) -> NoReturn:
        message = f"The document has more than {MAX_NODES:,} nodes, aliases and merge keys expanded"
        self._fail(event, TOO_MANY_NODES, message)

    def _value(self, event: yaml.ScalarEvent) -> Json:
        """What a value means that has a tag, or that may be a number or a word of JSON."""
        tag = event.tag
        try:
            if tag is None:
                return resolve(event.value)
            if tag == "!":
                return event.value
            return _tagged(tag, event.value)
        except ScalarError as error:
            self._fail(event, NUMBER, str(error))
        except ValueError:
            message = f"The tag {_short(tag)} does not fit here; a document holds plain data only"
            self._fail(event, YAML_TAG, message)

    def _check_start(self, event: yaml.CollectionStartEvent, node: Container, depth: int, count: int) -> None:
        """What is rarely so when a mapping or list begins."""
        if count > MAX_NODES:
            self._too_many(event)
        if depth >= MAX_DEPTH:
            message = f"Mappings and lists stand more than {MAX_DEPTH} deep in each other"
            self._fail(event, TOO_DEEP, message)
        if event.tag not in (None, "!", _TAG + ("map" if isinstance(node, dict) else "seq")):
            message = f"The tag {_short(event.tag)} does not fit here; a document holds plain data only"
            self._fail(event, YAML_TAG, message)
        if event.anchor is not None:
            self._open_anchors.add(event.anchor)

    def _stands_again(self, event: Any, key: str, start: int) -> None:
        """Note a key that the mapping has already."""
        self._again.setdefault(start, []).append((key, event.start_mark.index))

    def _note_duplicates(self, start: int, mapping: JsonMap, entries: list[int]) -> None:
        """Note a mapping in which keys stand twice, now that it is complete."""
        written = [*zip(mapping, entries, strict=True), *self._again.pop(start)]
        self.with_duplicates.append(Marks(start, tuple(sorted(written, key=lambda each: each[1]))))

    def _named(self, event: yaml.AliasEvent) -> tuple[Json, int]:
        """What an alias repeats, and how many nodes that is."""
        name = event.anchor
        if name in self._open_anchors:
            self._fail(event, RECURSIVE_ALIAS, f"The alias *{name} stands inside what it repeats")
        if name not in self._anchors:
            self._fail(event, UNKNOWN_ALIAS, f"No anchor &{name} stands before this alias")
        return self._anchors[name]

    def _copy(self, event: yaml.Event, value: Json, depth: int) -> Json:
        """A copy of what an anchor names, so that the tree is a tree; its nodes are counted already."""
        if not isinstance(value, dict | list):
            return value
        top: Container = {} if isinstance(value, dict) else []
        work: list[tuple[Container, Container, int]] = [(value, top, depth)]
        while work:
            old, new, depth = work.pop()
            if depth > MAX_DEPTH:
                message = f"Aliases expand to mappings and lists more than {MAX_DEPTH} deep in each other"
                self._fail(event, TOO_DEEP, message)
            self.copies.append((new, old))
            for key, child in old.items() if isinstance(old, dict) else enumerate(old):
                copy: Json = child
                if isinstance(child, dict | list):
                    inner: Container = {} if isinstance(child, dict) else []
                    work.append((child, inner, depth + 1))
                    copy = inner
                if isinstance(new, dict):
                    new[str(key)] = copy
                else:
                    new.append(copy)
        return top

    def _merge_of(self, event: yaml.Event, mapping: JsonMap, value: Json) -> tuple[int, Json]:
        """How many keys stand before a merge key, and what it merges."""
        if not all(isinstance(each, dict) for each in (value if isinstance(value, list) else [value])):
            message = f"The merge key << takes a mapping or a list of them, not {kind_of(value)}"
            self._fail(event, MERGE_KEY, message)
        return len(mapping), value

    def _merge(self, node: JsonMap, merges: list[tuple[int, Json]]) -> None:
        """Put the keys that `<<` brings where it stood; the mapping's own keys win, and so does an earlier merge."""
        own = list(node.items())
        result: JsonMap = {}
        taken = 0
        for place, value in merges:
            result.update(own[taken:place])
            taken = place
            for source in value if isinstance(value, list) else [value]:
                for key, child in source.items() if isinstance(source, dict) else ():
                    if isinstance(source, dict) and key not in node and key not in result:
                        result[key] = child
                        self.merged.append((node, key, source))
        result.update(own[taken:])
        node.clear()
        node.update(result)


def _short(tag: str | None) -> str:
    """A tag as it is written: `!!python/object`."""
    tag = tag or "!"
    return "!!" + tag.removeprefix(_TAG) if tag.startswith(_TAG) else tag


def _tagged(tag: str, text: str) -> Json:
    """The value of a scalar with a tag of the core schema; ValueError for any other tag or a text that does not fit."""
    if tag == _TAG + "str":
        return text
    if tag == _TAG + "int":
        return integer(text)
    if tag == _TAG + "float":
        return floating(text)
    if tag in _WORD_TAGS:
        value = resolve(text)
        if value is None or isinstance(value, bool):
            return value
    raise ValueError(tag)
