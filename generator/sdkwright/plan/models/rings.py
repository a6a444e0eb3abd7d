"""What refers to what, and the rings in which definitions refer to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sdkwright.ir.service import Api
from sdkwright.ir.types import TypeDef, TypeId, UnionDef, family, parts, relatives, targets

T = TypeVar("T")
_MOST_REPEATED = 500
"""How many members of other unions a plain alias of a union may hold."""
_MOST_RELATIVES = 20
"""How many the plain alias of a family may hold: it is written out in each class that holds the parent."""


def alias_order(definitions: Mapping[TypeId, TypeDef]) -> Sequence[Sequence[TypeId]]:
    """The unions and the parents of families among `definitions`, those whose aliases contain each other together, in
    an order that defines before use."""
    own = [id for id, definition in definitions.items() if _is_alias(definition)]
    return strongly_connected(_aliases(definitions)) if len(own) > 1 else [own]


def _aliases(definitions: Mapping[TypeId, TypeDef]) -> Mapping[TypeId, Sequence[TypeId]]:
    """The aliases of which each is made."""
    return {id: list(_aliases_in(definitions, id)) for id, one in definitions.items() if _is_alias(one)}


def _is_alias(definition: TypeDef) -> bool:
    return isinstance(definition, UnionDef) or family(definition) is not None


def _aliases_in(definitions: Mapping[TypeId, TypeDef], id: TypeId) -> Iterator[TypeId]:
    """The aliases of which that of a union or of a family is made.  Most members of a family stand there without their
    own families."""
    own = family(definitions[id])
    for other in targets(definitions[id]) if own is None else (member.id for member in own.members):
        alone = own is not None and other not in own.nested and family(definitions.get(other)) is not None
        if other in definitions and _is_alias(definitions[other]) and not alone:
            yield other


def named_unions(api: Api) -> frozenset[TypeId]:
    """The unions whose aliases need names at run time.

    Those that contain themselves; and those that would be written out too often otherwise, for `typing` and pydantic
    see through a plain alias: a union of two unions of two unions doubles with every level."""
    named: set[TypeId] = set()
    sizes: dict[TypeId, int] = {}
    aliases = _aliases(api.types)
    for ids in strongly_connected(aliases):
        for id in ids:
            definition = api.types[id]
            below = aliases[id]
            repeated = sum(sizes.get(other, 0) for other in below)
            members = list(relatives(definition))
            size = len(members or parts(definition)) + repeated
            is_large = len(members) > _MOST_RELATIVES
            if len(ids) > 1 or id in below or repeated > _MOST_REPEATED or is_large:
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
