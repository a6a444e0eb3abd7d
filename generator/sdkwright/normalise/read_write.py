"""Who uses a definition: requests, responses or both; what is left out of it then, and the twins where both differ.

Properties that are `readOnly` are no part of a request, `writeOnly` ones no part of a response.  A definition that both
sides use and that differs between them, itself or further down, is there twice: as input and as output.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from sdkwright.frozen import Frozen, replace
from sdkwright.ir.service import Body, Content, Operation, Parameter, Response, Webhook
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    Family,
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
    family,
    leaf,
    parts,
    relatives,
    target,
    targets,
)

D = TypeVar("D", bound=TypeDef)


class _Look(Frozen):
    """What there is to know of one definition."""

    needs: Sequence[TypeId] = ()
    relatives: Sequence[TypeId] = ()
    """What may stand in its place."""
    is_uneven: bool = False
    """One side does not see all of it."""
    has_files: bool = False


_NEEDS_NOTHING: Final = _Look()


class Links:
    """Which definitions definitions need: each is looked at once, however many ask."""

    def __init__(self, definitions: Mapping[TypeId, TypeDef], before: Links | None = None) -> None:
        """`before`: most of the definitions are what they were there."""
        self.definitions = definitions
        if before is None:
            self.known = {type_id: _look(one) for type_id, one in definitions.items()}
        else:
            same, known = before.definitions, before.known
            self.known = {
                type_id: known[type_id] if same.get(type_id) is one else _look(one)
                for type_id, one in definitions.items()
            }
        self.uneven = frozenset([type_id for type_id, look in self.known.items() if look.is_uneven])
        """The definitions of which one side does not see all."""

    def of(self, type_id: TypeId, variant: Variant | None = None) -> Sequence[TypeId]:
        """What a definition needs, seen from one side (None: from both)."""
        if variant is None or type_id not in self.uneven:
            return self.known[type_id].needs
        return targets(_side(self.definitions[type_id], variant))

    def with_files(self) -> set[TypeId]:
        """The definitions that have files among their parts."""
        return {type_id for type_id, look in self.known.items() if look.has_files}


def _look(definition: TypeDef) -> _Look:
    if isinstance(definition, EnumDef):
        return _NEEDS_NOTHING
    near = list(relatives(definition))
    needs: list[TypeId] = []
    is_uneven = has_files = False
    for part in parts(definition):
        if type(part) is ScalarType:  # So it is with most.
            continue
        end = part if type(part) is RefType else leaf(part)
        if isinstance(end, (RefType, FileType)):
            needs.append(end.id)
            has_files = has_files or isinstance(end, FileType)
    for one in definition.properties if isinstance(definition, ObjectDef) else ():
        if one.read_only or one.write_only:
            is_uneven = True
            break
    return _Look(needs, near, is_uneven, has_files) if needs or near or is_uneven else _NEEDS_NOTHING


def _side(definition: D, variant: Variant) -> D:
    """The definition without the properties that one side does not see."""
    if not isinstance(definition, ObjectDef):
        return definition
    if variant is Variant.INPUT:
        seen = [one for one in definition.properties if not one.read_only]
    else:
        seen = [one for one in definition.properties if not one.write_only]
    return definition if len(seen) == len(definition.properties) else replace(definition, properties=tuple(seen))


def reach(
    links: Links, roots: Iterable[Type], variant: Variant | None = None, *, families: bool = False
) -> set[TypeId]:
    """Every definition that can be reached from the roots on one side, or by way of families, too."""
    found: set[TypeId] = set()
    waiting = [type_id for root in roots if (type_id := target(root)) is not None]
    known, uneven = links.known, frozenset[TypeId]() if variant is None else links.uneven
    while waiting:
        type_id = waiting.pop()
        if type_id in found or type_id not in known:
            continue
        found.add(type_id)
        waiting += links.of(type_id, variant) if type_id in uneven else known[type_id].needs
        if families:
            waiting += known[type_id].relatives
    return found


class Sides(Frozen):
    """The definitions of both sides, and which of them are there twice."""

    inputs: frozenset[TypeId]
    outputs: frozenset[TypeId]
    twins: frozenset[TypeId]
    relatives: Mapping[TypeId, Variant | None]
    """What only families lead to, with the side that uses it (None: both)."""
    halves: frozenset[TypeId] = frozenset()
    """Those of them that are there a second time for requests alone."""

    def type_for(self, kind: Type, variant: Variant) -> Type:
        """The type as one side sees it."""
        if not self.twins and not self.halves:
            return kind
        match kind:
            case RefType():
                id = self.seen(kind.id, variant)
                return kind if id == kind.id else replace(kind, id=id)
            case ListType():
                item = self.type_for(kind.item, variant)
                return kind if item is kind.item else replace(kind, item=item)
            case MapType():
                value = self.type_for(kind.value, variant)
                return kind if value is kind.value else replace(kind, value=value)
            case ScalarType() | ConstType() | AnyType() | FileType():
                return kind

    def seen(self, type_id: TypeId, variant: Variant) -> TypeId:
        """What a definition is on one side."""
        is_half = type_id in self.halves and variant is Variant.INPUT
        return twin_id(type_id, variant) if is_half or type_id in self.twins else type_id


def twin_id(type_id: TypeId, variant: Variant) -> TypeId:
    """The id of a twin."""
    return TypeId(f"{type_id}!{variant.value}")


def sides(links: Links, inputs: Sequence[Type], outputs: Sequence[Type]) -> Sides:
    """Find out who uses what, and what must be there twice."""
    written = reach(links, inputs, Variant.INPUT)
    read = reach(links, outputs, Variant.OUTPUT)
    twins = _differing(links, written & read, frozenset())
    others = _relatives(links, inputs, outputs, written | read)
    halves = _differing(links, {id for id, side in others.items() if side is None}, twins)
    return Sides(frozenset(written), frozenset(read), twins, others, halves)


def _differing(links: Links, both: set[TypeId], twins: frozenset[TypeId]) -> frozenset[TypeId]:
    """Those of `both` that differ between the sides, themselves or further down, where some are `twins` already."""
    if not twins and links.uneven.isdisjoint(both):
        return twins
    users: defaultdict[TypeId, list[TypeId]] = defaultdict(list)
    found: set[TypeId] = set()
    waiting: list[TypeId] = []
    for type_id in both:
        used = links.of(type_id)
        for other in used:
            users[other].append(type_id)
        if type_id in links.uneven or not twins.isdisjoint(used):
            waiting.append(type_id)
    while waiting:
        type_id = waiting.pop()
        if type_id not in found:
            found.add(type_id)
            waiting.extend(user for user in users[type_id] if user in both)
    return frozenset(found)


def _relatives(
    links: Links, inputs: Iterable[Type], outputs: Iterable[Type], known: set[TypeId]
) -> dict[TypeId, Variant | None]:
    """What only families lead to.  It is named and documented as what nothing refers to, whatever its families need:
    for both sides it stays there under its name, and where they differ requests have a twin besides."""
    if not any(look.relatives for look in links.known.values()):
        return {}
    written = reach(links, inputs, Variant.INPUT, families=True) - known
    read = reach(links, outputs, Variant.OUTPUT, families=True) - known
    found: dict[TypeId, Variant | None] = dict.fromkeys(written, Variant.INPUT)
    return {**found, **{id: None if id in written else Variant.OUTPUT for id in read}}


def apply(links: Links, found: Sides) -> dict[TypeId, TypeDef]:
    """The definitions as their users see them: with what is left out, and with twins."""
    made: dict[TypeId, TypeDef] = {}
    trimmed = _trimmed(links, found)
    for type_id, definition in links.definitions.items():
        is_sent, is_read = type_id in found.inputs, type_id in found.outputs
        if is_sent is not is_read:
            side = Variant.INPUT if is_sent else Variant.OUTPUT
            made[type_id] = _marked(_seen(links, definition, side, found), trimmed.get(type_id))
        elif type_id in found.twins:
            for variant in (Variant.INPUT, Variant.OUTPUT):
                twin = _seen(links, definition, variant, found)
                made[twin_id(type_id, variant)] = _renamed(twin, twin_id(type_id, variant), variant)
        elif type_id in found.relatives and found.relatives[type_id] is None:
            made[type_id] = _for_both(_seen(links, definition, None, found))
            if type_id in found.halves:
                half = twin_id(type_id, Variant.INPUT)
                made[half] = _renamed(_seen(links, definition, Variant.INPUT, found), half, Variant.INPUT)
        else:
            made[type_id] = _seen(links, definition, found.relatives.get(type_id), found)
    return made


def _trimmed(links: Links, found: Sides) -> dict[TypeId, Variant]:
    """What one side alone uses and does not see whole, itself or further down: that side."""
    trimmed: dict[TypeId, Variant] = {}
    for variant, own in (
        (Variant.INPUT, found.inputs - found.outputs),
        (Variant.OUTPUT, found.outputs - found.inputs),
    ):
        uneven = [
            type_id
            for type_id in links.uneven & own
            if _side(links.definitions[type_id], variant) is not links.definitions[type_id]
        ]
        users: defaultdict[TypeId, list[TypeId]] = defaultdict(list)
        for type_id in own if uneven else ():
            for other in links.of(type_id, variant):
                users[other].append(type_id)
        waiting = uneven
        while waiting:
            type_id = waiting.pop()
            if type_id not in trimmed:
                trimmed[type_id] = variant
                waiting.extend(users[type_id])
    return trimmed


def _marked(definition: TypeDef, trimmed: Variant | None) -> TypeDef:
    return definition if trimmed is None else replace(definition, origin=replace(definition.origin, trimmed=trimmed))


def _for_both(definition: TypeDef) -> TypeDef:
    """One class for both sides: what only one of them has is required on neither."""
    if not isinstance(definition, ObjectDef):
        return definition
    properties = (
        replace(one, required=False) if one.read_only or one.write_only else one for one in definition.properties
    )
    return replace(definition, properties=tuple(properties))


def _seen(links: Links, definition: TypeDef, side: Variant | None, found: Sides) -> TypeDef:
    """The definition as one side sees it; None: whole, its twins as what is read."""
    if isinstance(definition, EnumDef):
        sent = side is not Variant.OUTPUT
        return definition if definition.sent is sent else replace(definition, sent=sent)
    seen = _side(definition, side) if side is not None and definition.id in links.uneven else definition
    needs = links.known[definition.id].needs
    if family(seen) is None and found.twins.isdisjoint(needs) and found.halves.isdisjoint(needs):
        return seen
    variant = side or Variant.OUTPUT
    if isinstance(seen, UnionDef):
        return replace(seen, members=tuple([found.type_for(member, variant) for member in seen.members]))
    properties = tuple([_property(one, variant, found) for one in seen.properties])
    further = None if seen.additional is None else found.type_for(seen.additional, variant)
    sides = (Variant.OUTPUT, Variant.INPUT) if side is None and seen.id not in found.halves else (variant,)
    return replace(seen, properties=properties, additional=further, family=_family(seen.family, sides, found))


def _family(own: Family | None, sides: tuple[Variant, ...], found: Sides) -> Family | None:
    """The family with the members of some sides.  Tags mean those of the first; a caller may give what is read, too."""
    if own is None:
        return None
    seen = [found.seen(one.id, side) for side in sides for one in own.members]
    members = dict.fromkeys((*seen, *(one.id for one in own.members if one.id in found.halves)))
    nested = frozenset(found.seen(id, side) for side in sides for id in own.nested)
    parent = len(own.members)
    tags = ((tag, place if place < parent else len(members)) for tag, place in own.discriminator.mapping)
    discriminator = replace(own.discriminator, mapping=tuple(tags))
    return Family(tuple(map(RefType, members)), discriminator, nested)


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


def operations_for(operations: tuple[Operation, ...], found: Sides) -> tuple[Operation, ...]:
    """The operations with the types of their sides; a response that several have stays one."""
    if not found.twins:
        return operations
    answers = {id(one): one for operation in operations for one in operation.responses}
    made = {key: _response(one, found) for key, one in answers.items()}
    return tuple(
        replace(
            one,
            parameters=tuple([parameter_for(each, found) for each in one.parameters]),
            body=_body(one.body, Variant.INPUT, found) if one.body is not None else None,
            responses=tuple([made[id(each)] for each in one.responses]),
        )
        for one in operations
    )


def parameter_for(one: Parameter, found: Sides) -> Parameter:
    """The parameter with the type of a request."""
    kind = found.type_for(one.type, Variant.INPUT)
    return one if kind is one.type else replace(one, type=kind)


def webhook_for(one: Webhook, found: Sides) -> Webhook:
    """The webhook with the types of what the service sends."""
    return replace(one, body=_body(one.body, Variant.OUTPUT, found)) if one.body is not None else one


def _response(one: Response, found: Sides) -> Response:
    contents = _contents(one.contents, Variant.OUTPUT, found)
    return one if contents is one.contents else replace(one, contents=contents)


def _body(body: Body, variant: Variant, found: Sides) -> Body:
    return replace(body, contents=_contents(body.contents, variant, found))


def _contents(contents: tuple[Content, ...], variant: Variant, found: Sides) -> tuple[Content, ...]:
    kinds = [found.type_for(one.type, variant) for one in contents]
    if all(kind is one.type for one, kind in zip(contents, kinds, strict=True)):
        return contents
    return tuple(replace(one, type=kind) for one, kind in zip(contents, kinds, strict=True))
