"""The facts of classes and operations that the reader's docs show beside the view: limits, defaults, JSON, meanings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sdkwright.examples.wire import Judge
from sdkwright.ir.arguments import ArgumentSpec, Role, arguments, primary
from sdkwright.ir.service import Content, MediaKind, Operation, Response
from sdkwright.ir.types import (
    Default,
    EnumDef,
    Json,
    Notes,
    ObjectDef,
    TypeDef,
    TypeId,
    UnionDef,
)
from sdkwright.plan.context import Context
from sdkwright.plan.python.annotations import view
from sdkwright.plan.python.docstrings import prose
from sdkwright.plan.reader.aims import aims
from sdkwright.plan.reader.json import ShownJson, is_component, json_text
from sdkwright.plan.reader.sent import FORM, JSON, PLACES, Sent, sent
from sdkwright.text.escape import status
from sdkwright.text.kinds import Code, Prose, common
from sdkwright.view.reference import NO_MODEL_FACTS, AnswerView, MethodFacts, ModelFacts, PartFacts, Reference


def reference(context: Context, judge: Judge) -> Reference:
    """The facts of every operation, and of every class of which there are some."""
    shown, places = ShownJson(context.api, judge), sent(context.api)
    names = context.names
    return Reference(
        models={
            (context.folder(id), common(names.pages[id])): facts
            for id, definition in context.api.types.items()
            if (facts := _model(context, shown, places, id, definition)) != NO_MODEL_FACTS
        },
        methods={
            (common(operation.http_method), Prose(operation.path)): _method(context, shown, operation)
            for operation in context.api.operations
            if not operation.is_left_out
        },
        aims=aims(context),
    )


def _model(context: Context, shown: ShownJson, places: Sent, id: TypeId, definition: TypeDef) -> ModelFacts:
    told = definition.discriminator if isinstance(definition, UnionDef) else None
    return ModelFacts(
        is_component=is_component(definition),
        json=shown.of_class(id),
        fields=_fields(context, places, definition),
        meanings=_meanings(definition) if isinstance(definition, EnumDef) else (),
        tag=Prose(told.property_name) if told is not None and not told.inferred else None,
    )


def _meanings(definition: EnumDef) -> tuple[Prose | None, ...]:
    """What the values mean, if the document says so of one."""
    if all(member.description is None for member in definition.members):
        return ()
    return tuple(prose(member.description) for member in definition.members)


def _fields(context: Context, places: Sent, definition: TypeDef) -> Mapping[Code, PartFacts]:
    """Of the fields of which there is something to say."""
    found: dict[Code, PartFacts] = {}
    if not isinstance(definition, ObjectDef):
        return found
    names = context.names.fields
    for one in definition.properties:
        name = names[definition.id, one.name]
        if name != one.name or one.default is not None or one.notes.constraints:
            place = places.place(definition, one)
            wire_name = one.name if place is not None else ""
            found[common(name)] = _part(name, wire_name, one.notes, one.default, place or JSON)
    return found


def _method(context: Context, shown: ShownJson, operation: Operation) -> MethodFacts:
    specs = arguments(operation, context.api, context.config)
    is_flat = operation.body is not None and any(spec.role is Role.FIELD for spec in specs)
    return MethodFacts(
        arguments=dict(_arguments(context, operation, specs)),
        answers=tuple(_answers(shown, operation)),
        body=view(primary(operation.body).type, context) if is_flat and operation.body is not None else None,
    )


def _arguments(
    context: Context, operation: Operation, specs: Sequence[ArgumentSpec]
) -> Iterator[tuple[Code, PartFacts]]:
    for spec in specs:
        name = common(context.names.arguments[operation.id, spec.key])
        yield name, _part(name, *_said(spec), _place(spec), required=spec.required)


def _said(spec: ArgumentSpec) -> tuple[str, Notes, Default | None]:
    """The name on the wire, the notes and the default of an argument; a whole body has none of them."""
    one = spec.parameter or spec.property
    return ("", Notes(), None) if one is None else (one.name, one.notes, one.default)


def _place(spec: ArgumentSpec) -> Code:
    """Where an argument is sent, in words."""
    if spec.parameter is not None:
        return PLACES[spec.parameter.location]
    return JSON if spec.content is None or spec.content.kind is MediaKind.JSON else FORM


def _part(
    name: str, wire_name: str, notes: Notes, default: Default | None, place: Code, *, required: bool = False
) -> PartFacts:
    return PartFacts(
        wire_name=Prose(wire_name) if wire_name not in ("", name) else None,
        wire_place=place,
        default=None if default is None else json_text(default.value, indent=None),
        limits=tuple([(keyword, _limit(value)) for keyword, value in notes.constraints]),
        required=required,
    )


def _limit(value: Json) -> Prose:
    if type(value) is int:
        return _whole(value)
    return Prose(value) if isinstance(value, str) else json_text(value, indent=None) or Prose("")


@lru_cache(maxsize=256)
def _whole(value: int) -> Prose:
    """A number as most limits are, the same few over and over."""
    return Prose(int.__repr__(value))


# ----------------------------------------------------------------------------------------------------------- answers


def _answers(shown: ShownJson, operation: Operation) -> Iterator[AnswerView]:
    """Those that are no errors, each with every media type."""
    for response in operation.responses:
        if not response.is_success:
            continue
        if response.has_content:
            for content in response.contents:
                yield _answer(shown, response, content)
        else:
            yield AnswerView(status(response.status), None, prose(response.description), None)


def _answer(shown: ShownJson, response: Response, content: Content) -> AnswerView:
    return AnswerView(
        status=status(response.status),
        media_type=Prose(content.media_type),
        description=prose(response.description),
        json=shown.of_content(content),
    )
