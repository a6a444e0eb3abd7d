"""Whether everything of one shape is something of another: how a type checker would see it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sdkwright.changes.surface import ChoiceKind, EnumKind, Form, ObjectKind, Shape, Surface

_NUMBERS = {"integer": ("number",)}
_DEEPEST = 20
"""Choices inside of choices; what lies deeper fits nothing, which at worst calls a change breaking."""


def fits(one: Shape, other: Shape, surface: Surface, other_surface: Surface) -> bool:
    """Whether all that `one` is in `surface` is allowed where `other` is asked for in `other_surface`.

    Null is left aside.  Classes of one name fit: what changed inside of them is found there.
    """
    return _fits(one, other, surface, other_surface, _DEEPEST)


def _fits(one: Shape, other: Shape, surface: Surface, other_surface: Surface, depth: int) -> bool:
    if depth == 0:
        return False
    if other.form is Form.ANY or _bare(one) == _bare(other):
        return True
    if _is_same_class(one, other, surface, other_surface):
        return True
    if (members := _members(one, surface)) is not None:
        return all(_fits(member, other, surface, other_surface, depth - 1) for member in members)
    if (members := _members(other, other_surface)) is not None:
        return any(_fits(one, member, surface, other_surface, depth - 1) for member in members)
    if one.form is other.form and one.form in (Form.LIST, Form.MAP, Form.EVENTS, Form.PAGE):
        return all(
            _fits(left, right, surface, other_surface, depth - 1)
            for left, right in zip(one.inside, other.inside, strict=False)
        )
    if other.form is Form.SCALAR:
        return other.name in _scalars(one, surface)
    return False


def _bare(shape: Shape) -> Shape:
    return Shape(shape.form, shape.name, shape.inside)


def _is_same_class(one: Shape, other: Shape, surface: Surface, other_surface: Surface) -> bool:
    """Whether both are one class, under its name or one that it had."""
    if one.form is not Form.CLASS or other.form is not Form.CLASS:
        return False
    left, right = surface.classes.get(one.name), other_surface.classes.get(other.name)
    names = {one.name, *(left.old if left else ())}
    return bool(names & {other.name, *(right.old if right else ())})


def _members(shape: Shape, surface: Surface) -> tuple[Shape, ...] | None:
    """The shapes of which a choice is one."""
    if shape.form is Form.CHOICE:
        return shape.inside
    found = surface.classes.get(shape.name) if shape.form is Form.CLASS else None
    if found is not None and isinstance(found.kind, ChoiceKind):
        return tuple(member for _, member in found.kind.members)
    if found is not None and isinstance(found.kind, ObjectKind) and found.kind.children:
        return tuple(member for _, member in found.kind.children)
    return None


def _scalars(shape: Shape, surface: Surface) -> Iterator[str]:
    """The scalars that a shape is a kind of."""
    match shape.form:
        case Form.SCALAR:
            yield from _NUMBERS.get(shape.name, ())
        case Form.LITERAL:
            yield from _of_value(shape.name)
        case Form.CLASS:
            found = surface.classes.get(shape.name)
            if found is not None and isinstance(found.kind, EnumKind):
                kinds = {tuple(_of_value(value)) for value, _ in found.kind.values}
                yield from kinds.pop() if len(kinds) == 1 else ()
        case _:
            return


def _of_value(value: str) -> tuple[str, ...]:
    """What a value in JSON is."""
    match json.loads(value):
        case bool():
            return ("boolean",)
        case str():
            return ("string",)
        case int():
            return ("integer", "number")
        case float():
            return ("number",)
        case _:
            return ()
