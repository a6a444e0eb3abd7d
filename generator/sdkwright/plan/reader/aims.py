"""What links of descriptions can lead to: the operations, tags and components of the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkwright.docs.reader.text.targets import route, tag
from sdkwright.ir.service import Api, Operation
from sdkwright.ir.types import Root, TypeId
from sdkwright.names import GroupKey
from sdkwright.plan.context import Context
from sdkwright.text.kinds import Code, Prose
from sdkwright.view.reference import Aim, Target, TargetKind


def known(api: Api) -> Mapping[Target, Operation | GroupKey | TypeId]:
    """The parts of the document that have a page, by how links name them; the first of several that are named alike."""
    found: dict[Target, Operation | GroupKey | TypeId] = {}
    for target, part in _known(api):
        found.setdefault(target, part)
    return found


def _known(api: Api) -> Iterator[tuple[Target, Operation | GroupKey | TypeId]]:
    for operation in api.operations:
        if operation.is_left_out or operation.is_excluded:
            continue
        if operation.operation_id is not None:
            yield (TargetKind.OPERATION, operation.operation_id), operation
        yield route(operation.http_method, operation.path), operation
        for group in filter(None, operation.groups):
            yield tag(".".join(group)), group
    for id, definition in api.types.items():
        origin = definition.origin
        if origin.root is Root.COMPONENT and not origin.steps and origin.component and id not in api.unreferenced:
            yield (TargetKind.SCHEMA, origin.component), id


def aims(context: Context) -> Mapping[Target, Aim]:
    """The same in the words of the docs."""
    return {target: _aim(context, part) for target, part in known(context.api).items()}


def _aim(context: Context, part: Operation | GroupKey | TypeId) -> Aim:
    if isinstance(part, Operation):
        return Aim(method=(Code(part.http_method), Prose(part.path)))
    if isinstance(part, tuple):
        return Aim(resource=Code(context.names.groups[part].class_name))
    return Aim(model=(context.folder(part), Code(context.names.pages[part])))
