"""The exception classes of declared error schemas."""

from __future__ import annotations

from generator.api_types import EnumDef
from generator.plan.context import Context
from generator.plan.notes import class_docstring
from generator.sdk_models import ErrorClass
from generator.text import Code


def error_classes(context: Context) -> tuple[ErrorClass, ...]:
    """One for each, in the order of the document."""
    found: list[ErrorClass] = []
    for id, definition in context.api.types.items():
        if isinstance(definition, EnumDef) or not definition.is_error:
            continue
        found.append(
            ErrorClass(
                class_name=Code(context.names.classes[id]),
                data_class=Code(context.names.error_data[id]),
                data_module=Code(context.stems[id]),
                docstring=class_docstring(definition.notes, 4),
            )
        )
    return tuple(found)
