"""Deprecated names: how what was renamed is still found under its old name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sdkwright.ir.types import EnumDef, ObjectDef, TypeId
from sdkwright.names import Former, GroupKey
from sdkwright.plan.context import Context
from sdkwright.plan.halves import Half
from sdkwright.plan.python.annotations import MODEL_MODULE
from sdkwright.plan.python.imports import Scope
from sdkwright.plan.python.layout import Doc, call, framed, lay, mapping
from sdkwright.text.escape import docstring, identifier, stem, string_literal
from sdkwright.text.kinds import Code
from sdkwright.text.reserved import SHADOWED
from sdkwright.view.models import Field, OldField, OldName, OldValue
from sdkwright.view.package import OldChild, Overload, Renaming

_RUNTIME = f"..{MODEL_MODULE}"
_RENAMED = "._runtime.renamed"
_BODY = 4


def deprecation_of(old: str, new: str, scope: Scope, indent: int = _BODY) -> Code:
    """`@deprecated("…")`, for a line indented by `indent` spaces."""
    said = string_literal(f"`{old}` is now `{new}`")
    return lay(call(f"@{scope.use('typing_extensions', 'deprecated')}", said), indent)


# ---------------------------------------------------------------------------------------------------------- packages


def old_models(context: Context) -> tuple[OldName, ...]:
    """Old names of what `models` exports."""
    old = context.names.old
    exported = old.classes if context.has_errors_apart else dict.fromkeys((*old.exceptions, *old.classes))
    return tuple(map(_old_name, exported))


def old_errors(context: Context) -> tuple[OldName, ...]:
    """Old names of what the package of errors exports, where there is one."""
    return tuple(map(_old_name, context.names.old.exceptions)) if context.has_errors_apart else ()


def _old_name(former: Former) -> OldName:
    return OldName(identifier(former.old), identifier(former.new))


# ---------------------------------------------------------------------------------------------------- inside of classes


def old_fields(id: TypeId, fields: Sequence[Field], context: Context, scope: Scope) -> tuple[OldField, ...]:
    """The properties under which the renamed fields of a class are still found."""
    formers = context.names.old.fields.get(id)
    if not formers:
        return ()
    by_name = {str(field.name): field for field in fields}
    return tuple(
        OldField(
            old=identifier(former.old),
            new=identifier(former.new),
            annotation=by_name[former.new].annotation,
            property_decorator=Code(scope.builtin("property")),
            decorator=deprecation_of(former.old, former.new, scope),
        )
        for former in formers
    )


def former_marks(definition: ObjectDef, name: str, context: Context, scope: Scope) -> list[Doc]:
    """What lets the constructor take old names of a field.  A wire name is taken without it; where further properties
    are typed, an old name could be one of them."""
    every = context.names.old.fields.get(definition.id)
    if every is None or definition.additional is not None:
        return []
    formers = [former for former in every if former.new == name]
    wires = {property.name for property in definition.properties}
    return [
        call(scope.use(_RUNTIME, "Formerly"), string_literal(former.old))
        for former in formers
        if former.old not in wires
    ]


def old_values(id: TypeId, definition: EnumDef, context: Context, scope: Scope) -> tuple[OldValue, ...]:
    """The deprecated names of an enum's members."""
    return tuple(
        OldValue(
            old=identifier(former.old),
            class_name=Code(context.names.classes[id]),
            maker=lay(
                call(scope.use(_RUNTIME, "old_member"), string_literal(former.old), string_literal(former.new)),
                2 * _BODY,
                after=len(former.old) + 3,
            ),
        )
        for former in context.names.old.members.get(definition.id, ())
    )


def names_of_old_members(definitions: Iterable[EnumDef], context: Context) -> set[str]:
    """What stands for something else inside of enums that need helpers for old names: all their members."""
    if not context.names.old.members:
        return set()
    with_old = [definition for definition in definitions if context.names.old.members.get(definition.id)]
    return {context.names.members[d.id, member.id] for d in with_old for member in d.members}


# ----------------------------------------------------------------------------------------------------------- functions


def renaming(
    formers: Sequence[Former], parameters: Sequence[tuple[str, Code, Doc]], scope: Scope, indent: int, *, first: bool
) -> Renaming | None:
    """How a function takes its arguments' old names: while it runs any, for type checkers those of one argument at a
    time, or all of them.

    `parameters` are name, the line of the signature, and the annotation; `first` says that the function takes
    them by position; from an old name on, they are given by name.
    """
    known = {name for name, _, _ in parameters}
    named = [former for former in formers if former.new in known]
    if not named:
        return None
    names = mapping((string_literal(former.old), string_literal(former.new)) for former in named)
    decorator = lay(call(f"@{scope.use(_RENAMED, 'renamed')}", names), _BODY)
    together = [named] if len(named) > 1 else []
    ways = [_way(some, parameters, scope, indent, first=first) for some in (*([one] for one in named), *together)]
    plain = Overload(tuple(line for _, line, _ in parameters))
    return Renaming(Code(f"@{scope.typing('overload')}"), decorator, (plain, *ways))


def with_underscores(names: Sequence[str], context: Context) -> list[Former]:
    """How published methods call those of these arguments that have the names of builtins."""
    allowed = context.config.allowed_builtins
    if allowed is None:
        return []
    return [
        Former(f"{name}_", name) for name in names if name in SHADOWED.difference(allowed) and f"{name}_" not in names
    ]


def _way(
    some: Sequence[Former], parameters: Sequence[tuple[str, Code, Doc]], scope: Scope, indent: int, *, first: bool
) -> Overload:
    """The signature with some old names, each of which must be given: else it is the call without them."""
    old = {former.new: former.old for former in some}
    lines: list[Code] = []
    positional = first
    for name, line, annotation in parameters:
        if name in old and positional:
            lines.append(Code("*"))
            positional = False
        if name in old:
            lines.append(_parameter(old[name], annotation, indent))
        elif line != "*" or positional:
            lines.append(line)
    said = " and ".join(f"`{former.old}`" for former in some), " and ".join(f"`{former.new}`" for former in some)
    verb = "is" if len(some) == 1 else "are"
    text = string_literal(f"{said[0]} {verb} now {said[1]}")
    decorator = lay(call(f"@{scope.use('typing_extensions', 'deprecated')}", text), _BODY)
    return Overload(tuple(lines), decorator)


def _parameter(name: str, annotation: Doc, indent: int) -> Code:
    return lay(framed(f"{name}: ", annotation), indent, after=1)


# ----------------------------------------------------------------------------------------------------------- resources


def old_children(context: Context, key: GroupKey, scope: Scope, half: Half) -> tuple[OldChild, ...]:
    """The attributes that led to groups which are called otherwise now."""
    made: list[OldChild] = []
    for old, heir in context.names.old.attributes.get(key, ()):
        group = context.names.groups[heir]
        told = docstring([f"Deprecated: use `{group.accessor}`."], 2 * _BODY)
        attribute, module = identifier(old), stem(group.module)
        class_name = identifier(half.class_name(group.class_name, context.names))
        decorator = deprecation_of(old, group.accessor, scope)
        made.append(OldChild(attribute, class_name, module, Code(scope.builtin("property")), decorator, told))
    return tuple(made)


def names_of_old_members_in_class(context: Context, key: GroupKey) -> set[str]:
    """The deprecated methods and attributes of a group's class."""
    old = context.names.old
    formers = [former for former, _ in old.methods.get(key, ())]
    methods = {*formers, *map(context.names.async_method, formers)}
    return methods | {former for former, _ in old.attributes.get(key, ())}
