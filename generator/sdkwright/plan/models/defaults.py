"""What stands behind the `=` of a field: defaults as literals, or read as an answer is, and single values."""

from __future__ import annotations

import json

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import (
    ConstType,
    EnumDef,
    Json,
    ListType,
    MapType,
    Property,
    RefType,
    ScalarType,
    Type,
)
from sdkwright.plan.context import Context
from sdkwright.plan.python.annotations import MODEL_MODULE, is_nullable
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, Group, call, framed, keyword
from sdkwright.plan.python.literals import enum_value
from sdkwright.text.escape import literal, string_literal

_RUNTIME = f"..{MODEL_MODULE}"


def is_default_sent(property: Property) -> bool:
    """Whether a default is the client's to send: a body without the property would be no valid one."""
    return property.required and property.default is not None and not property.read_only


def is_narrower(property: Property) -> bool:
    """Whether type checkers take the default, a list or a map, for a narrower type than the one of the field: they
    infer `list[str]`, and that is no `list[Literal["A"] | UnrecognizedStr]`."""
    default = property.default.value if property.default is not None else None
    return isinstance(default, list | dict) and bool(default) and _is_wide(property.type)


def _is_wide(type: Type) -> bool:
    match type:
        case ListType(item=inner) | MapType(value=inner):
            plain = (Scalar.STRING, Scalar.INTEGER, Scalar.BOOLEAN)
            is_plain = isinstance(inner, ScalarType) and inner.scalar in plain and not inner.nullable
            return not is_plain and (isinstance(inner, ScalarType | RefType) or _is_wide(inner))
        case _:
            return False


def field_value(scope: Scope, property: Property, default: Doc | None, *, optional: bool) -> Doc | None:
    """What stands behind the `=` of a field; None for a field that must be given."""
    if not optional:
        return None
    if default is None or default == "None":
        return scope.use(_RUNTIME, "UNSET") if is_nullable(property.type) else "None"
    if isinstance(default, Group):
        maker = scope.use("pydantic", "Field")
        return call(maker, keyword("default_factory", framed("lambda: ", default)))
    return default


def read_default(scope: Scope, shape: Doc, value: Json) -> Doc | None:
    """A default without a literal of its type (a moment, an object), read as an answer is; infinity has no JSON.

    `shape` is the annotation that it is read by.
    """
    try:
        written = json.dumps(value, allow_nan=False)
    except ValueError:
        return None
    factory = call(scope.use(_RUNTIME, "wire_default"), framed("lambda: ", shape), string_literal(written))
    return call(scope.use("pydantic", "Field"), keyword("default_factory", factory))


def single_value(type: Type, context: Context) -> Doc | None:
    """The only value of a type, as an expression; None where there are several."""
    if not isinstance(type, RefType):
        return constant(type)
    definition = context.definition(type.id)
    if not isinstance(definition, EnumDef) or len(definition.members) != 1:
        return None
    return enum_value(definition, definition.members[0], context)


def constant(type: Type) -> Doc | None:
    """The value that a document calls the only one, without making an enum of it."""
    if isinstance(type, ConstType):
        return literal(type.value)
    return "None" if isinstance(type, ScalarType) and type.scalar is Scalar.NULL else None
