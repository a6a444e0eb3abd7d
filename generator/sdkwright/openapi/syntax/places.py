"""Where the mappings and lists of a text begin, and their keys and items: noted as numbers, put together when asked.

A large document has a hundred thousand of these places, and most runs ask for none of them.
"""

from __future__ import annotations

from array import array
from typing import Final

from sdkwright.openapi.syntax.source import Marks

_BEGIN, _ITEM, _KEY, _END = range(4)
_KINDS: Final = 4


class Places:
    """The places in the order in which the text has them; each is an index into it."""

    def __init__(self) -> None:
        self._noted = array("q")
        """An index times four, and what stands there."""
        self._keys: list[str] = []

    def begin(self, index: int) -> None:
        """A mapping or list; it is the one that the next keys or items are of."""
        self._noted.append(index * _KINDS + _BEGIN)

    def item(self, index: int) -> None:
        """An item of the list that is open."""
        self._noted.append(index * _KINDS + _ITEM)

    def key(self, key: str, index: int) -> None:
        """A key of the mapping that is open."""
        self._noted.append(index * _KINDS + _KEY)
        self._keys.append(key)

    def end(self) -> None:
        """What was opened last is closed."""
        self._noted.append(_END)

    def marks(self) -> list[Marks]:
        """Where the n-th mapping or list begins and its entries stand, for every n."""
        found: list[tuple[int, list[tuple[str, int]]]] = []
        opened: list[list[tuple[str, int]]] = []
        keys = iter(self._keys)
        for noted in self._noted:
            index, kind = divmod(noted, _KINDS)
            if kind == _BEGIN:
                opened.append([])
                found.append((index, opened[-1]))
            elif kind == _END:
                opened.pop()
            else:
                entries = opened[-1]
                entries.append((next(keys) if kind == _KEY else str(len(entries)), index))
        return [Marks(start, tuple(entries)) for start, entries in found]
