"""Parts of what the service is: what the options ask for, what gets a method, where types are looked for."""

from __future__ import annotations

from itertools import chain

from sdkwright.frozen import replace
from sdkwright.ir.service import Api, CoverageEntry, Outcome
from sdkwright.ir.types import RefType, Type
from sdkwright.normalise.read_write import Links, reach
from sdkwright.normalise.subset import UNNEEDED


def within(api: Api) -> Api:
    """The API of the operations that the options ask for, with the types that these need.

    Names are given to the whole API before, so that none moves because of what is left out.
    """
    gone = frozenset(one.id for one in api.operations if one.is_excluded)
    if not gone:
        return api
    less = replace(api, operations=tuple(one for one in api.operations if one.id not in gone))
    before, after = (reach(Links(api.types), chain(*roots(each))) for each in (api, less))
    included = api.types.keys() - before - api.unreferenced
    kept = after | reach(Links(api.types), map(RefType, included))
    types = {type_id: one for type_id, one in api.types.items() if type_id in kept and one.origin.operation not in gone}
    coverage = tuple(
        (
            CoverageEntry(one.kind, one.id, Outcome.SKIPPED, UNNEEDED)
            if one.kind == "schema" and one.id in api.types and one.id not in types
            else one
        )
        for one in api.coverage
        if one.kind == "operation" or not one.id.startswith(tuple(f"{key}/" for key in gone))
    )
    return replace(less, types=types, unreferenced=api.unreferenced & types.keys(), coverage=coverage)


def offered(api: Api) -> Api:
    """The API of the operations that get a method.

    Of what only the others need, components are there as classes without a page, and what is inline is not.
    """
    gone = frozenset(one.id for one in api.operations if one.is_left_out)
    if not gone:
        return api
    types = {type_id: one for type_id, one in api.types.items() if one.origin.operation not in gone}
    less = replace(api, operations=tuple(one for one in api.operations if one.id not in gone), types=types)
    before, after = (reach(Links(types), chain(*roots(each))) for each in (api, less))
    return replace(less, unreferenced=(api.unreferenced & types.keys()) | (before - after))


def roots(api: Api) -> tuple[list[Type], list[Type]]:
    """The types that callers hand over, and those that the service answers with."""
    own = [type_id for type_id in (api.globals_type, api.security_type) if type_id is not None]
    kinds = ((one.request_type, one.globals_type, one.security_type) for one in api.operations)
    gathered = [id for ids in kinds for id in ids if id is not None]
    inputs: list[Type] = [RefType(type_id) for type_id in (*own, *gathered)]
    outputs: list[Type] = []
    for operation in api.operations:
        inputs += [one.type for one in operation.parameters]
        inputs += [one.type for one in operation.body.contents] if operation.body is not None else []
        outputs += [content.type for one in operation.responses for content in one.contents]
        outputs += [RefType(operation.result_type)] if operation.result_type is not None else []
    for hook in api.webhooks:
        outputs += [one.type for one in hook.body.contents] if hook.body is not None else []
    return inputs, outputs
