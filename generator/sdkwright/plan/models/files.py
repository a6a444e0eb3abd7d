"""Which classes share a file under `models/`.

A component stands with what is inline in it, and so does what an operation brings.  What refers to each other in a
ring shares a file, so that the modules never import in a circle; a large file is parted.  The objects of all arguments
that no method takes stand aside, group by group: only who asks for one loads them.  Every component and operation has a
module of its own all the same, which hands on what stands elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sdkwright.frozen import Frozen
from sdkwright.ir.service import Api
from sdkwright.ir.types import OperationKey, Origin, TypeDef, TypeId, family, relatives, targets
from sdkwright.names import GroupKey, Names, part_stem, requests_stem
from sdkwright.plan.models.rings import strongly_connected

Home = tuple[str, str | GroupKey]
"""What classes are inline in."""
_OPERATION = "operation"
_REQUESTS = "requests"
MOST = 20
"""How many classes a file holds, if what refers to each other is not more."""
_DEEPEST = 50
"""How many modules may import each other one within the other."""


class ModelFile(Frozen):
    """One module: what it defines or hands on, in the order of the document."""

    stem: str
    types: tuple[TypeId, ...]
    operation: OperationKey | None = None
    """The operation that brings all of it."""
    group: GroupKey | None = None
    """The group whose methods do not take what it holds: the objects of their arguments."""
    aside: tuple[TypeId, ...] = ()
    """What the operation brings beside, which stands with others of its group."""


class Files(Frozen):
    """The modules of a package, in the order of the document."""

    defining: tuple[ModelFile, ...]
    handing_on: tuple[ModelFile, ...]

    def stems(self) -> Mapping[TypeId, str]:
        """The module that defines each type."""
        return {id: file.stem for file in self.defining for id in file.types}


def model_files(api: Api, names: Names) -> Files:
    """The files of the package, and the modules that hand on."""
    aside = _not_taken(api, names)
    home: dict[TypeId, Home] = {id: _home(id, definition.origin) for id, definition in api.types.items()}
    beside: dict[Home, tuple[TypeId, ...]] = {home[id]: (id,) for id in aside}
    home.update((id, (_REQUESTS, group)) for id, group in aside.items())
    homes: dict[Home, list[TypeId]] = {}
    for id, key in home.items():
        homes.setdefault(key, []).append(id)
    named = {id: _named(definition) for id, definition in api.types.items()}
    edges = {
        key: dict.fromkeys([there for id in ids for other in named[id] if (there := home[other]) != key])
        for key, ids in homes.items()
    }
    order = {id: at for at, id in enumerate(api.types)}
    stems = {key: _stem(key, ids, names) for key, ids in homes.items()}
    parts = {key: list(_parts(named, ids, order)) for key, ids in homes.items()}
    defining: list[ModelFile] = []
    handing_on: list[ModelFile] = []
    for keys in sorted(_rings(edges, parts), key=lambda keys: min(order[homes[key][0]] for key in keys)):
        first = min(keys, key=lambda key: order[homes[key][0]])
        stem, operation = stems[first], _operation(first) if len(keys) == 1 else None
        group = _group(first) if len(keys) == 1 else None
        if len(keys) == 1 and len(parts[first]) > 1:
            split = enumerate(parts[first], 1)
            defining += [ModelFile(part_stem(stem, at), part, operation, group) for at, part in split]
            if group is None:
                handing_on.append(ModelFile(stem, tuple(homes[first]), operation, aside=beside.get(first, ())))
            continue
        types = sorted((id for key in keys for id in homes[key]), key=order.__getitem__)
        defining.append(ModelFile(stem, tuple(types), operation, group, beside.get(first, ())))
        handing_on += [
            ModelFile(stems[key], tuple(homes[key]), aside=beside.get(key, ()))
            for key in keys
            if key != first and _group(key) is None
        ]
    alone = {key: ids for key, ids in beside.items() if key not in homes}
    handing_on += [ModelFile(_stem(key, ids, names), (), _operation(key), aside=ids) for key, ids in alone.items()]
    return Files(tuple(defining), tuple(handing_on))


def _not_taken(api: Api, names: Names) -> Mapping[TypeId, GroupKey]:
    """The objects of arguments that no method takes, since it takes the arguments one by one; with the first group."""
    return {
        one.request_type: one.groups[0]
        for one in api.operations
        if one.request_type is not None and (one.id, one.request_type) not in names.arguments
    }


def _rings(edges: Mapping[Home, Mapping[Home, None]], parts: Mapping[Home, Sequence[object]]) -> list[Sequence[Home]]:
    """The homes that share their files.  Those above a long chain of others share one, too: imports within imports use
    up the stack."""
    rings = strongly_connected(edges)
    ring = {key: at for at, keys in enumerate(rings) for key in keys}
    depths: list[int] = []
    for at, keys in enumerate(rings):
        below = (depths[ring[other]] for key in keys for other in edges[key] if ring[other] != at)
        depths.append((len(parts[keys[0]]) if len(keys) == 1 else 1) + max(below, default=0))
    deep = [key for keys, depth in zip(rings, depths, strict=True) if depth > _DEEPEST for key in keys]
    flat = [keys for keys, depth in zip(rings, depths, strict=True) if depth <= _DEEPEST]
    return [*flat, deep] if deep else flat


def _parts(
    named: Mapping[TypeId, Sequence[TypeId]], ids: Sequence[TypeId], order: Mapping[TypeId, int]
) -> Iterator[tuple[TypeId, ...]]:
    """The types of one home, parted into files that import those before them alone; `named` is what they name."""
    if len(ids) <= MOST:
        yield tuple(ids)
        return
    inside = set(ids)
    part: list[TypeId] = []
    for ring in strongly_connected({id: [other for other in named[id] if other in inside] for id in ids}):
        if part and len(part) + len(ring) > MOST:
            yield tuple(sorted(part, key=order.__getitem__))
            part = []
        part.extend(ring)
    yield tuple(sorted(part, key=order.__getitem__))


def _named(definition: TypeDef) -> Sequence[TypeId]:
    """What the file of a definition names."""
    return targets(definition) if family(definition) is None else [*targets(definition), *relatives(definition)]


def _home(id: TypeId, origin: Origin) -> Home:
    """A component, an operation, or the class itself."""
    if origin.component is not None:
        return (f"component:{origin.root}", origin.component)
    if origin.operation is not None:
        return (_OPERATION, origin.operation)
    return ("type", id)


def _operation(home: Home) -> OperationKey | None:
    kind, key = home
    return OperationKey(key) if kind == _OPERATION and isinstance(key, str) else None


def _group(home: Home) -> GroupKey | None:
    """The group whose objects of arguments share this home."""
    return home[1] if isinstance(home[1], tuple) else None


def _stem(home: Home, ids: Sequence[TypeId], names: Names) -> str:
    """The module is called like the operation or the group, else like the class that is the whole component."""
    operation, group = _operation(home), _group(home)
    if group is not None:
        return requests_stem(names.groups[group].module if group else "")
    return names.stems[ids[0]] if operation is None else names.operation_stems[operation]
