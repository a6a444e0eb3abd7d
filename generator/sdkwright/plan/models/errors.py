"""The exception classes of declared error schemas."""

from __future__ import annotations

from sdkwright.ir.types import EnumDef
from sdkwright.plan.context import Context
from sdkwright.plan.python.docstrings import class_docstring, prose
from sdkwright.text.kinds import Code
from sdkwright.view.models import ErrorClass


def error_classes(context: Context) -> tuple[ErrorClass, ...]:
    """One for each, in the order of the document."""
    found: list[ErrorClass] = []
    for id, definition in context.api.types.items():
        if isinstance(definition, EnumDef) or not definition.is_error:
            continue
        found.append(
            ErrorClass(
                class_name=Code(context.names.classes[id]),
                data=Code(context.asked_for(id)),
                data_module=Code(context.stems[id]),
                docstring=class_docstring(prose(definition.notes.description), definition, context, 4),
            )
        )
    return tuple(found)
