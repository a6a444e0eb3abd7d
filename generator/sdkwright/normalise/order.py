"""Naming order: components and what is inline in them, then requests, then responses, then webhooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sdkwright.frozen import Frozen
from sdkwright.ir.types import Json, TypeId
from sdkwright.openapi.pointer import step, unescape

_COMPONENTS: Final = "#/components/"
_SHARED: Final = {section: (1, index) for index, section in enumerate(("schemas", "responses", "requestBodies"))}
_LAST: Final = 1 << 40
_LAST_ANCHOR: Final = (5,)
_BEFORE_CHILDREN: Final = -1
_MANY: Final = 16
"""Keys of a mapping whose positions are remembered; those of a smaller one are found sooner."""


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
        """The ids in naming order; ids of one place in that of their letters."""
        return sorted(ids, key=self._key)

    def _key(self, type_id: TypeId) -> tuple[tuple[int, ...], tuple[int, ...], TypeId]:
        place = self._place(type_id).indices
        if type_id.startswith(_COMPONENTS):
            section = type_id[len(_COMPONENTS) : type_id.find("/", len(_COMPONENTS))]
            if section in _SHARED:
                return _SHARED[section], place, type_id
        base = type_id
        while base not in self._anchors and "!" in base:
            base = TypeId(base.rpartition("!")[0])
        return self._anchors.get(base, _LAST_ANCHOR), place, type_id

    def _place(self, pointer: str) -> _Place:
        places = self._places
        below: list[tuple[str, str]] = []
        while (place := places.get(pointer)) is None and "/" in pointer:
            above, _, segment = pointer.rpartition("/")
            below.append((pointer, segment))
            pointer = above
        place = place or self._root
        for inner, segment in reversed(below):
            node, token = place.node, unescape(segment) if "~" in segment else segment
            if isinstance(node, dict) and token in node:  # So it is with nearly all.
                index = list(node).index(token) if len(node) < _MANY else self._index(node, token)
                place = _Place((*place.indices, index), node[token])
            elif place.is_there:
                place = self._beside(place, token)
            places[inner] = place
        return place

    def _beside(self, place: _Place, token: str) -> _Place:
        """The place of an item, or of what the generator makes itself of what the document has, behind `!`."""
        here, suffixes = token, 0
        while not (found := step(place.node, here))[0] and "!" in here:
            here = here.rpartition("!")[0]
            suffixes += 1
        is_there, node = found
        if not is_there:
            return _Place((*place.indices, _LAST), None, is_there=False)
        first = () if not suffixes else (_BEFORE_CHILDREN,)
        index = self._index(place.node, here) if isinstance(place.node, dict) else int(here)
        return _Place((*place.indices, index, *first), node)

    def _index(self, node: dict[str, Json], token: str) -> int:
        known = self._indices.get(id(node))
        if known is None:
            known = self._indices[id(node)] = dict(zip(node, range(len(node)), strict=True))
        return known[token]
