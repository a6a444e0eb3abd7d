"""Who gets which class name, up to the resolution of February 2025.

Classes ask one after the other for the first name that is free, or that a class of lower standing holds.  Who loses a
name asks on from its next wish; who runs out of wishes is numbered in the end, the last one first.  This is how the
published names came about, so that the order of asking can still be told from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdkwright.ir.types import TypeId
from sdkwright.names.classes.candidates import Ladder
from sdkwright.names.scope import Scope, Wish, cut, fold

_BELOW = 1.5
"""Deeper than its own properties, and not as deep as theirs."""


def resolve(ladders: Mapping[TypeId, Ladder], order: Iterable[TypeId], scope: Scope) -> dict[TypeId, Wish]:
    """The names of the classes of `ladders`, which ask in `order`; all of them are taken from `scope`."""
    holders: dict[str, tuple[TypeId, int]] = {}
    out_of_wishes: list[TypeId] = []
    for first in order:
        asking: tuple[TypeId, int] | None = (first, 0) if first in ladders else None
        while asking is not None:
            id, place = asking
            wish = ladders[id].wishes.at(place)
            if wish is None:
                out_of_wishes.append(id)
                break
            key = fold(cut(wish.identifier))
            holder = holders.get(key)
            if (holder is None and key not in scope) or (
                holder is not None and _beats(ladders[id], ladders[holder[0]])
            ):
                holders[key] = asking
                asking = None if holder is None else (holder[0], holder[1] + 1)
            else:
                asking = (id, place + 1)
    return _named(ladders, holders, out_of_wishes, scope)


def _beats(one: Ladder, other: Ladder) -> bool:
    if one.home != other.home:
        return (one.rank, one.depth) < (other.rank, other.depth)
    return (one.rank, _standing(one)) < (other.rank, _standing(other))


def _standing(one: Ladder) -> float:
    """How deep a class counts among those of its home: one with a title as what would hang right below its members."""
    return one.depth + (_BELOW if one.titled else 0)


def _named(
    ladders: Mapping[TypeId, Ladder], holders: Mapping[str, tuple[TypeId, int]], rest: list[TypeId], scope: Scope
) -> dict[TypeId, Wish]:
    names: dict[TypeId, Wish] = {}
    for id, place in holders.values():
        wish = ladders[id].wishes.at(place)
        assert wish is not None, "it holds a name"
        names[id] = Wish(scope.take(cut(wish.identifier)), wish.reason)
    for id in reversed(rest):
        ladder = ladders[id]
        name = ladder.wishes.all()[-1].identifier
        if ladder.number and name.endswith(ladder.number):
            names[id] = scope.number(name.removesuffix(ladder.number), int(ladder.number[:9]))
        else:
            names[id] = scope.number(name)
    return names
