"""What the service would say: a value of a type as JSON, with the names that it has on the wire.

A value is the document's example where it has one that fits, completed with what the service must say and without what
it never says; else one made from the schema, valid for it and the same in every run.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final, TypeAlias, assert_never

from sdkwright.examples.spelt import SHOWN
from sdkwright.examples.values import DEEPEST, MOST_ITEMS, MOST_NODES, NODES, SHALLOW
from sdkwright.ir.types import (
    NO_NOTES,
    AnyType,
    ConstType,
    Default,
    Discriminator,
    EnumDef,
    FileType,
    Json,
    ListType,
    MapType,
    Notes,
    ObjectDef,
    Property,
    RefType,
    ScalarType,
    Type,
    TypeId,
    UnionDef,
    children,
)
from sdkwright.ir.values import Types, fits

Keywords: TypeAlias = Mapping[str, Json]
KeywordsAt: TypeAlias = Callable[[str], Keywords]
"""The keywords of the schema at a pointer: items have limits that stand in no `Notes`."""

_BASE64: Final = "ZXhhbXBsZQ=="


def _no_keywords(pointer: str) -> Keywords:
    return {}


class AnswerValues:
    """Makes values of one API's types.  Make one, ask it often.

    Below the depth `shallow`, and from so many `nodes` on, only what is required is written; of the items that a schema
    asks for, no more than `items`.
    """

    def __init__(
        self,
        types: Types,
        keywords_at: KeywordsAt = _no_keywords,
        *,
        shallow: int = SHALLOW,
        nodes: int = NODES,
        items: int = MOST_ITEMS,
    ) -> None:
        self._types = types
        self._keywords_at = keywords_at
        self._shallow = shallow
        self._most = nodes
        self._most_items = items
        self._open: list[TypeId] = []
        self._nodes = 0
        self._scalars: dict[int, tuple[Json, int]] = {}
        """The value of each property that is a scalar, which is so wherever it stands, and how many nodes it counts."""

    def of(
        self, shape: Type, name: str, at: str, notes: Notes = NO_NOTES, default: Default | None = None, number: int = 0
    ) -> Json:
        """A value for something called `name` whose schema stands at the pointer `at`: the first example that fits, the
        default, else a made one.  `number` tells the values of a list apart, where they must differ."""
        if not self._open:
            self._nodes = 0
        limits = dict(notes.constraints)
        if number == 0:
            known = self._examples_of(shape)
            if notes.examples or default is not None:
                known = (*notes.examples, *((default.value,) if default is not None else ()), *known)
            for example in known:
                if fits(self._types, shape, example, limits):
                    return self._completed(shape, example, name, at)
        if self._keywords_at is _no_keywords:
            return self._made(shape, name, at, limits, number)
        return self._made(shape, name, at, {**self._keywords(at), **limits}, number)

    def each(self, definition: UnionDef) -> Sequence[Json]:
        """A value of each member of a union."""
        return [self._member(definition, member, "value") for member in definition.members]

    def _examples_of(self, shape: Type) -> Sequence[Json]:
        """The examples that stand at the definition of a type."""
        return self._types[shape.id].notes.examples if isinstance(shape, RefType) else ()

    # ------------------------------------------------------------------------------------- examples of the document

    def _completed(self, shape: Type, value: Json, name: str, at: str) -> Json:
        """An example with what the service must say beside it, and without what only callers write."""
        match shape, value:
            case ListType(), list():
                return [self._completed(shape.item, item, name, f"{at}/items") for item in value]
            case MapType(), dict():
                return {key: self._completed(shape.value, item, name, at) for key, item in value.items()}
            case RefType(), dict():
                definition = self._types[shape.id]
                return self._completed_object(definition, value) if isinstance(definition, ObjectDef) else value
            case _:
                return value

    def _completed_object(self, definition: ObjectDef, value: dict[str, Json]) -> Json:
        known = {prop.name: prop for prop in definition.properties}
        told: dict[str, Json] = {}
        for key, item in value.items():
            prop = known.get(key)
            if prop is not None and not prop.write_only:
                told[key] = self._completed(prop.type, item, key, prop.id)
            elif prop is None and not self._is_written_only(definition, key):
                told[key] = item
        self._open.append(definition.id)
        for prop in definition.properties:
            if prop.required and not prop.write_only and prop.name not in told:
                told[prop.name] = self._property(prop)
        self._open.pop()
        return {**self._undescribed(definition), **told}

    def _is_written_only(self, definition: ObjectDef, name: str) -> bool:
        """Whether a property is one of the input twin's alone."""
        described = self._keywords_at(definition.id).get("properties")
        own = described.get(name) if isinstance(described, dict) else None
        return isinstance(own, dict) and own.get("writeOnly") is True

    # ---------------------------------------------------------------------------------------------------------- made

    def _made(self, shape: Type, name: str, at: str, limits: Keywords, number: int) -> Json:
        """A value where no example fits."""
        self._nodes += 1
        match shape:
            case ScalarType():
                listed = [one for one in _items(limits.get("enum")) if fits(self._types, shape, one)]
                if listed:
                    return listed[number % len(listed)]
                return _another(SHOWN[shape.scalar].chosen(name, limits), number)
            case RefType():
                return self._definition(shape, name, number)
            case ListType():
                return self._list(shape, name, at, limits)
            case MapType():
                return self._map(shape, name, at, limits)
            case AnyType():
                return "<value>"
            case ConstType():
                return shape.value
            case FileType():
                return _BASE64
            case _:
                assert_never(shape)

    def _keywords(self, at: str) -> Keywords:
        """The keywords of a schema; of what is one type although the document has choices, those of the first, too."""
        own = self._keywords_at(at)
        if not own:
            return own
        choices = [f"{at}/{key}/{n}" for key in ("anyOf", "oneOf") for n in range(len(_items(own.get(key))))]
        first = next((one for one in map(self._keywords_at, choices) if one and one.get("type") != "null"), own)
        return {**first, **own}

    def _deep(self) -> bool:
        """Whether only what is required is still written."""
        return len(self._open) >= self._shallow or self._nodes >= self._most

    def _list(self, shape: ListType, name: str, at: str, limits: Keywords) -> Json:
        """The smallest sensible list: one item, more where the schema asks for more; none of a choice that no value
        meets."""
        least = self._least(limits, "minItems")
        ends = self._nodes >= self._most or self._reenters(shape.item) or limits.get("maxItems") == 0
        if least == 0 and ends:
            return []
        apart = limits.get("uniqueItems") is True
        made = [self.of(shape.item, name, f"{at}/items", number=n if apart else 0) for n in range(max(least, 1))]
        return made if least or self._is_sure(shape.item, made[0]) else []

    def _map(self, shape: MapType, name: str, at: str, limits: Keywords) -> Json:
        least = self._least(limits, "minProperties")
        count = max(least, 0 if self._deep() or self._reenters(shape.value) else 1)
        keys = ("key" if n == 0 else f"key{n + 1}" for n in range(count))
        return {key: self.of(shape.value, name, f"{at}/additionalProperties") for key in keys}

    def _least(self, limits: Keywords, keyword: str) -> int:
        """How many there must be, as far as anybody would read them."""
        least = limits.get(keyword)
        return min(least, self._most_items) if isinstance(least, int) and least > 0 else 0

    def _reenters(self, shape: Type) -> bool:
        """Whether the type is being written already."""
        return isinstance(shape, RefType) and shape.id in self._open

    def _definition(self, shape: RefType, name: str, number: int) -> Json:
        """A value of an object, enum or union."""
        definition = self._types[shape.id]
        match definition:
            case EnumDef():
                return definition.members[number % len(definition.members)].value if definition.members else None
            case UnionDef():
                return self._choice(definition, shape, name)
            case ObjectDef():
                return self._object(definition, shape)
            case _:
                assert_never(definition)

    def _object(self, definition: ObjectDef, shape: RefType) -> Json:
        if self._reenters(shape) or self._nodes >= MOST_NODES or len(self._open) >= DEEPEST:
            return None if shape.nullable else {}
        family = definition.family
        if family is not None and not any(self._reenters(member) for member in family.members):
            # A tag behind those of the members is that of the object itself.
            tags = [(tag, place) for tag, place in family.discriminator.mapping if place < len(family.members)]
            if tags:
                tag, place = tags[0]
                self._open.append(definition.id)
                made = self._of_relative(family.members[place])
                self._open.pop()
                return self._tagged(made, family.discriminator, tag)
        self._open.append(definition.id)
        keywords = self._keywords_at(definition.id)
        wanted, unwanted = _one_of_several(keywords) if keywords else ((), ())
        written: dict[str, Json] = {}
        is_shallow = len(self._open) < self._shallow
        for prop in definition.properties:
            is_asked = prop.required or prop.name in wanted
            is_shown = is_asked or (is_shallow and self._nodes < self._most and not self._reenters(prop.type))
            if is_shown and not prop.write_only and prop.name not in unwanted:  # what only callers write is not
                value = self._property(prop)
                if is_asked or self._is_sure(prop.type, value):
                    written[prop.name] = value
        self._open.pop()
        return {**written, **self._undescribed(definition)} if definition.undescribed else written

    def _undescribed(self, definition: ObjectDef) -> dict[str, Json]:
        """What is required and described nowhere: what further properties are, or anything."""
        shape, at = definition.additional or AnyType(), f"{definition.id}/additionalProperties"
        return {one.name: self.of(shape, one.name, at) for one in definition.undescribed}

    def _of_relative(self, member: RefType) -> Json:
        definition = self._types[member.id]
        return self._object(definition, member) if isinstance(definition, ObjectDef) else {}

    def _property(self, prop: Property) -> Json:
        known = self._scalars.get(id(prop))
        if known is not None:
            value, nodes = known
            self._nodes += nodes
            return value
        before = self._nodes
        value = self.of(prop.type, prop.name, prop.id, prop.notes, prop.default)
        if isinstance(prop.type, ScalarType):
            self._scalars[id(prop)] = value, self._nodes - before
        return value

    def _is_sure(self, shape: Type, value: Json) -> bool:
        """Whether a value is no choice that several members of a `oneOf` take, which makes it none; nor holds one."""
        if isinstance(shape, ScalarType):
            return True
        for inner in children(shape):
            parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            return all(self._is_sure(inner, part) for part in parts)
        definition = self._types[shape.id] if isinstance(shape, RefType) else None
        if not isinstance(definition, UnionDef) or definition.any_of or definition.discriminator is not None:
            return True
        return sum(fits(self._types, member, value) for member in definition.members) <= 1

    def _choice(self, definition: UnionDef, shape: RefType, name: str) -> Json:
        """The first member whose value is no other member's, as `oneOf` asks for; else null, or the first."""
        if not definition.members or shape.id in self._open or len(self._open) >= DEEPEST:
            return None
        open_members = [member for member in definition.members if not self._reenters(member)]
        first: Json = None
        self._open.append(shape.id)
        for place, member in enumerate(open_members or definition.members[:1]):
            made = self._member(definition, member, name)
            if place == 0:
                first = made
            if self._is_sure(shape, made):
                self._open.pop()
                return made
        self._open.pop()
        return None if shape.nullable else first

    def _member(self, definition: UnionDef, member: Type, name: str) -> Json:
        at = definition.members.index(member)
        choices = "anyOf" if definition.any_of else "oneOf"
        made = self.of(member, name, f"{definition.id}/{choices}/{at}")
        told = definition.discriminator
        tag = None if told is None else next((tag for tag, place in told.mapping if place == at), None)
        return made if told is None or tag is None else self._tagged(made, told, tag)

    def _tagged(self, made: Json, told: Discriminator, tag: str) -> Json:
        """An object with a tag that tells what it is; its own, if that leads to the same member or is no text."""
        if not isinstance(made, dict):
            return made
        places, own = dict(told.mapping), made.get(told.property_name)
        if own is not None and (not isinstance(own, str) or places.get(own) == places[tag]):
            return made
        return {**made, told.property_name: tag}


def _names(asked: Json) -> Sequence[str]:
    """What `required` lists."""
    return [name for name in asked if isinstance(name, str)] if isinstance(asked, list) else []


def _one_of_several(keywords: Keywords) -> tuple[Collection[str], Collection[str]]:
    """Properties that must be there, and those that must not, where one of several lists of them is asked for."""
    for keyword in ("anyOf", "oneOf"):
        lists = [
            _names(one.get("required") if isinstance(one, dict) else None) for one in _items(keywords.get(keyword))
        ]
        if lists and all(lists):
            first, *others = map(set, lists)
            return lists[0], set[str]().union(*others) - first if keyword == "oneOf" else ()
    return (), ()


def _items(value: Json) -> Sequence[Json]:
    return value if isinstance(value, list) else ()


def _another(value: Json, number: int) -> Json:
    """The value itself, or one that differs from it."""
    if number == 0 or value is None or isinstance(value, bool | list | dict):
        return value
    return f"{value}{number + 1}" if isinstance(value, str) else value + number
