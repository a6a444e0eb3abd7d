"""The class of a whole answer where the options want one for each: what came over HTTP, and each result in a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from sdkwright.ir.answers import FILES, result_type
from sdkwright.ir.scalars import Scalar
from sdkwright.ir.service import Content, MediaKind, Response
from sdkwright.ir.types import AnyType, ListType, MapType, Notes, ObjectDef, Property, RefType, ScalarType, Type, TypeId
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.options.model import ResponseFormat
from sdkwright.text.casing import number_words

HEADERS: Final = "headers"
_EVENTS: Final = (MediaKind.SSE, MediaKind.JSON_LINES)
_META: Final = {
    ResponseFormat.ENVELOPE: (
        ("content_type", ScalarType(Scalar.STRING), "HTTP response content type for this operation"),
        ("status_code", ScalarType(Scalar.INTEGER), "HTTP response status code for this operation"),
        ("raw_response", AnyType(), "Raw HTTP response; suitable for custom response parsing"),
    ),
    ResponseFormat.ENVELOPE_HTTP: (("http_meta", AnyType(), None),),
}
"""What is said of the answer itself: name, type and description of each field."""


_HEADERS: Final = MapType(ListType(ScalarType(Scalar.STRING)))


def result_field(owner: str, content: Content) -> Property:
    """The field that holds the only result of an operation."""
    return Property(f"{owner}/result", "result", result_type(content), required=True)


def headed_fields(owner: str, successes: Iterable[Response], answers: Iterable[Content]) -> tuple[Property, ...]:
    """The fields of an answer with headers: those, and the result, which has the id of its content."""
    always = all(response.contents for response in successes)
    results = (Property(one.id, "result", result_type(one), required=always) for one in answers)
    return (Property(f"{owner}/headers", HEADERS, _HEADERS, required=True), *results)


def envelope_fields(walk: Walk, owner: str, made: Iterable[Response], format: ResponseFormat) -> tuple[Property, ...]:
    """The fields of an envelope; of a result each has the id of its content.  Results of one type share a field."""
    fields = [
        Property(f"{owner}/{name}", name, type, required=True, notes=Notes(description=text))
        for name, type, text in _META[format]
    ]
    results = list(_results(made))
    shared = Counter(_name(walk, content) for _, content in results)
    for response, content in results:
        name = _name(walk, content)
        if shared[name] > 1 and response.status.isdigit():
            name = " ".join((*number_words(int(response.status)), content.media_type, name))
        notes = Notes(description=response.description)
        fields.append(Property(content.id, name, content.type, required=False, notes=notes))
    return tuple(fields)


def _results(made: Iterable[Response]) -> Iterator[tuple[Response, Content]]:
    """The contents of successes, of each kind and type the first."""
    seen: set[tuple[bool, str, Type]] = set()
    for response in made:
        for content in response.contents if not response.is_error else ():
            is_json = content.kind is MediaKind.JSON
            key = (is_json, "" if is_json else content.media_type, content.type)
            if key not in seen:
                seen.add(key)
                yield response, content


def _name(walk: Walk, content: Content) -> str:
    """What a result is called: after its component, else after what it is."""
    if content.kind in FILES:
        return "response_stream"
    if content.kind in _EVENTS:
        return content.component or "event_stream"
    if content.component is not None and content.kind is not MediaKind.TEXT:
        return content.component
    match content.type:
        case ListType(item=RefType(id=id)) if (component := _component(walk, id)) is not None:
            return _plural(component)
        case RefType() | MapType():
            return "object"
        case _:
            return "res"


def _component(walk: Walk, id: TypeId) -> str | None:
    definition = walk.definitions.get(id)
    if not isinstance(definition, ObjectDef) or definition.origin.steps:
        return None
    return definition.origin.component


def _plural(name: str) -> str:
    """The plural of an English word, by its ending."""
    if name.endswith("y") and name[-2:-1].lower() not in ("a", "e", "i", "o", "u"):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "ch", "sh")) else f"{name}s"
