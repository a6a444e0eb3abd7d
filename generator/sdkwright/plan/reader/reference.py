"""The facts of classes and operations that the reader's docs show beside the view: limits, defaults, JSON, meanings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from sdkwright.examples.wire import Judging, WireExamples
from sdkwright.frozen import replace
from sdkwright.ir.arguments import ArgumentSpec, Role, arguments, primary
from sdkwright.ir.service import STREAMS, Api, Content, MediaKind, Operation, Response
from sdkwright.ir.types import (
    Default,
    EnumDef,
    Json,
    Location,
    Notes,
    ObjectDef,
    RefType,
    Root,
    TypeDef,
    TypeId,
    UnionDef,
)
from sdkwright.plan.context import Context
from sdkwright.plan.python.annotations import view
from sdkwright.plan.python.docstrings import prose
from sdkwright.plan.reader.aims import aims
from sdkwright.text.escape import printable, status
from sdkwright.text.kinds import Code, Prose, common
from sdkwright.view.reference import AnswerView, MethodFacts, ModelFacts, PartFacts, Reference

_PLACES = {
    Location.PATH: Code("the path"),
    Location.QUERY: Code("the query"),
    Location.HEADER: Code("the headers"),
    Location.COOKIE: Code("the cookies"),
}
_PRINTABLE = re.compile(r"[\n -~]*").fullmatch
"""Of all texts that are no others, which are nearly all."""


def reference(context: Context, judging: Judging) -> Reference:
    """The facts of every class and every operation."""
    wire = WireExamples(context.api.types, judging(_judged(context.api)))
    names = context.names
    return Reference(
        models={
            (context.folder(id), common(names.pages[id])): _model(context, wire, id, definition)
            for id, definition in context.api.types.items()
        },
        methods={
            (common(operation.http_method), Prose(operation.path)): _method(context, wire, operation)
            for operation in context.api.operations
            if not operation.is_left_out
        },
        aims=aims(context),
    )


def _judged(api: Api) -> Iterator[str]:
    """The pointers of the schemas of which there is JSON."""
    yield from (_schema(id) for id, definition in api.types.items() if _has_json(definition))
    for operation in api.operations:
        for response in operation.responses:
            yield from filter(None, map(_schema_of, response.contents))


def _model(context: Context, wire: WireExamples, id: TypeId, definition: TypeDef) -> ModelFacts:
    found = wire.of(RefType(id), _schema(id)) if _has_json(definition) else None
    told = definition.discriminator if isinstance(definition, UnionDef) else None
    return ModelFacts(
        is_component=_is_component(definition),
        json=None if found is None else json_text(found[0]),
        fields=_fields(context, definition),
        meanings=tuple(prose(m.description) for m in definition.members) if isinstance(definition, EnumDef) else (),
        tag=Prose(told.property_name) if told is not None and not told.inferred else None,
    )


def _schema(id: TypeId) -> str:
    return id.partition("!")[0]


def _has_json(definition: TypeDef) -> bool:
    """Whether a page shows JSON of a class: of components, and of what webhooks send."""
    origin = definition.origin
    is_whole = _is_component(definition) or (origin.root is Root.WEBHOOK and not origin.steps)
    return is_whole and not isinstance(definition, EnumDef) and not _is_file(definition)


def _is_component(definition: TypeDef) -> bool:
    return definition.origin.root is Root.COMPONENT and not definition.origin.steps


def _is_file(definition: TypeDef) -> bool:
    return isinstance(definition, ObjectDef) and definition.is_file


def _fields(context: Context, definition: TypeDef) -> Mapping[Code, PartFacts]:
    if not isinstance(definition, ObjectDef):
        return {}
    pairs = ((common(context.names.fields[definition.id, p.name]), p) for p in definition.properties)
    return {name: _part(name, p.name, p.notes, p.default) for name, p in pairs}


def _method(context: Context, wire: WireExamples, operation: Operation) -> MethodFacts:
    specs = arguments(operation, context.api, context.config)
    is_flat = operation.body is not None and any(spec.role is Role.FIELD for spec in specs)
    return MethodFacts(
        arguments=dict(_arguments(context, operation, specs)),
        answers=tuple(_answers(context, wire, operation)),
        body=view(primary(operation.body).type, context) if is_flat and operation.body is not None else None,
    )


def _arguments(
    context: Context, operation: Operation, specs: Sequence[ArgumentSpec]
) -> Iterator[tuple[Code, PartFacts]]:
    for spec in specs:
        name = common(context.names.arguments[operation.id, spec.key])
        wire_name, notes, default = _said(spec)
        part = _part(name, wire_name, notes, default)
        yield name, replace(part, wire_place=_place(spec), required=spec.required)


def _said(spec: ArgumentSpec) -> tuple[str, Notes, Default | None]:
    """The name on the wire, the notes and the default of an argument; a whole body has none of them."""
    one = spec.parameter or spec.property
    return ("", Notes(), None) if one is None else (one.name, one.notes, one.default)


def _place(spec: ArgumentSpec) -> Code:
    """Where an argument is sent, in words."""
    if spec.parameter is not None:
        return _PLACES[spec.parameter.location]
    return common("JSON" if spec.content is None or spec.content.kind is MediaKind.JSON else "the form")


def _part(name: Code, wire_name: str, notes: Notes, default: Default | None) -> PartFacts:
    return PartFacts(
        wire_name=Prose(wire_name) if wire_name not in ("", name) else None,
        default=None if default is None else json_text(default.value, indent=None),
        limits=tuple((keyword, _limit(value)) for keyword, value in notes.constraints),
    )


def _limit(value: Json) -> Prose:
    return Prose(value) if isinstance(value, str) else json_text(value, indent=None) or Prose("")


def json_text(value: Json, indent: int | None = 2) -> Prose | None:
    """JSON that any reader can read: what is not printable is escaped.  None for what JSON cannot say (RFC 8259)."""
    try:
        text = _COMPACT(value) if indent is None else _indented(value, "\n", " " * indent)
    except ValueError:
        return None
    if not _PRINTABLE(text) and not all(sign == "\n" or printable(sign) for sign in text):
        text = json.dumps(value, indent=indent)
    return Prose(text)


_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _indented(value: Json, margin: str, step: str) -> str:
    """What `json.dumps` writes with an indentation; but that leaves a circle of functions behind each value, and nobody
    collects circles."""
    inner = margin + step
    if isinstance(value, dict) and value:
        rows = [f"{_COMPACT(key)}: {_indented(one, inner, step)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(rows)}{margin}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join(_indented(one, inner, step) for one in value)}{margin}]"
    return _COMPACT(value)


# ----------------------------------------------------------------------------------------------------------- answers


def _answers(context: Context, wire: WireExamples, operation: Operation) -> Iterator[AnswerView]:
    """Those that are no errors, each with every media type."""
    for response in operation.responses:
        if not response.is_success:
            continue
        for content in response.contents:
            yield _answer(wire, response, content)
        if not response.contents:
            yield AnswerView(status(response.status), None, prose(response.description), None)


def _answer(wire: WireExamples, response: Response, content: Content) -> AnswerView:
    is_json = content.kind is MediaKind.JSON or content.kind in STREAMS
    found = wire.of_content(content, _schema_of(content)) if is_json else None
    return AnswerView(
        status=status(response.status),
        media_type=Prose(content.media_type),
        description=prose(response.description),
        json=None if found is None else json_text(found[0]),
    )


def _schema_of(content: Content) -> str:
    """The pointer of the schema by which JSON of it is judged; empty where there is none: that of the items of a
    stream stands nowhere as it is."""
    return f"{content.id}/schema" if content.kind is MediaKind.JSON else ""
