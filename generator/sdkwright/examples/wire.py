"""Examples as JSON has them: what an answer looks like, and what a model is on the wire.

The same rules choose values here and in the samples: the document's example where it fits, else one that is valid.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from sdkwright.examples.spelt import SHOWN
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    FileType,
    Json,
    ListType,
    MapType,
    ObjectDef,
    Property,
    RefType,
    ScalarType,
    Type,
    TypeId,
    UnionDef,
)
from sdkwright.ir.values import NO_LIMITS, Limits, Types, fits

_ALL_SHOWN = 2
"""Down to this depth every property is shown, further down only what is required."""
_NODES = 120
"""From here on, too."""
_MOST_NODES = 1000
"""From here on objects are left empty: what is required may be required without end."""
_DEEPEST = 40


Allows = Callable[[str, Json], bool]
"""Whether a value is allowed by the schema at a pointer of the document, by all that the schema says."""


class WireExamples:
    """Makes JSON for the types of one API."""

    def __init__(self, types: Types, allows: Allows) -> None:
        self._types = types
        self._allows = allows

    def of(self, shape: Type, pointer: str, examples: Sequence[Json] = ()) -> tuple[Json] | None:
        """A value of a type, whose schema stands at `pointer` (empty: nowhere as it is).

        The first that fits of `examples`, of one with all that can be there, and of one with what must be there alone.

        In a tuple, for null is a value, too; None where none of them fits.
        """
        made = (maker.of(shape, "", (), NO_LIMITS) for maker in (_Maker(self._types), _Maker(self._types, _NODES)))
        fitting = (one for one in (*examples, *made) if fits(self._types, shape, one))
        return next(((one,) for one in fitting if not pointer or self._allows(pointer, one)), None)


class _Maker:
    """Makes one value."""

    def __init__(self, types: Types, nodes: int = 0) -> None:
        self._types = types
        self._open: list[TypeId] = []
        self._tags: dict[TypeId, tuple[str, str]] = {}
        """The tag that an object must have as the member of a union: its property and value."""
        self._nodes = nodes

    def of(self, shape: Type, name: str, examples: Sequence[Json], limits: Limits) -> Json:
        """A value for something called `name`."""
        own = self._types[shape.id].notes.examples if isinstance(shape, RefType) else ()
        for example in (*examples, *own):
            if fits(self._types, shape, example, limits):
                return example
        return self._chosen(shape, name, limits)

    def _chosen(self, shape: Type, name: str, limits: Limits) -> Json:
        self._nodes += 1
        match shape:
            case AnyType():
                return "<value>"
            case ConstType():
                return shape.value
            case FileType():
                return "ZXhhbXBsZQ=="
            case ScalarType():
                return SHOWN[shape.scalar].chosen(name, limits)
            case ListType():
                return self._list(shape, name, limits)
            case MapType():
                return {} if self._is_deep() else {"key": self.of(shape.value, name, (), NO_LIMITS)}
            case RefType():
                return self._definition(shape, name)
            case _:
                assert_never(shape)

    def _is_deep(self) -> bool:
        """Whether only what is required is still written."""
        return len(self._open) > _ALL_SHOWN or self._nodes >= _NODES

    def _list(self, shape: ListType, name: str, limits: Limits) -> Json:
        """One item, more where the schema asks for more; none where it would be the same again."""
        least = limits.get("minItems")
        wanted = least if isinstance(least, int) and least > 0 else 0
        ends = self._nodes >= _NODES or self._reenters(shape.item) or limits.get("maxItems") == 0
        if wanted == 0 and ends:
            return []
        return [self.of(shape.item, name, (), NO_LIMITS) for _ in range(max(wanted, 1))]

    def _reenters(self, shape: Type) -> bool:
        return isinstance(shape, RefType) and shape.id in self._open

    def _definition(self, shape: RefType, name: str) -> Json:
        definition = self._types[shape.id]
        if isinstance(definition, EnumDef):
            return definition.members[0].value if definition.members else None
        if shape.id in self._open or self._nodes >= _MOST_NODES or len(self._open) >= _DEEPEST:
            return None if shape.nullable or isinstance(definition, UnionDef) else {}
        self._open.append(shape.id)
        made = self._object(definition) if isinstance(definition, ObjectDef) else self._member(definition, name)
        self._open.pop()
        return made

    def _object(self, definition: ObjectDef) -> Json:
        tag, value = self._tags.pop(definition.id, ("", ""))
        made: dict[str, Json] = {}
        for one in definition.properties:
            if one.name == tag and fits(self._types, one.type, value):
                made[one.name] = value
            elif one.name == tag or self._is_shown(one):
                own = [one.default.value] if one.default is not None else []
                made[one.name] = self.of(one.type, one.name, (*one.notes.examples, *own), dict(one.notes.constraints))
        return made

    def _is_shown(self, one: Property) -> bool:
        """What only requests have is left out of what the server says, unless the schema asks for it all the same."""
        if one.required:
            return True
        return not (one.write_only or self._is_deep() or self._reenters(one.type))

    def _member(self, definition: UnionDef, name: str) -> Json:
        """The first member that is not being written already, with its tag."""
        if not definition.members:
            return None
        member = next((m for m in definition.members if not self._reenters(m)), definition.members[0])
        told = definition.discriminator
        if told is not None and isinstance(member, RefType):
            at = definition.members.index(member)
            tag = next((tag for tag, place in told.mapping if place == at), None)
            if tag is not None:
                self._tags[member.id] = (told.property_name, tag)
        made = self.of(member, name, (), NO_LIMITS)
        self._tags.clear()
        return made
