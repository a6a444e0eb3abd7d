"""A parent with a discriminator, and what is made of it by `allOf` (OpenAPI 3.1, section 4.8.25).

The parent does not name its children: each of them names the parent, and its tag is that of the mapping, the only value
that it gives to the property, or its own name.  A child that has children is their parent, too; without a discriminator
of its own it has the one of the next parent above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from sdkwright.frozen import Frozen, replace
from sdkwright.ir.types import Discriminator, Family, Json, ObjectDef, Property, RefType, TypeId, UnionDef
from sdkwright.normalise.nodes import Node, mapping, sequence, text
from sdkwright.normalise.schemas.discriminators import literals
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.openapi.pointer import join, split
from sdkwright.problems import shown
from sdkwright.problems.codes.schemas import DISCRIMINATOR_DEFAULT, DISCRIMINATOR_MAPPING

_COMPONENTS: Final = "#/components/schemas"

MOST_RELATIVES: Final = 50_000
"""Members of all families: a chain of `allOf` makes as many as the square of its length."""


class _Declared(Frozen):
    """A discriminator, and the schema in which it stands."""

    name: str
    tags: Node
    at: str
    default: str | None = None
    """What `defaultMapping` says."""


def gather(walk: Walk, components: Node) -> None:
    """Give every object its family, now that all components are built."""
    Families(walk, components).gather()


class Families:
    """The families of one document."""

    def __init__(self, walk: Walk, components: Node) -> None:
        self._walk = walk
        self._parents: dict[str, list[str]] = {}
        self._children: defaultdict[str, list[str]] = defaultdict(list)
        self._own: dict[str, _Declared] = {}
        self._left = MOST_RELATIVES
        for key, node in components.items():
            at = join(_COMPONENTS, key)
            self._parents[at] = []
            for part, pointer in _parts(node, at):
                reference = text(part.get("$ref"))
                if reference is not None and pointer != at:
                    self._take_parent(at, walk.alias_target(reference))
                declared = mapping(part.get("discriminator"))
                name = text(declared.get("propertyName"))
                if name is not None and "oneOf" not in part and "anyOf" not in part:
                    self._own[at] = _Declared(
                        name,
                        mapping(declared.get("mapping")),
                        join(pointer, "discriminator"),
                        text(declared.get("defaultMapping")),
                    )

    def _take_parent(self, child: str, parent: str) -> None:
        if parent and parent != child:
            self._parents[child].append(parent)
            self._children[parent].append(child)

    def gather(self) -> None:
        """Find the family of every object, then say which of them are nested."""
        definitions = self._walk.definitions
        found: dict[TypeId, Family] = {}
        for at in self._parents:
            parent, declared = definitions.get(TypeId(at)), self._declared(at)
            if isinstance(parent, ObjectDef) and declared is not None:
                family = self._family(at, parent, declared)
                if family is not None:
                    found[parent.id] = family
        for id, family in found.items():
            below = set(self._below(id))
            tag = family.discriminator.property_name
            nested = (
                member.id
                for member in family.members
                if member.id in found and found[member.id].discriminator.property_name != tag
                # Aliases that contain each other would lead in a circle.
                if member.id in below and id not in self._below(member.id)
            )
            parent = definitions[id]
            assert isinstance(parent, ObjectDef)
            definitions[id] = replace(parent, family=replace(family, nested=frozenset(nested)))
        for at in self._walk.choosing:
            self._report(at, found)

    def _report(self, at: TypeId, found: Mapping[TypeId, Family]) -> None:
        """Say what becomes of the discriminator of an object."""
        if not isinstance(self._walk.definitions.get(at), ObjectDef):
            return
        if at in found or any(parent in found for parent in self._parents.get(at, ())):
            self._walk.report.saw("discriminator", at)
        else:
            self._walk.report.left_out("keyword", join(at, "discriminator"), "there is no choice beside it")

    def _declared(self, at: str) -> _Declared | None:
        """The discriminator of a schema, or that of the next parent above."""
        seen = {at}
        waiting = [at]
        for one in waiting:
            if one in self._own:
                return self._own[one]
            above = [parent for parent in self._parents.get(one, ()) if parent not in seen]
            seen.update(above)
            waiting.extend(above)
        return None

    def _below(self, at: str) -> list[str]:
        """The children of a schema and theirs, the nearest first."""
        found = {at: None}
        waiting = [at]
        for one in waiting:
            new = [child for child in self._children.get(one, ()) if child not in found]
            found.update(dict.fromkeys(new))
            waiting.extend(new)
        return list(found)[1:]

    def _family(self, at: str, parent: ObjectDef, declared: _Declared) -> Family | None:
        below = self._below(at)
        self._left -= len(below)
        if self._left < 0:
            self._walk.report.left_out("keyword", declared.at, "too many schemas are made of each other")
            return None
        below = [child for child in below if self._has(child, declared.name)]
        tags = self._mapped(at, below, declared)
        mapped = set(tags.values())
        own = next((one for one in parent.properties if one.name == declared.name), None)
        for child in below:
            if child not in mapped:
                for tag in self._implied(child, own, tags):
                    tags[tag] = child
        members = list(dict.fromkeys(target for target in (*tags.values(), *below) if target != at))
        if not members:
            return None
        # The last place is that of the parent itself.
        places = {target: place for place, target in enumerate((*members, at))}
        return Family(
            tuple(RefType(TypeId(member)) for member in members),
            Discriminator(
                declared.name,
                tuple((tag, places[target]) for tag, target in tags.items()),
                self._default(at, declared, members, places),
            ),
        )

    def _default(self, at: str, declared: _Declared, members: list[str], places: Mapping[str, int]) -> int | None:
        """The child for objects with another tag or none; without one that is the parent."""
        target = None if declared.default is None else self._target(declared.default)
        if target is None or target == at:
            return None
        if target not in members and declared is self._own.get(at):
            message = f"{shown(declared.default)} is no child; an object with another tag, or none, is the parent"
            place = join(declared.at, "defaultMapping")
            self._walk.report.degraded("keyword", DISCRIMINATOR_DEFAULT, message, place)
        return places.get(target)

    def _mapped(self, at: str, below: list[str], declared: _Declared) -> dict[str, str]:
        """The tags of the mapping; a child that inherits one has the part of it that concerns its own children."""
        tags: dict[str, str] = {}
        for tag, value in declared.tags.items():
            target = self._target(text(value) or "")
            known = self._walk.definitions.get(TypeId(target))
            if target in below or target == at:
                tags[tag] = target
            elif declared is not self._own.get(at):
                continue
            elif isinstance(known, ObjectDef) and self._has(target, declared.name):
                tags[tag] = target
            else:
                self._walk.report.degraded(
                    "keyword",
                    DISCRIMINATOR_MAPPING,
                    f"{shown(tag)} leads to {shown(value)}, which is no child of the schema; it is left out",
                    f"{declared.at}/mapping",
                    remedy="Let it lead to a schema that takes this one over by `allOf`.",
                )
        return tags

    def _target(self, value: str) -> str:
        """The schema that a value of the mapping means: a reference, or the name of a component."""
        for reference in (value, f"{_COMPONENTS}/{value}"):
            if self._walk.references.target(reference) is not None:
                return self._walk.alias_target(reference)
        return ""

    def _implied(self, child: str, own: Property | None, taken: Mapping[str, str]) -> list[str]:
        """The tags of a child that the mapping does not have: what it says of the property itself, or its name."""
        definition = self._walk.definitions[TypeId(child)]
        said = definition.properties if isinstance(definition, ObjectDef) else ()
        values = [
            value
            for one in said
            if own is not None and one.name == own.name and one.id != own.id
            for value in literals(self._walk.definitions, one.type)
        ]
        return [tag for tag in values or split(child)[-1:] if tag not in taken]

    def _has(self, at: str, name: str) -> bool:
        """Whether a schema is a class that has the tag, or a choice between such classes."""
        definition = self._walk.definitions.get(TypeId(at))
        if isinstance(definition, UnionDef):
            # A choice that leads back to what it is made of would lead in a circle.
            members = [one.id for one in definition.members if isinstance(one, RefType)]
            tagged = [one for one in members if self._is_tagged(one, name) and at not in self._below(one)]
            return len(tagged) == len(definition.members)
        return self._is_tagged(TypeId(at), name)

    def _is_tagged(self, id: TypeId, name: str) -> bool:
        definition = self._walk.definitions.get(id)
        return isinstance(definition, ObjectDef) and any(one.name == name for one in definition.properties)


def _parts(node: Json, at: str) -> Iterator[tuple[Node, str]]:
    """A schema and the parts of its `allOf`, each with its pointer; what is referred to is no part."""
    waiting = [(mapping(node), at)]
    for part, pointer in waiting:
        yield part, pointer
        waiting.extend((mapping(one), f"{pointer}/allOf/{i}") for i, one in enumerate(sequence(part.get("allOf"))))
