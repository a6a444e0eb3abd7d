"""Where the message of an error stands: the property that `x-speakeasy-error-message` marks."""

from __future__ import annotations

from collections import deque

from sdkwright.ir.service import Operation
from sdkwright.ir.types import ObjectDef, RefType, TypeId
from sdkwright.normalise.schemas.walk import Walk


def error_message_path(walk: Walk, operation: Operation) -> tuple[str, ...]:
    """The names that lead to the marked property of the first error that has one; empty if none is marked."""
    if not walk.error_messages:
        return ()
    waiting: deque[tuple[TypeId, tuple[str, ...]]] = deque()
    for response in operation.responses:
        if response.is_error:
            waiting.extend((one.type.id, ()) for one in response.contents if isinstance(one.type, RefType))
    seen: set[TypeId] = set()
    while waiting:
        type_id, path = waiting.popleft()
        definition = walk.definitions.get(type_id)
        if type_id in seen or not isinstance(definition, ObjectDef):
            continue
        seen.add(type_id)
        if type_id in walk.error_messages:
            return (*path, walk.error_messages[type_id])
        for one in definition.properties:
            if isinstance(one.type, RefType):
                waiting.append((one.type.id, (*path, one.name)))
    return ()
