"""What refers to what, and the rings in which definitions refer to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sdkwright.ir.service import Api
from sdkwright.ir.types import TypeDef, TypeId, UnionDef, targets

T = TypeVar("T")
_MOST_REPEATED = 500
"""How many members of other unions a plain alias of a union may hold."""


def union_order(definitions: Mapping[TypeId, TypeDef]) -> Sequence[Sequence[TypeId]]:
    """The unions among `definitions`, those that contain each other together, in an order that defines before use."""
    unions = {id: definition for id, definition in definitions.items() if isinstance(definition, UnionDef)}
    return strongly_connected({id: [one for one in targets(union) if one in unions] for id, union in unions.items()})


def named_unions(api: Api) -> frozenset[TypeId]:
    """The unions whose aliases need names at run time.

    Those that contain themselves; and those that would be written out too often otherwise, for `typing` and pydantic
    see through a plain alias: a union of two unions of two unions doubles with every level."""
    named: set[TypeId] = set()
    sizes: dict[TypeId, int] = {}
    for ids in union_order(api.types):
        for id in ids:
            definition = api.types[id]
            assert isinstance(definition, UnionDef)
            below = list(targets(definition))
            size = len(definition.members) + sum(sizes.get(other, 0) for other in below)
            if len(ids) > 1 or id in below or size - len(definition.members) > _MOST_REPEATED:
                named.add(id)
                size = 0
            sizes[id] = size
    return frozenset(named)


def strongly_connected(edges: Mapping[T, Iterable[T]]) -> Sequence[Sequence[T]]:
    """Tarjan's algorithm without recursion; what a component depends on comes before it."""
    index: dict[T, int] = {}
    low: dict[T, int] = {}
    stack: list[T] = []
    on_stack: set[T] = set()
    found: list[list[T]] = []
    for root in edges:
        if root in index:
            continue
        work: list[tuple[T, Iterator[T]]] = []
        _enter(root, index, low, stack, on_stack)
        work.append((root, iter(edges[root])))
        while work:
            node, rest = work[-1]
            after = next(rest, None)
            if after is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    found.append(_leave(node, stack, on_stack))
            elif after not in index:
                _enter(after, index, low, stack, on_stack)
                work.append((after, iter(edges[after])))
            elif after in on_stack:
                low[node] = min(low[node], index[after])
    return found


def _enter(node: T, index: dict[T, int], low: dict[T, int], stack: list[T], on_stack: set[T]) -> None:
    """Number a node and put it on the stack."""
    index[node] = low[node] = len(index)
    stack.append(node)
    on_stack.add(node)


def _leave(node: T, stack: list[T], on_stack: set[T]) -> list[T]:
    """Take the finished component off the stack."""
    component: list[T] = []
    while True:
        member = stack.pop()
        on_stack.discard(member)
        component.append(member)
        if member == node:
            return component
