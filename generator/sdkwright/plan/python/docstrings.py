"""Docstrings and the other texts for people, made from the notes of the document by the docstring sink."""

from __future__ import annotations

import json

from sdkwright.ir.service import Operation
from sdkwright.ir.types import Json, Notes, OperationKey, Origin, Root, TypeDef
from sdkwright.names import GroupKey
from sdkwright.openapi.syntax.scalars import WrittenFloat
from sdkwright.options.formats import ALL_EXAMPLES
from sdkwright.plan.context import Context
from sdkwright.text.escape import docstring
from sdkwright.text.kinds import Code, Parameters, Prose
from sdkwright.text.told import are_same, is_blank
from sdkwright.view.models import NO_CODE, REMOVAL, DeprecationView, Replacement


def prose(text: str | None) -> Prose | None:
    """Text of the document, or nothing where there is none but white space."""
    return Prose(text) if text is not None and not is_blank(text) else None


def deprecation(notes: Notes, replacement: Replacement | None = None) -> DeprecationView | None:
    """The view of a deprecation; `replacement` is the operation that is there instead."""
    if notes.deprecated is None:
        return None
    return DeprecationView(prose(notes.deprecated.message), replacement)


def deprecation_text(notes: Notes) -> str:
    """One line that warns, and the document's message."""
    if notes.deprecated is None:
        return ""
    return " ".join(filter(None, ("Deprecated.", REMOVAL, notes.deprecated.message)))


def examples(notes: Notes, context: Context) -> tuple[Prose, ...]:
    """The text of each example that the docs list: strings bare, anything else as JSON.  Older formats list the first
    that is not null.  A choice that is one type shows none."""
    if notes.of_choice or not notes.examples:
        return ()
    if context.config.format >= ALL_EXAMPLES:
        return tuple(Prose(example_text(example)) for example in notes.examples)
    return tuple(Prose(example_text(example)) for example in notes.examples if example is not None)[:1]


def example_text(value: Json) -> str:
    """A string as it is; else JSON in the order of the document, escaped as published pages have it."""
    if isinstance(value, str):
        return value
    return _json(value, "").replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _json(value: Json, margin: str) -> str:
    """JSON with an indentation of two; numbers as they were written."""
    inner = margin + "  "
    if isinstance(value, dict) and value:
        rows = [f"{inner}{json.dumps(k, ensure_ascii=False)}: {_json(v, inner)}" for k, v in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{margin}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(inner + _json(v, inner) for v in value) + f"\n{margin}]"
    return value.text if isinstance(value, WrittenFloat) else json.dumps(value, ensure_ascii=False)


def _constraints(notes: Notes) -> str:
    """`minLength: 1`, one each a line, for what the client does not check."""
    return "\n".join([f"{name}: {_constraint(value)}" for name, value in notes.constraints])


def _constraint(value: Json) -> str:
    if isinstance(value, str):
        return value
    return str(value) if type(value) is int else json.dumps(value)


def field_docstring(description: Prose | None, notes: Notes, indent: int) -> Code:
    """Below a field: what it means, what the server checks, and that it is deprecated."""
    further = [deprecation_text(notes)] if notes.deprecated is not None else []
    if notes.constraints:
        further.append(_constraints(notes))
    if description is not None:
        return docstring((description, *further), indent)
    return docstring(further, indent) if further else NO_CODE


def class_docstring(description: Prose | None, definition: TypeDef, context: Context, indent: int) -> Code:
    """Of a class: what the document says, else where an operation has it."""
    told = field_docstring(description, definition.notes, indent)
    operation = definition.origin.operation
    if told or operation is None or not (what := _part(definition.origin)):
        return told
    return docstring([f"{what} of `{context.spoken_call(operation)}`."], indent)


def _part(origin: Origin) -> str:
    """What a class is to its operation; nothing where it is only inside of something."""
    if origin.steps or origin.parameter is not None:
        return ""
    status = (origin.status or "").upper()
    parts = {
        Root.REQUEST: "Arguments",
        Root.REQUEST_BODY: "Body",
        Root.RESPONSE: f"Answer {status}" if status[:1].isdigit() else "Answer",
        Root.RESULT: "Result",
    }
    return parts.get(origin.root, "")


def module_docstring(operation: OperationKey | None, group: GroupKey | None, context: Context) -> Code:
    """Of a module with what an operation or a group brings; nothing of others."""
    if group is not None:
        spoken = ".".join(filter(None, (context.names.variable, context.names.groups[group].accessor)))
        return docstring([f"The arguments of methods of `{spoken}` as objects; the methods take them one by one."])
    if operation is None:
        return NO_CODE
    called = route(context.lookups.operations[operation])
    return docstring([f"What `{context.spoken_call(operation)}` takes and returns: {called}."])


def route(operation: Operation) -> str:
    """What an operation is on the wire."""
    return f"`{operation.http_method} {operation.path}`"


def method_docstring(
    operation: Operation,
    summary: Prose | None,
    text: Prose | None,
    arguments: tuple[tuple[Code, Prose | None], ...],
    indent: int,
) -> Code:
    """Of a method: summary and description or else the route, deprecation, then one `:param` a line."""
    notes = operation.notes
    if summary is None and text is None:
        summary = Prose(route(operation))
    if notes.summary is not None and notes.description is not None and are_same(notes.summary, notes.description):
        text = None
    return docstring((summary or "", text or "", deprecation_text(notes), Parameters(arguments)), indent)
