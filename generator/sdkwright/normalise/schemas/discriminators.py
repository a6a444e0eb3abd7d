"""Which member of a union a tag means (OpenAPI 3.1, section 4.8.25), declared or inferred from values of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkwright.frozen import replace
from sdkwright.ir.types import (
    ConstType,
    Discriminator,
    EnumDef,
    ObjectDef,
    Property,
    RefType,
    Type,
    TypeDef,
    TypeId,
    UnionDef,
    family,
)
from sdkwright.normalise.nodes import Node, mapping, text
from sdkwright.normalise.schemas.recursion import Choosing
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.openapi.pointer import split
from sdkwright.problems import shown
from sdkwright.problems.codes.schemas import (
    DISCRIMINATOR_DEFAULT,
    DISCRIMINATOR_MAPPING,
    DISCRIMINATOR_WITHOUT_PROPERTY,
)


def decide(walk: Walk) -> None:
    """Give every union its discriminator, now that all members are built."""
    for type_id, choosing in walk.choosing.items():
        union = walk.definitions[type_id]
        if isinstance(union, UnionDef):
            found = _declared(walk, union, choosing) or _inferred(walk.definitions, union)
            if found is not None:
                walk.definitions[type_id] = replace(union, discriminator=found)


def _declared(walk: Walk, union: UnionDef, choosing: Choosing) -> Discriminator | None:
    written = mapping(choosing.declared)
    name = text(written.get("propertyName"))
    if name is None:
        return None
    at = f"{choosing.pointer}/discriminator"
    by_target = dict(reversed(choosing.targets))
    default = _default(walk, written, by_target, at)
    lacking = [index for index, member in enumerate(union.members) if not _has(walk.definitions, member, name, set())]
    if lacking and lacking != [default]:
        walk.report.degraded(
            "keyword",
            DISCRIMINATOR_WITHOUT_PROPERTY,
            f"Not every member has the property {shown(name)}; the member is chosen by what fits",
            at,
        )
        return None
    tags: dict[str, int] = {}
    for tag, value in mapping(written.get("mapping")).items():
        index = _target(walk, text(value) or "", by_target)
        if index is None:
            walk.report.degraded(
                "keyword",
                DISCRIMINATOR_MAPPING,
                f"{shown(tag)} leads to {shown(value)}, which is no member; it is left out",
                f"{at}/mapping",
                remedy="Let it lead to a member.",
            )
        else:
            tags[tag] = index
    mapped = set(tags.values())
    for index, member in enumerate(union.members):
        if index in mapped:
            continue
        values = list(_tags(walk.definitions, member, name))
        if not values:
            values = [split(target)[-1] for target, at_index in choosing.targets if at_index == index]
        for tag in values:
            tags.setdefault(tag, index)
    for index, member in enumerate(union.members):
        own = family(walk.definitions.get(member.id)) if isinstance(member, RefType) else None
        if own is not None and own.discriminator.property_name == name:
            for tag, _ in own.discriminator.mapping:
                tags.setdefault(tag, index)
    return Discriminator(name, tuple(tags.items()), default) if tags else None


def _default(walk: Walk, written: Node, by_target: Mapping[str, int], at: str) -> int | None:
    """The member for objects with a tag that is not listed, or without one."""
    name = text(written.get("defaultMapping"))
    if name is None:
        return None
    default = _target(walk, name, by_target)
    if default is None:
        walk.report.degraded(
            "keyword",
            DISCRIMINATOR_DEFAULT,
            f"{shown(name)} is no member; an object with another tag, or none, is kept as it came",
            f"{at}/defaultMapping",
        )
    return default


def _target(walk: Walk, value: str, by_target: Mapping[str, int]) -> int | None:
    for reference in (value, f"#/components/schemas/{value}"):
        target = walk.references.target(reference)
        if target is not None:
            at = walk.alias_target(reference)
            return by_target.get(at if at in by_target else target.pointer)
    last = value.rsplit("/", 1)[-1].split(".", 1)[0]
    return next((index for target, index in by_target.items() if split(target)[-1] == last), None)


def _inferred(definitions: Mapping[TypeId, TypeDef], union: UnionDef) -> Discriminator | None:
    members: list[ObjectDef] = []
    for member in union.members:
        definition = definitions.get(member.id) if isinstance(member, RefType) else None
        if not isinstance(definition, ObjectDef):
            return None
        members.append(definition)
    if len(members) < 2:
        return None
    tables = [{one.name: one for one in definition.properties} for definition in members]
    for candidate in members[0].properties:
        tags: dict[str, int] = {}
        for index, table in enumerate(tables):
            one = table.get(candidate.name)
            values = _always(definitions, one) if one is not None else []
            if not values or not tags.keys().isdisjoint(values):
                break
            tags |= dict.fromkeys(values, index)
        else:
            return Discriminator(candidate.name, tuple(tags.items()), inferred=True)
    return None


def _always(definitions: Mapping[TypeId, TypeDef], one: Property) -> list[str]:
    """The texts of which a property that is always there has one."""
    return literals(definitions, one.type) if one.required and not one.type.nullable else []


def literals(definitions: Mapping[TypeId, TypeDef], kind: Type) -> list[str]:
    """The texts that a property can be, if they are listed."""
    if isinstance(kind, ConstType):
        return [kind.value] if isinstance(kind.value, str) else []
    definition = definitions.get(kind.id) if isinstance(kind, RefType) else None
    if isinstance(definition, EnumDef):
        return [member.value for member in definition.members if isinstance(member.value, str)]
    return []


def _tags(definitions: Mapping[TypeId, TypeDef], member: Type, name: str) -> Iterator[str]:
    definition = definitions.get(member.id) if isinstance(member, RefType) else None
    if isinstance(definition, ObjectDef):
        for one in definition.properties:
            if one.name == name:
                yield from literals(definitions, one.type)
    elif (
        isinstance(definition, UnionDef) and definition.discriminator and definition.discriminator.property_name == name
    ):
        yield from (tag for tag, _ in definition.discriminator.mapping)


def _has(definitions: Mapping[TypeId, TypeDef], member: Type, name: str, seen: set[TypeId]) -> bool:
    if not isinstance(member, RefType) or member.id in seen:
        return False
    seen.add(member.id)
    definition = definitions.get(member.id)
    if isinstance(definition, ObjectDef):
        return any(one.name == name for one in definition.properties)
    if isinstance(definition, UnionDef):
        return all(_has(definitions, inner, name, seen) for inner in definition.members)
    return False
