"""Which definitions are errors: the schemas of declared errors, each of which is an exception class.

One that is also part of something else can be both in one package; where errors have a package of their own, or other
names, it is there twice, as what is raised and as the model that others hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sdkwright.frozen import replace
from sdkwright.ir.answers import is_called_error
from sdkwright.ir.service import Content, Operation, Response
from sdkwright.ir.types import ObjectDef, RefType, Root, TypeId, UnionDef, Variant, target, targets
from sdkwright.normalise.read_write import twin_id
from sdkwright.normalise.schemas.walk import Walk


def with_error_classes(
    walk: Walk, operations: Sequence[Operation], *, apart: bool, suffixed: bool, shared_inline: bool
) -> list[Operation]:
    """The operations, whose errors are marked; `apart` from what else they are, or those alone that are `suffixed` as
    errors.  With `shared_inline` the same inline schema under the same status is one class."""
    if shared_inline:
        operations = _with_shared(walk, operations)
    errors = {one.type.id for one in _contents(operations, errors=True) if isinstance(one.type, RefType)}
    moved: dict[TypeId, TypeId] = {}
    shared = errors & _elsewhere(walk, operations) if apart or suffixed else set[TypeId]()
    for id in sorted(errors):
        definition = walk.definitions.get(id)
        if isinstance(definition, ObjectDef | UnionDef):
            twice = id in shared and (apart or not is_called_error(definition.origin))
            moved[id] = _error(walk, definition, twice=twice)
    return _with_moved(operations, moved)


def _with_shared(walk: Walk, operations: Sequence[Operation]) -> list[Operation]:
    """The operations, of which each takes the first of equal inline errors."""
    known: dict[tuple[str, str], TypeId] = {}
    moved: dict[TypeId, TypeId] = {}
    for operation in operations:
        for response in operation.responses:
            if not response.is_error:
                continue
            for id in (one.type.id for one in response.contents if isinstance(one.type, RefType)):
                definition = walk.definitions.get(id)
                if definition is None or definition.origin.root is not Root.RESPONSE or definition.origin.steps:
                    continue
                written = walk.references.target(id)
                shape = "" if written is None else json.dumps(written.node, sort_keys=True, default=repr)
                moved[id] = known.setdefault((response.status, shape), id) if written is not None else id
    return _with_moved(operations, moved)


def _contents(operations: Iterable[Operation], *, errors: bool) -> Iterable[Content]:
    return (
        content
        for operation in operations
        for response in operation.responses
        for content in response.contents
        if response.is_error is errors
    )


def _elsewhere(walk: Walk, operations: Sequence[Operation]) -> set[TypeId]:
    """What is part of anything, or is sent, or is an answer that is no error."""
    sent = [one.type for operation in operations for one in operation.parameters]
    sent += [one.type for operation in operations if operation.body for one in operation.body.contents]
    answers = [one.type for one in _contents(operations, errors=False)]
    inner = {id for definition in walk.definitions.values() for id in targets(definition)}
    return inner | {id for one in (*sent, *answers) if (id := target(one)) is not None}


def _error(walk: Walk, definition: ObjectDef | UnionDef, *, twice: bool) -> TypeId:
    """Marks an error, or makes one of what stays a model; returns its id."""
    if not twice:
        walk.definitions[definition.id] = replace(definition, is_error=True)
        return definition.id
    id = twin_id(definition.id, Variant.ERROR)
    origin = replace(definition.origin, variant=Variant.ERROR)
    walk.definitions[id] = replace(definition, id=id, origin=origin, is_error=True)
    walk.anchors[id] = walk.anchors[definition.id]
    if definition.id in walk.error_messages:
        walk.error_messages[id] = walk.error_messages[definition.id]
    return id


def _with_moved(operations: Sequence[Operation], moved: dict[TypeId, TypeId]) -> list[Operation]:
    """The operations, whose errors are what they were `moved` to."""
    moved = {id: to for id, to in moved.items() if to != id}
    if not moved:
        return list(operations)
    return [replace(one, responses=tuple([_moved(each, moved) for each in one.responses])) for one in operations]


def _moved(response: Response, moved: dict[TypeId, TypeId]) -> Response:
    goes = (one.type.id for one in response.contents if isinstance(one.type, RefType)) if response.is_error else ()
    if moved.keys().isdisjoint(goes):
        return response  # Many operations have the contents of a shared one.
    contents = tuple(
        (
            replace(one, type=replace(one.type, id=moved.get(one.type.id, one.type.id)))
            if isinstance(one.type, RefType)
            else one
        )
        for one in response.contents
    )
    return replace(response, contents=contents)
