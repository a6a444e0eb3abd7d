"""What stays when a document is edited: the keys by which operations and classes are found in the ledger.

An operation is known by its id, else by its method and path.  A class is known by what holds it and by how it hangs
there; a member of a union, whose number changes when members come and go, by its title or by its shape.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256

from sdkwright.frozen import Frozen
from sdkwright.ir.service import Api, Operation
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    EnumDef,
    FileType,
    ListType,
    MapType,
    ObjectDef,
    OperationKey,
    Origin,
    RefType,
    Root,
    ScalarType,
    Step,
    Type,
    TypeDef,
    TypeId,
    UnionDef,
    Via,
    leaf,
)

Place = tuple[str | tuple[Step, ...] | None, ...]
_TOKENS = 24
"""How much of a shape is written down; the rest is a number and a hash."""
_DEPTH = 6
_HASH = 6


class Identity(Frozen):
    """The key of an operation now, and the one under which it was published."""

    now: str
    published: str
    route: str
    """Its method and path."""


def operation_keys(operations: Iterable[Operation], published: Mapping[str, str]) -> dict[OperationKey, Identity]:
    """The keys of all operations.  `published` are the routes of the last run by key: an operation whose id is new but
    whose route is known, under an id that is gone, is the same operation."""
    listed = list(operations)
    keys = _unique({o.id: o.operation_id or _route(o) for o in listed})
    now = set(keys.values())
    by_route = {route: key for key, route in published.items() if key not in now}
    found: dict[OperationKey, Identity] = {}
    for operation in listed:
        key, route = keys[operation.id], _route(operation)
        found[operation.id] = Identity(key, key if key in published else by_route.pop(route, key), route)
    return found


def own_name(operation: Operation) -> str:
    """The text that the names of an operation are made from: its id, else its method and path."""
    return operation.operation_id or f"{operation.http_method.lower()}_{operation.path}"


def _route(operation: Operation) -> str:
    return f"{operation.http_method} {operation.path}"


def _unique(keys: Mapping[OperationKey, str]) -> dict[OperationKey, str]:
    counts: Counter[str] = Counter()
    unique: dict[OperationKey, str] = {}
    for id, key in keys.items():
        unique[id] = f"{key} {counts[key]}" if counts[key] else key
        counts[key] += 1
    return unique


# ------------------------------------------------------------------------------------------------------------- classes


class Hook(Frozen):
    """How a class hangs on what holds it."""

    parent: TypeId | None
    """The class that holds it; None if it is the first on its way."""
    relation: str
    """`.name`, `[]`, `{}` and `|`, joined; of a first one also where it stands (`body application/json`)."""
    label: str
    """The title or the shape of a member of a union; "" for others."""

    @property
    def key(self) -> str:
        """The key in the ledger."""
        return f"{self.relation}{self.label}"


def hooks(api: Api) -> dict[TypeId, Hook]:
    """Where every class hangs."""
    # What each walk has found, by the way to it.
    walks: defaultdict[Place, dict[tuple[Step, ...], TypeId]] = defaultdict(dict)
    walk_of: list[dict[tuple[Step, ...], TypeId]] = []
    for id, definition in api.types.items():
        walk = walks[place_of(definition.origin, ())]
        walk[definition.origin.steps] = id
        walk_of.append(walk)
    shapes = Shapes(api)
    found: dict[TypeId, Hook] = {}
    alike: defaultdict[tuple[TypeId | None, str, str | None, str], list[TypeId]] = defaultdict(list)
    for (id, definition), walk in zip(api.types.items(), walk_of, strict=True):
        origin = definition.origin
        parent, rest = _parent(origin.steps, walk)
        relation = "".join(map(_sign, rest))
        if parent is None:
            relation = _stand(origin) + relation
        label = shapes.label(definition) if "|" in relation and _is_member(rest) else ""
        found[id] = Hook(parent, relation, label)
        alike[parent, relation, origin.operation, label].append(id)
    for ids in alike.values():
        if len(ids) > 1:
            counts: Counter[str] = Counter()
            for id in ids:
                hook, digest = found[id], shapes.digest(id)
                again = f" {counts[digest]}" if counts[digest] else ""
                counts[digest] += 1
                found[id] = Hook(hook.parent, hook.relation, f"{hook.label} #{digest}{again}")
    return found


def place_of(origin: Origin, steps: tuple[Step, ...]) -> Place:
    """A place in the document that does not tell about what stands there."""
    return (
        origin.root,
        origin.component,
        origin.operation,
        origin.location,
        origin.parameter,
        origin.status,
        origin.variant,
        origin.media_type,
        steps,
    )


def _parent(steps: tuple[Step, ...], walk: Mapping[tuple[Step, ...], TypeId]) -> tuple[TypeId | None, tuple[Step, ...]]:
    for end in range(len(steps) - 1, -1, -1):
        parent = walk.get(steps[:end])
        if parent is not None:
            return parent, steps[end:]
    return None, steps


def _is_member(steps: Iterable[Step]) -> bool:
    return any(step.via is Via.MEMBER for step in steps)


def _stand(origin: Origin) -> str:
    """What stands for the root of the walk: with its owner (see `owner_of`) it tells one from the other."""
    variant = f" {origin.variant}" if origin.variant else ""
    match origin.root:
        case Root.COMPONENT | Root.WEBHOOK:
            return f"{origin.component or ''}{variant}"
        case Root.PARAMETER:
            return f"{origin.location or ''} {origin.parameter or ''}{variant}"
        case Root.REQUEST_BODY:
            return f"body {origin.media_type or ''}{variant}"
        case Root.RESPONSE:
            header = f" {origin.parameter}" if origin.parameter else ""
            return f"{origin.status or ''} {origin.media_type or ''}{header}{variant}"
        case Root.REQUEST | Root.RESULT | Root.GLOBALS | Root.SECURITY:
            return origin.root.value


_SIGNS = {Via.ITEM: "[]", Via.VALUE: "{}", Via.MEMBER: "|"}


def _sign(step: Step) -> str:
    return _SIGNS.get(step.via) or f".{step.name}"


class Shapes:
    """Tells definitions apart by what they look like."""

    def __init__(self, api: Api) -> None:
        self._types = api.types
        self._digests: dict[tuple[TypeId, int], str] = {}

    def label(self, definition: TypeDef) -> str:
        """The title, else the shape in words."""
        if definition.origin.title:
            return definition.origin.title
        tokens = self._tokens(definition)
        if len(tokens) > _TOKENS:
            rest = sha256(" ".join(tokens).encode()).hexdigest()[:_HASH]
            tokens = [*tokens[:_TOKENS], f"+{len(tokens) - _TOKENS}", f"#{rest}"]
        return f"({' '.join(tokens)})"

    def digest(self, id: TypeId) -> str:
        """A hash of the whole shape, some levels deep."""
        return self._deep(RefType(id), _DEPTH)

    def _tokens(self, definition: TypeDef) -> list[str]:
        match definition:
            case ObjectDef():
                return sorted(f"{p.name}:{self._kind(p.type)}" for p in definition.properties)
            case EnumDef():
                return sorted(str(m.value) for m in definition.members)
            case UnionDef():
                return [self._kind(member) for member in definition.members]

    def _kind(self, type: Type) -> str:
        match type:
            case ScalarType():
                return type.scalar.value
            case ListType():
                return f"[]{self._kind(type.item)}"
            case MapType():
                return f"{{}}{self._kind(type.value)}"
            case ConstType():
                return f"={type.value}"
            case AnyType() | FileType():
                return "any" if isinstance(type, AnyType) else "file"
            case RefType():
                return self._reference(type.id)

    def _reference(self, id: TypeId) -> str:
        definition = self._types.get(id)
        if definition is None:
            return "any"
        if definition.origin.component and not definition.origin.steps:
            return definition.origin.component
        match definition:
            case EnumDef():
                return f"={definition.members[0].value}" if len(definition.members) == 1 else "enum"
            case UnionDef():
                return "union"
            case ObjectDef():
                return "object"

    def _deep(self, type: Type, depth: int) -> str:
        inner = leaf(type)
        definition = self._types.get(inner.id) if isinstance(inner, RefType) else None
        if definition is None or depth == 0:
            return self._kind(inner)
        known = self._digests.get((definition.id, depth))
        if known is None:
            known = sha256(" ".join(self._inside(definition, depth)).encode()).hexdigest()[:_HASH]
            self._digests[definition.id, depth] = known
        return known

    def _inside(self, definition: TypeDef, depth: int) -> list[str]:
        match definition:
            case ObjectDef():
                return sorted(f"{p.name}:{self._deep(p.type, depth - 1)}" for p in definition.properties)
            case UnionDef():
                return [self._deep(member, depth - 1) for member in definition.members]
            case EnumDef():
                return sorted(str(m.value) for m in definition.members)
