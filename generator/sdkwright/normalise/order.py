"""Naming order: components and what is inline in them, then requests, then responses, then webhooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sdkwright.frozen import Frozen
from sdkwright.ir.types import Json, TypeId
from sdkwright.normalise.nodes import mapping
from sdkwright.openapi.pointer import step, unescape

_SHARED: Final = {
    f"#/components/{section}/": (1, index) for index, section in enumerate(("schemas", "responses", "requestBodies"))
}
_LAST: Final = 1 << 40
_BEFORE_CHILDREN: Final = -1


class _Place(Frozen):
    """Where a pointer leads: the position of each key of the path among its siblings."""

    indices: tuple[int, ...]
    node: Json
    is_there: bool = True
    """What the document does not have comes after what it has, and so does all below it."""


class Order:
    """Sorts ids by the place of their pointers in the document."""

    def __init__(self, root: Json, anchors: Mapping[TypeId, tuple[int, ...]]) -> None:
        self._anchors = anchors
        self._root = _Place((), root)
        self._places: dict[str, _Place] = {}
        """What was looked for, and what stands above it: many ids stand side by side."""
        self._indices: dict[int, dict[str, int]] = {}

    def sorted(self, ids: Iterable[TypeId]) -> list[TypeId]:
        """The ids in naming order; ids of one place keep the order in which they came."""
        return sorted(ids, key=self._key)

    def _key(self, type_id: TypeId) -> tuple[tuple[int, ...], tuple[int, ...]]:
        place = self._place(type_id).indices
        for section, first in _SHARED.items():
            if type_id.startswith(section):
                return first, place
        base = type_id
        while base not in self._anchors and "!" in base:
            base = TypeId(base.rpartition("!")[0])
        return self._anchors.get(base, (5,)), place

    def _place(self, pointer: str) -> _Place:
        below: list[str] = []
        while (place := self._places.get(pointer)) is None and "/" in pointer:
            below.append(pointer)
            pointer = pointer.rpartition("/")[0]
        place = place or self._root
        for inner in reversed(below):
            place = self._places[inner] = self._step(place, unescape(inner.rpartition("/")[2]))
        return place

    def _step(self, place: _Place, token: str) -> _Place:
        """The place of a key.  Behind `!` stands what the generator makes itself of what the document has."""
        if not place.is_there:
            return place
        here, suffixes = token, 0
        while not (found := step(place.node, here))[0] and "!" in here:
            here = here.rpartition("!")[0]
            suffixes += 1
        is_there, node = found
        if not is_there:
            return _Place((*place.indices, _LAST), None, is_there=False)
        first = () if not suffixes else (_BEFORE_CHILDREN,)
        return _Place((*place.indices, self._index(place.node, here), *first), node)

    def _index(self, node: Json, token: str) -> int:
        if isinstance(node, list):
            return int(token)
        if id(node) not in self._indices:
            self._indices[id(node)] = {key: index for index, key in enumerate(mapping(node))}
        return self._indices[id(node)][token]
