"""Reading YAML 1.2, strictly: events of libyaml in, plain data out.

libyaml's events carry everything needed, so there is no second tree of nodes: mappings and lists are filled as the
events come, with an explicit stack, and the limits are counted on the way.  Where libyaml is missing, the parser in
pure Python gives the same events, about ten times slower (and refuses tabs inside JSON-like YAML).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from sys import intern
from typing import Any, Final, NoReturn, cast

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from sdkwright.frozen import replace
from sdkwright.openapi.data import Container, Json, JsonMap, kind_of
from sdkwright.openapi.limits import MAX_DEPTH, MAX_NODES
from sdkwright.openapi.syntax.comments import Events, without_tabs
from sdkwright.openapi.syntax.mistakes import mistake
from sdkwright.openapi.syntax.places import Places
from sdkwright.openapi.syntax.scalars import ScalarError, floating, integer, resolve
from sdkwright.openapi.syntax.source import Source, Tree, duplicate_keys
from sdkwright.problems import ProblemCode, ProblemsError
from sdkwright.problems.codes.syntax import (
    COMPLEX_KEY,
    EMPTY_DOCUMENT,
    MERGE_KEY,
    NUMBER,
    RECURSIVE_ALIAS,
    SEVERAL_DOCUMENTS,
    TOO_DEEP,
    TOO_MANY_NODES,
    UNKNOWN_ALIAS,
    YAML,
    YAML_TAG,
)

_TAG: Final = "tag:yaml.org,2002:"
_WORD_TAGS: Final = {_TAG + "null", _TAG + "bool"}


class _PureParser(Reader, Scanner, Parser):
    """The event parser in pure Python, without a composer or constructor behind it."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)


def _pure_parser(text: str) -> Events:
    return cast(Events, _PureParser(text))


def _c_parser() -> Callable[[str], Events] | None:
    try:
        from yaml import _yaml
    except ImportError:
        return None
    return cast(Callable[[str], Events], _yaml.CParser)


def _events(source: Source, *, pure: bool) -> Iterator[yaml.Event]:
    """The events of the text; a fault of the YAML is raised as a problem at its place."""
    try:
        make = None if pure else _c_parser()
        maker = make or _pure_parser
        parser = maker(without_tabs(source.text, maker))
        next_event = parser.get_event
        while (event := next_event()) is not None:
            yield event
            if type(event) is yaml.StreamEndEvent:
                return
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = " ".join(part for part in (error.problem, error.context) if part)
        began = None if error.context_mark is None else error.context_mark.index
        found = None if mark is None else mistake(source.text, mark.index, began, said)
        if found is not None:
            source.fail(YAML, found.message, found.place, found.remedy)
        source.fail(YAML, f"This is not YAML: {said}", None if mark is None else mark.index)
    except yaml.reader.ReaderError as error:
        source.fail(
            YAML,
            f"This is not YAML: the character {_shown(error.character)} may not stand here",
            error.position,
            remedy="Remove the character, or write it as an escape in double quotes.",
        )


def _shown(character: object) -> str:
    if isinstance(character, int):
        return f"U+{character:04X}"
    return f"U+{ord(character):04X}" if isinstance(character, str) and len(character) == 1 else "there"


def _index(event: yaml.Event) -> int:
    """Where an event begins in the text."""
    mark = event.start_mark
    return 0 if mark is None else mark.index


