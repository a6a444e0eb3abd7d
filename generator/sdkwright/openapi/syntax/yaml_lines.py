"""YAML as programs and most people write it, line by line: keys, items and texts that each line says by itself.

A value that could mean anything else is left to a whole parser, together with all lines that stand further in: they say
the same alone as among all others (`entry`).  Where that is not certain, either, all of the text is; so it is where
anything is wrong, so that one place says what.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Final, TypeAlias

from sdkwright.openapi.data import Container, Json, JsonList, JsonMap
from sdkwright.openapi.limits import MAX_DEPTH, MAX_NODES
from sdkwright.openapi.syntax.places import Places
from sdkwright.openapi.syntax.yaml_line import (
    BLOCK,
    COMMENT,
    EMPTY,
    FLOW,
    LIST,
    NOTHING,
    ODD,
    VALUE,
    WAITS,
    Known,
    block_text,
    worded,
)

_SEEN: Final = bytes([*b"\t\n", *range(32, 127)])
_ODD: Final = frozenset("\u2028\u2029\ufeff\ufffe\uffff")
"""What ends a line and is no line feed, marks the order of bytes, or is no character."""
_FIRST: Final = "\u00a0"
"""All before it that are not seen are controls, or end a line as well."""
_OF_LINE: Final = 5
"""How many nodes one line can be at most."""

Apart: TypeAlias = tuple[Json, list[Container], Places]
"""What lines say by themselves: the root, and the mappings and lists with their places, as `Builder` has them."""
_Open: TypeAlias = tuple[JsonMap | None, JsonList, list[int], int, int]
"""What is open around a mapping or list: the variables of `_read`."""


class OddError(Exception):
    """The text has to be read by a whole parser."""


class LineReader:
    """Reads one text: `root` is what it says, `containers` and `places` are those of a `Tree`.

    Raises OddError.
    """

    def __init__(self, text: str, apart: Callable[[str, int], Apart]) -> None:
        """`apart` reads lines by themselves that stand inside of so many mappings and lists; it raises OddError."""
        self.places = Places()
        self.containers: list[Container] = []
        """In the order in which they end."""
        self._text = text
        self._apart = apart
        self._lines = text.removesuffix("\n").split("\n")
        self._before = [*accumulate(map(len, self._lines), initial=0)]
        """How many characters stand before each line, without the line ends."""
        self._room = MAX_NODES - _OF_LINE * len(self._lines)
        """How many nodes there may be more."""
        others = {*text.encode().translate(None, _SEEN).decode()}
        if self._room < 0 or min(others, default=_FIRST) < _FIRST or not others.isdisjoint(_ODD):
            raise OddError
        self.root = self._read()

    def _read(self) -> Json:
        """One loop, with what is open in variables, for there are a hundred thousand lines."""
        known, before = Known(), self._before
        closed, containers = self.places.closed, self.containers
        root: JsonList = []
        stack: list[_Open] = []
        mapping: JsonMap | None = None
        items = root  # Where there is no mapping.
        entries: list[int] = []  # Where the keys or items stand.
        start, column = 0, -1  # Where it begins, and how far from the margin its keys or dashes stand.
        key, entry = "", 0  # The last key, and where it or the last dash stands.
        waits = True  # Whether its value is still to come.
        goes_on = False  # Whether the value may go on in the next line.
        follows = int(self._lines[0] == "---")  # The line that follows what is read.
        node: Container
        for number, line in enumerate(self._lines):
            if number < follows:
                continue
            said = line.lstrip(" ")
            kind, width, name, value, offset = known[said]
            if kind >= NOTHING:
                goes_on = goes_on and kind != COMMENT
                continue
            indent = len(line) - len(said)
            place = before[number] + number + indent
            if waits or indent != column or (mapping is None) is not (width > 0):  # It is no further entry of the same.
                if mapping is not None and indent > column and (goes_on or (waits and name is None and not width)):
                    follows, mapping[key] = self._pair(number, entry, column, len(stack), key)
                    waits = goes_on = False
                    continue
                if goes_on and indent > column:
                    follows, items[-1], entries[-1] = self._item(number, entry, column, len(stack))
                    goes_on = False
                    continue
                if waits and (indent > column or (indent == column and width and mapping is not None)):
                    node = [] if width else {}
                    if mapping is not None:
                        mapping[key] = node
                    else:
                        items.append(node)
                        entries.append(place)
                    stack.append((mapping, items, entries, start, column))
                    mapping, items = (None, node) if isinstance(node, list) else (node, items)
                    entries, start, column = [], place, indent
                elif waits and mapping is not None:
                    mapping[key] = None
                elif waits:
                    items.append(None)
                    entries.append(entry + 1)
                waits = False
                while indent < column or (indent == column and mapping is None and not width):
                    closed(start, mapping, entries)
                    containers.append(items if mapping is None else mapping)
                    mapping, items, entries, start, column = stack.pop()
                if indent != column or (mapping is None) is not (width > 0) or len(stack) >= MAX_DEPTH:
                    raise OddError
            while kind == LIST:  # An item that is a list, which begins in the line of its dash.
                place, indent = place + width, indent + width
                inner: JsonList = []
                items.append(inner)
                entries.append(place)
                stack.append((mapping, items, entries, start, column))
                items, entries, start, column = inner, [], place, indent
                self._room -= 1
                if len(stack) >= MAX_DEPTH or self._room < 0:
                    raise OddError
                kind, width, name, value, offset = known[str(value)]
            if width and name is not None:  # The same that is a mapping.
                place += width
                node = {}
                items.append(node)
                entries.append(place)
                stack.append((mapping, items, entries, start, column))
                mapping, entries, start, column = node, [], place, indent + width
                if len(stack) >= MAX_DEPTH:
                    raise OddError
            entry, goes_on = place, kind == VALUE
            if mapping is not None:
                if name is None or name in mapping:
                    raise OddError
                key = name
                entries.append(place)
            if kind == WAITS:
                waits = True
                continue
            place += offset
            if kind != VALUE:
                if kind == BLOCK:
                    value, follows = self._block(number + 1, column, value)
                    kind = BLOCK if follows else ODD
                elif kind == EMPTY:
                    value = node = {} if value == "{}" else []
                    closed(place, None, [])
                    containers.append(node)
                elif kind == FLOW:
                    value = self._flow(str(value), place, len(stack))
                    kind = ODD if value is None else FLOW
                if kind == ODD:
                    if mapping is not None:
                        follows, value = self._pair(number + 1, entry, column, len(stack), key)
                    else:
                        follows, value, place = self._item(number + 1, entry, column, len(stack))
            if mapping is not None:
                mapping[key] = value
            else:
                items.append(value)
                entries.append(place)
        if not stack:
            raise OddError
        if waits and mapping is not None:
            mapping[key] = None
        elif waits:
            items.append(None)
            entries.append(entry + 1)
        while stack:
            closed(start, mapping, entries)
            containers.append(items if mapping is None else mapping)
            mapping, items, entries, start, column = stack.pop()
        return root[0]

    def _block(self, number: int, column: int, header: Json) -> tuple[str, int]:
        """A text in lines of its own, and the line that follows it; 0 where that is not certain."""
        text, follows = block_text(self._lines, number, column, str(header)) or ("", 0)
        is_cut = follows == len(self._lines) and not self._text.endswith("\n")
        return worded(text), 0 if is_cut else follows

    def _flow(self, text: str, place: int, depth: int) -> Container | None:
        """A mapping or list in braces that is JSON; None where that is not certain."""
        from sdkwright.openapi.syntax.json_text import json_in_line  # Many texts have none.

        found = json_in_line(text, MAX_DEPTH - depth) if len(text) < self._room else []
        for node, start, entries in found or ():
            self.places.closed(place + start, node if isinstance(node, dict) else None, [place + at for at in entries])
            self.containers.append(node)
        self._room -= len(text)
        return found[-1][0] if found else None

    def _pair(self, number: int, entry: int, column: int, depth: int, key: str) -> tuple[int, Json]:
        """The line that follows a key with all that stands further in, and its value."""
        follows, root, _ = self._unit(number, entry, column, depth)
        if not isinstance(root, dict) or [*root] != [key]:
            raise OddError
        return follows, root[key]

    def _item(self, number: int, entry: int, column: int, depth: int) -> tuple[int, Json, int]:
        """The same of an item, and where its value stands."""
        follows, root, place = self._unit(number, entry, column, depth)
        if not isinstance(root, list) or len(root) != 1:
            raise OddError
        return follows, root[0], place

    def _unit(self, number: int, entry: int, column: int, depth: int) -> tuple[int, Json, int]:
        """What a key or dash says, from where it stands to the next line that stands no further in, read by itself: the
        line that follows, a mapping or list of one entry, and where that is."""
        while number < len(self._lines):
            line = self._lines[number]
            said = line.lstrip(" ")
            if said and len(line) - len(said) <= column:
                break
            number += 1
        text = self._text[entry : self._before[number] + number]
        self._room -= len(text)
        if self._room < 0:
            raise OddError
        root, containers, places = self._apart(" " * column + text, depth - 1)
        if not containers:
            raise OddError
        self.containers += containers[:-1]
        self.places.take(places, entry - column, len(containers) - 1)
        return number, root, places.last() + entry - column
