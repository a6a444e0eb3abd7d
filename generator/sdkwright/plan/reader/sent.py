"""What a field has its wire name in: JSON, a form, or the part of a request that holds a parameter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkwright.frozen import Frozen
from sdkwright.ir.service import Api, Body, Content, MediaKind, Parameter
from sdkwright.ir.types import Location, ObjectDef, Property, RefType, Root, Type, TypeId, targets
from sdkwright.text.kinds import Code

JSON = Code("JSON")
FORM = Code("the form")
PLACES: Mapping[Location, Code] = {
    Location.PATH: Code("the path"),
    Location.QUERY: Code("the query"),
    Location.HEADER: Code("the headers"),
    Location.COOKIE: Code("the cookies"),
}
_GATHERING = (Root.REQUEST, Root.GLOBALS)


class Sent(Frozen):
    """Where the fields of the classes of one API are sent."""

    parameters: Mapping[str, Code]
    """Of each parameter, by its id, which is that of the field for it, too."""
    classes: Mapping[TypeId, Code]
    """Of all fields of those classes that are sent in one other way than JSON."""

    def place(self, definition: ObjectDef, field: Property) -> Code | None:
        """What a field has its name in; None where that name is the client's own and is sent nowhere."""
        if definition.is_envelope:
            return None
        if definition.origin.root in _GATHERING and not definition.origin.steps:
            return self.parameters.get(field.id)
        return self.classes.get(definition.id, JSON)


def sent(api: Api) -> Sent:
    """The places of all fields."""
    others: set[TypeId] = set()
    for definition in api.types.values():
        if definition.origin.root not in _GATHERING:
            others.update(targets(definition))
    found: dict[TypeId, set[Code]] = {}
    for kind, place in _uses(api):
        if isinstance(kind, RefType) and kind.id not in others:
            found.setdefault(kind.id, set()).add(place)
    parameters = {one.id: PLACES[one.location] for operation in api.operations for one in operation.parameters}
    return Sent(parameters, {id: next(iter(places)) for id, places in found.items() if len(places) == 1})


def _uses(api: Api) -> Iterator[tuple[Type, Code]]:
    """The types of everything that is sent or comes, with the place."""
    for operation in api.operations:
        for parameter in operation.parameters:
            yield parameter.type, _of_parameter(parameter)
        for content in _contents(operation.body):
            yield content.type, _of_content(content)
        for response in operation.responses:
            for content in response.contents:
                yield content.type, JSON
    for hook in api.webhooks:
        for content in _contents(hook.body):
            yield content.type, _of_content(content)


def _contents(body: Body | None) -> tuple[Content, ...]:
    return body.contents if body is not None else ()


def _of_parameter(parameter: Parameter) -> Code:
    return JSON if parameter.media_type is not None else PLACES[parameter.location]


def _of_content(content: Content) -> Code:
    return FORM if content.kind in (MediaKind.FORM, MediaKind.MULTIPART) else JSON
