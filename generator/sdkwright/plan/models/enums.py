"""Enums: an alias of literals that stays open, or a class."""

from __future__ import annotations

from collections.abc import Sequence

from sdkwright.ir.types import EnumDef, EnumMember, TypeId
from sdkwright.names import has_member_names
from sdkwright.plan.context import Context
from sdkwright.plan.deprecated import old_values
from sdkwright.plan.python.annotations import MODEL_MODULE
from sdkwright.plan.python.docstrings import class_docstring, deprecation, prose
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, assigned, subscript
from sdkwright.text.escape import docstring, literal
from sdkwright.text.kinds import Code, Prose, common
from sdkwright.view.models import NO_CODE, EnumModel, EnumValue

_KEEPERS: dict[type[object], str] = {str: "UnrecognizedStr", int: "UnrecognizedInt"}
_RUNTIME = f"..{MODEL_MODULE}"


def enum_model(id: TypeId, definition: EnumDef, context: Context, scope: Scope) -> EnumModel:
    """The view of one enum; the names that its definition needs are imported into `scope`."""
    alias = not has_member_names(definition, context.config)
    name = context.names.classes[id]
    kinds = [str if isinstance(one.value, str) else _kind(one.value) for one in definition.members]
    values = tuple([_value(id, member, context) for member in definition.members])
    old = () if alias else old_values(id, definition, context, scope)
    description = prose(definition.notes.description)
    return EnumModel(
        class_name=Code(name),
        page=common(context.names.pages[id]),
        folder=context.folder(id),
        description=description,
        values=values,
        deprecated=deprecation(definition.notes),
        docstring=class_docstring(description, definition, context, 0 if alias else 4),
        alias=assigned(name, _alias(definition, kinds, values, scope)) if alias else None,
        keeper=_keeper(definition, kinds) if context.config.open_enums and not definition.sent else NO_CODE,
        base=NO_CODE if alias else Code(_base(definition, scope)),
        old_values=old,
        type_checking=Code(scope.typing("TYPE_CHECKING")) if old else NO_CODE,
    )


def _keeper(definition: EnumDef, kinds: Sequence[type[object]]) -> Code:
    """What an unknown value becomes, of the kind of the first one."""
    return common(_KEEPERS.get(kinds[0], "")) if definition.open and kinds else NO_CODE


def _value(id: TypeId, member: EnumMember, context: Context) -> EnumValue:
    raw = member.value if isinstance(member.value, str) else literal_text(member.value)
    name = context.names.members[id, member.id]
    told = None if member.description is None else prose(member.description)
    return EnumValue(common(name), literal(member.value), Prose(raw), docstring([told], 4) if told else NO_CODE)


def literal_text(value: float | bool) -> str:
    """A value that is no text as JSON writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _alias(definition: EnumDef, kinds: Sequence[type[object]], values: Sequence[EnumValue], scope: Scope) -> Doc:
    """`Literal[…]`, or its union with what the server may send besides.

    There is no literal of a float (PEP 586), so floats are left to `float`."""
    written = dict.fromkeys([value.value for kind, value in zip(kinds, values, strict=True) if kind is not float])
    members: list[Doc] = [subscript(scope.typing("Literal"), written)] if written else []
    if float in kinds:
        members.append(scope.builtin("float"))
    elif definition.open:
        members.extend(scope.use(_RUNTIME, _KEEPERS[kind]) for kind in dict.fromkeys(kinds) if kind in _KEEPERS)
    if len(members) == 1:
        return members[0]
    union = subscript(scope.typing("Union"), members)
    return union if float in kinds else subscript(scope.typing("Annotated"), [union, scope.use(_RUNTIME, "OPEN_ENUM")])


def _kind(value: object) -> type[object]:
    """The plain type of a value; a number may come in a class that keeps how it was written."""
    return next(kind for kind in (bool, str, int, float) if isinstance(value, kind))


def _base(definition: EnumDef, scope: Scope) -> str:
    """The runtime's base class for text or whole numbers, open or closed."""
    kind = "Str" if all(isinstance(m.value, str) for m in definition.members) else "Int"
    return scope.use(_RUNTIME, f"{'Open' if definition.open else 'Closed'}{kind}Enum")
