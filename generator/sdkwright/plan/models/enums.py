"""Enums: an alias of literals that stays open, or a class."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sdkwright.frozen import Frozen
from sdkwright.ir.types import EnumDef, EnumMember, TypeId
from sdkwright.names import has_member_names
from sdkwright.plan.context import Context
from sdkwright.plan.deprecated import old_values
from sdkwright.plan.python.annotations import MODEL_MODULE
from sdkwright.plan.python.docstrings import class_docstring, deprecation, prose
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, assigned, subscript
from sdkwright.text.escape import docstring, literal, string_literal
from sdkwright.text.kinds import Code, Prose, common
from sdkwright.view.models import NO_CODE, EnumModel, EnumValue

_KEEPERS: dict[type[object], str] = {str: "UnrecognizedStr", int: "UnrecognizedInt"}
_RUNTIME = f"..{MODEL_MODULE}"


class _Members(Frozen):
    """The members of an enum, and what its alias is made of."""

    values: tuple[EnumValue, ...]
    written: tuple[Code, ...]
    """Each value that can be a literal: there is none of a float (PEP 586)."""
    kinds: tuple[type[object], ...]
    """The plain types of the values, each once."""


def enum_model(id: TypeId, definition: EnumDef, context: Context, scope: Scope) -> EnumModel:
    """The view of one enum; the names that its definition needs are imported into `scope`."""
    alias = not has_member_names(definition, context.config)
    name, seen = context.names.classes[id], context.lookups.views[id]
    members = _members(id, definition, context)
    old = () if alias else old_values(id, definition, context, scope)
    description = prose(definition.notes.description)
    return EnumModel(
        class_name=seen.name,
        page=seen.page,
        folder=seen.folder,
        description=description,
        values=members.values,
        deprecated=deprecation(definition.notes),
        docstring=class_docstring(description, definition, context, 0 if alias else 4),
        alias=assigned(name, _alias(definition, members, scope)) if alias else None,
        keeper=_keeper(definition, members.kinds) if context.config.open_enums and not definition.sent else NO_CODE,
        base=NO_CODE if alias else Code(_base(definition, scope)),
        old_values=old,
        type_checking=Code(scope.typing("TYPE_CHECKING")) if old else NO_CODE,
    )


def _keeper(definition: EnumDef, kinds: Sequence[type[object]]) -> Code:
    """What an unknown value becomes, of the kind of the first one."""
    return common(_KEEPERS.get(kinds[0], "")) if definition.open and kinds else NO_CODE


def _members(id: TypeId, definition: EnumDef, context: Context) -> _Members:
    members = definition.members
    texts = tuple([one.value for one in members if isinstance(one.value, str) and one.description is None])
    if len(texts) == len(members):
        named = context.names.members
        return _texts(tuple([named[id, one.id] for one in members]), texts)
    values = tuple([_value(id, member, context) for member in members])
    pairs = zip(values, members, strict=True)
    written = dict.fromkeys([value.value for value, one in pairs if not isinstance(one.value, float)])
    return _Members(values, tuple(written), tuple(dict.fromkeys([_kind(one.value) for one in members])))


@lru_cache(maxsize=1024)
def _texts(names: tuple[str, ...], texts: tuple[str, ...]) -> _Members:
    """Texts of which nothing is said: what is inline stands in many places."""
    pairs = zip(names, texts, strict=True)
    values = tuple([EnumValue(common(name), string_literal(text), Prose(text)) for name, text in pairs])
    return _Members(values, tuple(dict.fromkeys([value.value for value in values])), (str,))


def _value(id: TypeId, member: EnumMember, context: Context) -> EnumValue:
    raw = member.value if isinstance(member.value, str) else literal_text(member.value)
    name = context.names.members[id, member.id]
    told = None if member.description is None else prose(member.description)
    return EnumValue(common(name), literal(member.value), Prose(raw), docstring([told], 4) if told else NO_CODE)


def literal_text(value: float | bool) -> str:
    """A value that is no text as JSON writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _alias(definition: EnumDef, members: _Members, scope: Scope) -> Doc:
    """`Literal[…]`, or its union with what the server may send besides; floats are left to `float`."""
    kinds, written = members.kinds, members.written
    literals = scope.typing("Literal") if written else ""
    others: tuple[str, ...] = ()
    if float in kinds:
        others = (scope.builtin("float"),)
    elif definition.open:
        others = tuple([scope.use(_RUNTIME, _KEEPERS[kind]) for kind in kinds if kind in _KEEPERS])
    union = scope.typing("Union") if written and others else ""
    if float in kinds or not union:
        return _choice(literals, written, others, union)
    return _choice(literals, written, others, union, scope.typing("Annotated"), scope.use(_RUNTIME, "OPEN_ENUM"))


@lru_cache(maxsize=1024)
def _choice(
    literals: str,
    written: tuple[Code, ...],
    others: tuple[str, ...],
    union: str = "",
    annotated: str = "",
    mark: str = "",
) -> Doc:
    """The alias, whose helpers are spelt so; that of equal enums is made once."""
    members: list[Doc] = [subscript(literals, written)] if written else []
    members.extend(others)
    inner = subscript(union, members) if len(members) > 1 else members[0]
    return subscript(annotated, [inner, mark]) if annotated else inner


def _kind(value: object) -> type[object]:
    """The plain type of a value; a number may come in a class that keeps how it was written."""
    return next(kind for kind in (bool, str, int, float) if isinstance(value, kind))


def _base(definition: EnumDef, scope: Scope) -> str:
    """The runtime's base class for text or whole numbers, open or closed."""
    kind = "Str" if all(isinstance(m.value, str) for m in definition.members) else "Int"
    return scope.use(_RUNTIME, f"{'Open' if definition.open else 'Closed'}{kind}Enum")
