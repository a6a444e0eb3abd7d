"""The order in which classes ask for their names, as an operation's parts reach them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sdkwright.ir.service import Api, Operation
from sdkwright.ir.types import OperationKey, Root, Type, TypeId, parts, target


def in_reach(api: Api) -> list[TypeId]:
    """All definitions: operation by operation those of the request and then those of the answers, and before each of
    the two the components that it is the first to reach; what no operation reaches comes last."""
    requests: defaultdict[OperationKey, list[TypeId]] = defaultdict(list)
    responses: defaultdict[OperationKey, list[TypeId]] = defaultdict(list)
    components: defaultdict[str, list[TypeId]] = defaultdict(list)
    for id, definition in api.types.items():
        origin = definition.origin
        if origin.root is Root.COMPONENT and origin.component is not None:
            components[origin.component].append(id)
        elif origin.operation is not None:
            (responses if origin.root in (Root.RESPONSE, Root.RESULT) else requests)[origin.operation].append(id)
    order: dict[TypeId, None] = {}
    reached = _Reached(api)
    for operation in api.operations:
        for types, own in ((_asked(operation), requests), (_answered(operation), responses)):
            for component in reached.components(types):
                order.update(dict.fromkeys(components[component]))
            order.update(dict.fromkeys(own[operation.id]))
    order.update(dict.fromkeys(api.types))
    return list(order)


class _Reached:
    """Remembers which definitions have been reached."""

    def __init__(self, api: Api) -> None:
        self._types = api.types
        self._seen: set[TypeId] = set()

    def components(self, types: Iterable[Type]) -> Iterator[str]:
        """The keys of the components that `types` reach for the first time, depth first; a key may repeat."""
        stack = list(reversed(list(types)))
        while stack:
            id = target(stack.pop())
            if id is None or id in self._seen or id not in self._types:
                continue
            self._seen.add(id)
            definition = self._types[id]
            if definition.origin.root is Root.COMPONENT and definition.origin.component is not None:
                yield definition.origin.component
            stack.extend(reversed(parts(definition)))


def _asked(operation: Operation) -> Iterator[Type]:
    yield from (p.type for p in operation.parameters)
    if operation.body is not None:
        yield from (c.type for c in operation.body.contents)


def _answered(operation: Operation) -> Iterator[Type]:
    for response in operation.responses:
        yield from (c.type for c in response.contents)
        yield from (h.type for h in response.headers)
