"""Who uses a definition: requests, responses or both; what is left out of it then, and the twins where both differ.

Properties that are `readOnly` are no part of a request, `writeOnly` ones no part of a response.  A definition that both
sides use and that differs between them, itself or further down, is there twice: as input and as output.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sdkwright.ir.service import Body, Content, Operation, Parameter, Webhook
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    FileType,
    ListType,
    MapType,
    ObjectDef,
    Origin,
    Property,
    RefType,
    ScalarType,
    Type,
    TypeDef,
    TypeId,
    UnionDef,
    Variant,
    target,
    targets,
)


def _targets(definition: TypeDef, variant: Variant | None) -> Iterator[TypeId]:
    """The definitions that a definition needs, seen from one side (None: from both)."""
    return targets(definition if variant is None else _side(definition, variant))


def _side(definition: TypeDef, variant: Variant) -> TypeDef:
    """The definition without the properties that one side does not see."""
    if not isinstance(definition, ObjectDef) or all(_visible(one, variant) for one in definition.properties):
        return definition
    return replace(definition, properties=tuple(one for one in definition.properties if _visible(one, variant)))


def _visible(one: Property, variant: Variant) -> bool:
    return not (one.read_only if variant is Variant.INPUT else one.write_only)


def reach(definitions: Mapping[TypeId, TypeDef], roots: Iterable[Type], variant: Variant | None) -> set[TypeId]:
    """Every definition that can be reached from the roots on one side."""
    found: set[TypeId] = set()
    waiting = [type_id for root in roots if (type_id := target(root)) is not None]
    while waiting:
        type_id = waiting.pop()
        if type_id in found or type_id not in definitions:
            continue
        found.add(type_id)
        waiting.extend(_targets(definitions[type_id], variant))
    return found


@dataclass(frozen=True, slots=True)
class Sides:
    """The definitions of both sides, and which of them are there twice."""

    inputs: frozenset[TypeId]
    outputs: frozenset[TypeId]
    twins: frozenset[TypeId]

    def type_for(self, kind: Type, variant: Variant) -> Type:
        """The type as one side sees it."""
        match kind:
            case RefType():
                return replace(kind, id=twin_id(kind.id, variant)) if kind.id in self.twins else kind
            case ListType():
                item = self.type_for(kind.item, variant)
                return kind if item is kind.item else replace(kind, item=item)
            case MapType():
                value = self.type_for(kind.value, variant)
                return kind if value is kind.value else replace(kind, value=value)
            case ScalarType() | ConstType() | AnyType() | FileType():
                return kind


def twin_id(type_id: TypeId, variant: Variant) -> TypeId:
    """The id of a twin."""
    return TypeId(f"{type_id}!{variant.value}")


def sides(definitions: Mapping[TypeId, TypeDef], inputs: Iterable[Type], outputs: Iterable[Type]) -> Sides:
    """Find out who uses what, and what must be there twice."""
    written = reach(definitions, inputs, Variant.INPUT)
    read = reach(definitions, outputs, Variant.OUTPUT)
    both = written & read
    users: defaultdict[TypeId, list[TypeId]] = defaultdict(list)
    twins: set[TypeId] = set()
    waiting: list[TypeId] = []
    for type_id in both:
        definition = definitions[type_id]
        for used in targets(definition):
            users[used].append(type_id)
        if isinstance(definition, ObjectDef) and any(one.read_only or one.write_only for one in definition.properties):
            waiting.append(type_id)
    while waiting:
        type_id = waiting.pop()
        if type_id not in twins:
            twins.add(type_id)
            waiting.extend(user for user in users[type_id] if user in both)
    return Sides(frozenset(written), frozenset(read), frozenset(twins))


def apply(definitions: Mapping[TypeId, TypeDef], found: Sides) -> dict[TypeId, TypeDef]:
    """The definitions as their users see them: with what is left out, and with twins."""
    made: dict[TypeId, TypeDef] = {}
    for type_id, definition in definitions.items():
        if type_id in found.twins:
            for variant in (Variant.INPUT, Variant.OUTPUT):
                twin = _seen(definition, variant, found)
                made[twin_id(type_id, variant)] = _renamed(twin, twin_id(type_id, variant), variant)
        elif type_id in found.inputs and type_id not in found.outputs:
            made[type_id] = _seen(definition, Variant.INPUT, found)
        elif type_id in found.outputs and type_id not in found.inputs:
            made[type_id] = _seen(definition, Variant.OUTPUT, found)
        else:
            made[type_id] = _seen(definition, None, found)
    return made


def _seen(definition: TypeDef, side: Variant | None, found: Sides) -> TypeDef:
    """The definition as one side sees it; None: whole, its twins as what is read."""
    variant = side or Variant.OUTPUT
    match definition if side is None else _side(definition, side):
        case ObjectDef() as seen:
            properties = tuple(_property(one, variant, found) for one in seen.properties)
            further = None if seen.additional is None else found.type_for(seen.additional, variant)
            return replace(seen, properties=properties, additional=further)
        case UnionDef() as seen:
            return replace(seen, members=tuple(found.type_for(member, variant) for member in seen.members))
        case EnumDef() as seen:
            return replace(seen, sent=side is not Variant.OUTPUT)


def _property(one: Property, variant: Variant, found: Sides) -> Property:
    kind = found.type_for(one.type, variant)
    return one if kind is one.type else replace(one, type=kind)


def _renamed(definition: TypeDef, type_id: TypeId, variant: Variant) -> TypeDef:
    origin: Origin = replace(definition.origin, variant=variant)
    match definition:
        case ObjectDef() | UnionDef():
            is_error = definition.is_error and variant is Variant.OUTPUT
            return replace(definition, id=type_id, origin=origin, is_error=is_error)
        case EnumDef():
            return replace(definition, id=type_id, origin=origin)


# --------------------------------------------------------------------------------------------- operations and webhooks


def operation_for(operation: Operation, found: Sides) -> Operation:
    """The operation with the types of its sides."""
    if not found.twins:
        return operation
    parameters = tuple(parameter_for(one, found) for one in operation.parameters)
    body = _body(operation.body, Variant.INPUT, found) if operation.body is not None else None
    responses = tuple(
        replace(one, contents=_contents(one.contents, Variant.OUTPUT, found)) for one in operation.responses
    )
    return replace(operation, parameters=parameters, body=body, responses=responses)


def parameter_for(one: Parameter, found: Sides) -> Parameter:
    """The parameter with the type of a request."""
    kind = found.type_for(one.type, Variant.INPUT)
    return one if kind is one.type else replace(one, type=kind)


def webhook_for(one: Webhook, found: Sides) -> Webhook:
    """The webhook with the types of what the service sends."""
    return replace(one, body=_body(one.body, Variant.OUTPUT, found)) if one.body is not None else one


def _body(body: Body, variant: Variant, found: Sides) -> Body:
    return replace(body, contents=_contents(body.contents, variant, found))


def _contents(contents: tuple[Content, ...], variant: Variant, found: Sides) -> tuple[Content, ...]:
    return tuple(replace(one, type=found.type_for(one.type, variant)) for one in contents)
