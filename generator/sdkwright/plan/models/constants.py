"""Constant fields under their names in upper case, as published SDKs have them (`constFieldCasing`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdkwright.ir.types import ConstType, ObjectDef
from sdkwright.names import upper_names
from sdkwright.plan.context import Context
from sdkwright.plan.python.imports import Scope
from sdkwright.text.escape import identifier
from sdkwright.text.kinds import Code
from sdkwright.view.models import ConstantField, Field


def constant_names(definition: ObjectDef, context: Context) -> Mapping[str, str]:
    """The names in upper case by those of the fields; none where the options do not ask for them."""
    if not context.config.upper_constants or not any(isinstance(one.type, ConstType) for one in definition.properties):
        return {}
    names = {one.name: context.names.fields[definition.id, one.name] for one in definition.properties}
    constants = [names[one.name] for one in definition.properties if isinstance(one.type, ConstType)]
    return upper_names(constants, names.values())


def constant_fields(names: Mapping[str, str], fields: Iterable[Field], scope: Scope) -> tuple[ConstantField, ...]:
    """The properties of a class that give its constant fields, whose names in upper case are given."""
    return tuple(
        ConstantField(identifier(names[str(field.name)]), field.name, field.annotation, Code(scope.builtin("property")))
        for field in fields
        if str(field.name) in names
    )
