"""Naming order: components and what is inline in them, then requests, then responses, then webhooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sdkwright.ir.types import Json, TypeId
from sdkwright.normalise.nodes import mapping
from sdkwright.openapi.pointer import split, step

_SHARED: Final = ("schemas", "responses", "requestBodies")
_LAST: Final = 1 << 40
_BEFORE_CHILDREN: Final = -1


class Order:
    """Sorts ids by the place of their pointers in the document."""

    def __init__(self, root: Json, anchors: Mapping[TypeId, tuple[int, ...]]) -> None:
        self._root = root
        self._anchors = anchors
        self._indices: dict[int, dict[str, int]] = {}

    def sorted(self, ids: Iterable[TypeId]) -> list[TypeId]:
        """The ids in naming order; ids of one place keep the order in which they came."""
        return sorted(ids, key=self._key)

    def _key(self, type_id: TypeId) -> tuple[tuple[int, ...], tuple[int, ...]]:
        tokens = split(type_id)
        place = self._place(tokens)
        if len(tokens) > 2 and tokens[0] == "components" and tokens[1] in _SHARED:
            return (1, _SHARED.index(tokens[1])), place
        base = type_id
        while base not in self._anchors and "!" in base:
            base = TypeId(base.rpartition("!")[0])
        return self._anchors.get(base, (5,)), place

    def _place(self, tokens: tuple[str, ...]) -> tuple[int, ...]:
        """The position of each key of the path among its siblings; what the document does not have comes after."""
        node = self._root
        found: list[int] = []
        for token in tokens:
            suffixes = 0
            here = token
            while not step(node, here)[0] and "!" in here:
                here = here.rpartition("!")[0]
                suffixes += 1
            known, child = step(node, here)
            if not known:
                found.append(_LAST)
                break
            found.append(self._index(node, here))
            if suffixes:
                found.append(_BEFORE_CHILDREN)
            node = child
        return tuple(found)

    def _index(self, node: Json, token: str) -> int:
        if isinstance(node, list):
            return int(token)
        if id(node) not in self._indices:
            self._indices[id(node)] = {key: index for index, key in enumerate(mapping(node))}
        return self._indices[id(node)][token]
