"""Where the mappings and lists of a text begin, and their keys and items: noted as numbers, put together when asked.

A large document has a hundred thousand of these places, and most runs ask for a few of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import repeat

from sdkwright.openapi.syntax.source import Marks


class Places:
    """The places of mappings and lists in the order in which these end; each is an index into the text."""

    def __init__(self) -> None:
        self._starts = array("I")
        self._ends = array("I")
        """Up to which of the numbers that follow the entries of each mapping or list are noted."""
        self._entries = array("I")
        self._keys: list[str | None] = []

    def closed(self, start: int, keys: Iterable[str] | None, entries: list[int]) -> None:
        """A mapping or list that begins at `start` is closed; its keys (None: items) stand at `entries`."""
        self._entries.fromlist(entries)
        self._keys.extend(repeat(None, len(entries)) if keys is None else keys)
        self._starts.append(start)
        self._ends.append(len(self._entries))

    def key(self, number: int, key: str) -> tuple[int, int, bool] | None:
        """Where the mapping that was closed as the `number`-th begins and where a key of it stands, if it has that one;
        and whether it has no other."""
        begin, end = self._ends[number - 1] if number else 0, self._ends[number]
        try:
            return self._starts[number], self._entries[self._keys.index(key, begin, end)], end - begin == 1
        except ValueError:
            return None

    def marks(self, number: int) -> Marks:
        """Where the mapping or list that was closed as the `number`-th begins, and its entries stand."""
        begin, end = self._ends[number - 1] if number else 0, self._ends[number]
        pairs = enumerate(zip(self._keys[begin:end], self._entries[begin:end], strict=True))
        entries = tuple((str(index) if key is None else key, place) for index, (key, place) in pairs)
        return Marks(self._starts[number], entries)