class _Builder:
    """Fills the tree as the events come; the open mappings and lists stand on an explicit stack."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.tree = Tree(source, None, [])
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Json, int]] = {}
        """What each anchor names, and how many nodes that is with its own aliases and merge keys expanded."""
        self.open_anchors: set[str] = set()
        self.root: Json = None
        self.documents = 0
        self.count = 0
        self.duplicates = False
        self.places = Places()

    def takers(self) -> dict[type[yaml.Event], Callable[[Any], None]]:
        """What to do with each kind of event; nothing with any other."""
        return {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: lambda event: self._start(event, {}),
            yaml.SequenceStartEvent: lambda event: self._start(event, []),
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._begin,
        }

    def _begin(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self._fail(event, SEVERAL_DOCUMENTS, "A second YAML document begins here")

    def _fail(self, event: yaml.Event, code: ProblemCode, message: str, remedy: str = "") -> NoReturn:
        self.source.fail(code, message, _index(event), remedy)

    def _counted(self, event: yaml.Event, nodes: int) -> None:
        self.count += nodes
        if self.count > MAX_NODES:
            message = f"The document has more than {MAX_NODES:,} nodes, aliases and merge keys expanded"
            self._fail(event, TOO_MANY_NODES, message)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        """The busiest of all: a key, or the value of one, or an item."""
        self.count += 1
        if self.count > MAX_NODES:
            self._counted(event, 0)
        value: Json = event.value
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is None and frame.is_mapping:
            key = frame.key = intern(event.value)  # The same few hundred words, as later stages ask for them.
            frame.merging = key == "<<" and event.implicit[0]
            if not frame.merging:
                self.places.key(key, _index(event))
            if event.anchor is not None:
                self.anchors[event.anchor] = (key, 1)
            return
        if frame is not None and not frame.is_mapping:
            self.places.item(_index(event))
        if event.tag is not None or event.implicit[0]:
            value = self._value(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1)
        self._attach(event, value)

    def _item(self, event: yaml.Event) -> None:
        """Note where an item of a list begins."""
        if self.stack and not self.stack[-1].is_mapping:
            self.places.item(_index(event))

    def _value(self, event: yaml.ScalarEvent) -> Json:
        tag = event.tag
        try:
            if tag is None:
                return resolve(event.value) if event.implicit[0] else event.value
            if tag == "!":
                return event.value
            return _tagged(tag, event.value)
        except ScalarError as error:
            self._fail(event, NUMBER, str(error))
        except ValueError:
            message = f"The tag {_short(tag)} does not fit here; a document holds plain data only"
            self._fail(event, YAML_TAG, message)

    def _start(self, event: yaml.CollectionStartEvent, node: Container) -> None:
        self._counted(event, 1)
        if self.stack and self.stack[-1].awaits_key():
            self._fail(event, COMPLEX_KEY, f"The key of a mapping is text, not {kind_of(node)}")
        if len(self.stack) >= MAX_DEPTH:
            message = f"Mappings and lists stand more than {MAX_DEPTH} deep in each other"
            self._fail(event, TOO_DEEP, message)
        if event.tag not in (None, "!", _TAG + ("map" if isinstance(node, dict) else "seq")):
            message = f"The tag {_short(event.tag)} does not fit here; a document holds plain data only"
            self._fail(event, YAML_TAG, message)
        if event.anchor is not None:
            self.open_anchors.add(event.anchor)
        self._item(event)
        self.tree.containers.append(node)
        self.places.begin(_index(event))
        self.stack.append(_Frame(node, event.anchor, self.count, isinstance(node, dict)))

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        frame = self.stack.pop()
        self.places.end()
        if isinstance(frame.node, dict) and frame.merges:
            self._merge(frame.node, frame.merges)
        if frame.anchor is not None:
            self.open_anchors.discard(frame.anchor)
            self.anchors[frame.anchor] = (frame.node, self.count - frame.begin)
            self.tree.anchors[frame.anchor] = frame.node
        self._attach(event, frame.node)

    def _alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor
        if name in self.open_anchors:
            self._fail(event, RECURSIVE_ALIAS, f"The alias *{name} stands inside what it repeats")
        if name not in self.anchors:
            self._fail(event, UNKNOWN_ALIAS, f"No anchor &{name} stands before this alias")
        value, nodes = self.anchors[name]
        self._counted(event, nodes)
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.awaits_key():
            if not isinstance(value, str):
                message = f"The key of a mapping is text, not {kind_of(value)}"
                self._fail(event, COMPLEX_KEY, message)
            frame.key = value
            self.places.key("", _index(event))
            return
        self._item(event)
        self._attach(event, self._copy(event, value))

    def _copy(self, event: yaml.Event, value: Json) -> Json:
        """A copy of what an anchor names, so that the tree is a tree; its nodes are counted already."""
        if not isinstance(value, dict | list):
            return value
        top: Container = {} if isinstance(value, dict) else []
        work: list[tuple[Container, Container, int]] = [(value, top, len(self.stack) + 1)]
        while work:
            old, new, depth = work.pop()
            if depth > MAX_DEPTH:
                message = f"Aliases expand to mappings and lists more than {MAX_DEPTH} deep in each other"
                self._fail(event, TOO_DEEP, message)
            self.tree.copies.append((new, old))
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

    def _attach(self, event: yaml.Event, value: Json) -> None:
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if isinstance(frame.node, list):
            frame.node.append(value)
            return
        key = frame.key
        assert key is not None, "a value comes after its key"
        frame.key = None
        if frame.merging:
            frame.merging = False
            if not all(isinstance(each, dict) for each in (value if isinstance(value, list) else [value])):
                message = f"The merge key << takes a mapping or a list of them, not {kind_of(value)}"
                self._fail(event, MERGE_KEY, message)
            frame.merges.append((len(frame.node), value))
        else:
            self.duplicates = self.duplicates or key in frame.node
            frame.node[key] = value

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
                        self.tree.merged.append((node, key, source))
        result.update(own[taken:])
        node.clear()
        node.update(result)


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is still open."""

    node: Container
    anchor: str | None
    begin: int
    """How many nodes were counted before it."""
    is_mapping: bool
    key: str | None = None
    merging: bool = False
    merges: list[tuple[int, Json]] = field(default_factory=list[tuple[int, Json]])
    """How many keys stood before each merge key, and what it merges."""

    def awaits_key(self) -> bool:
        return self.key is None and self.is_mapping


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


def read_yaml(source: Source, *, pure: bool = False) -> Tree:
    """The tree of a YAML text; raises ProblemsError where it is not strict YAML or passes a limit.

    `pure` chooses the parser in pure Python, which is otherwise used only where libyaml is missing.
    """
    builder = _Builder(source)
    takers = builder.takers()
    for event in _events(source, pure=pure):
        take = takers.get(type(event))
        if take is not None:
            take(event)
    if builder.documents == 0:
        source.fail(EMPTY_DOCUMENT, "The file is empty")
    if builder.duplicates:
        raise ProblemsError(duplicate_keys(source, builder.places.marks()))
    return replace(builder.tree, root=builder.root, marks=builder.places.marks)
