"""Enums: lists of scalar values, and choices between constants, which are the same said with descriptions."""

from __future__ import annotations

from collections.abc import Sequence

from sdkwright.ir.scalars import TYPES, Scalar, is_of_type
from sdkwright.ir.types import ConstType, EnumDef, EnumMember, Json, RefType, ScalarType, Type, TypeId
from sdkwright.normalise.nodes import Part, label, mapping, sequence, text
from sdkwright.normalise.schemas import notes
from sdkwright.normalise.schemas.merge import View
from sdkwright.normalise.schemas.recursion import Recursion
from sdkwright.normalise.schemas.scalars import scalar_type
from sdkwright.problems import shown
from sdkwright.problems.codes.schemas import EMPTY_ENUM, ENUM_DUPLICATE, ENUM_NOT_SCALAR, ENUM_VALUE_TYPE

EnumValue = str | int | float | bool


def enum_type(walk: Recursion, view: View, types: tuple[str, ...]) -> Type | None:
    """The type of a schema with `enum`; None if the list says nothing (then the rest of the schema does)."""
    at = f"{view.site.pointer}/enum"
    listed = sequence(view.keywords["enum"])
    if not listed:
        walk.report.degraded("keyword", EMPTY_ENUM, "An empty `enum` allows no value; it is not used", at)
        return None
    kinds = types or (("null",) if view.types else ())
    values = [value for value in listed if value is not None]
    if values and (kinds == ("boolean",) or (not kinds and all(isinstance(value, bool) for value in values))):
        return ScalarType(Scalar.BOOLEAN, nullable=len(values) < len(listed))
    members = _members(walk, view, listed, kinds)
    if members is None:
        kind = next(iter(kinds), None)
        return scalar_type(kind, view.keywords, decodes=walk.decodes) if kind in TYPES else None
    if not members:
        return ScalarType(Scalar.NULL)
    if len(listed) == 1 and not view.is_silent and walk.features.constant(view.keywords):
        return ConstType(members[0].value)
    return _definition(walk, view, members, nullable=len(values) < len(listed))


def _members(
    walk: Recursion, view: View, listed: Sequence[Json], kinds: tuple[str, ...]
) -> tuple[EnumMember, ...] | None:
    """The values that are not null, each once; None where one of them has no literal."""
    at = f"{view.site.pointer}/enum"
    names: Sequence[str | None] = (None,) * len(listed)
    texts = names
    if not view.is_silent:
        names = walk.features.enum_names(view.keywords, listed)
        texts = walk.features.enum_descriptions(view.keywords, listed)
    given = [
        EnumMember(f"{at}/{index}", value, names[index], texts[index])
        for index, value in enumerate(listed)
        if isinstance(value, str)
    ]
    are_texts = "string" in kinds and len(given) + listed.count(None) == len(listed)
    if are_texts and len({member.value for member in given}) == len(given):  # So it is with nearly all.
        return tuple(given)
    members: dict[tuple[type, EnumValue], EnumMember] = {}
    for index, raw in enumerate(listed):
        if raw is None:
            continue
        value = raw if "string" in kinds and isinstance(raw, str) else _fitting(walk, raw, kinds, f"{at}/{index}")
        if not isinstance(value, (str, int, float)):
            walk.report.degraded(
                "keyword",
                ENUM_NOT_SCALAR,
                "A list or mapping as a value of an `enum` has no literal; the values are not listed in the type",
                f"{at}/{index}",
            )
            return None
        key = (type(value), value)
        if key in members:
            walk.report.warn(ENUM_DUPLICATE, f"{shown(value)} is listed twice", f"{at}/{index}")
        members.setdefault(key, EnumMember(f"{at}/{index}", value, names[index], texts[index]))
    return tuple(members.values())


def constants_type(walk: Recursion, view: View, members: tuple[Part, ...], *, nullable: bool) -> Type | None:
    """A choice between scalar constants is an enum whose members may have titles and descriptions."""
    found: dict[tuple[type, EnumValue], EnumMember] = {}
    for part in members:
        node = mapping(part.node)
        value = node.get("const")
        if "const" not in node or not isinstance(value, str | int | float | bool):
            return None
        name = walk.features.name_override(node) or label(node.get("title"))
        member = EnumMember(part.pointer, value, name, text(node.get("description")))
        found.setdefault((type(value), value), member)
    return _definition(walk, view, tuple(found.values()), nullable=nullable)


def _definition(walk: Recursion, view: View, members: tuple[EnumMember, ...], *, nullable: bool) -> Type:
    site = view.site
    walk.add(
        EnumDef(
            TypeId(site.pointer),
            site.origin,
            members,
            open=view.is_silent or not walk.features.closed(view.keywords),
            notes=notes.of_class(walk, view),
        )
    )
    return RefType(TypeId(site.pointer), nullable)


def _fitting(walk: Recursion, raw: Json, kinds: tuple[str, ...], at: str) -> Json:
    """The value, made to fit the declared type where YAML has read it as another."""
    if not kinds or not isinstance(raw, str | int | float | bool):
        return raw
    if any(kind not in TYPES or is_of_type(kind, raw) for kind in kinds):
        return raw
    value: Json = raw
    if "string" in kinds:
        value = ("true" if raw else "false") if isinstance(raw, bool) else str(getattr(raw, "text", raw))
    elif isinstance(raw, str) and ("integer" in kinds or "number" in kinds):
        try:
            value = int(raw) if "integer" in kinds else float(raw)
        except ValueError:
            value = raw
    walk.report.warn(
        ENUM_VALUE_TYPE,
        f"{shown(raw)} is not of the declared type {' or '.join(kinds)}; {shown(value)} is generated",
        at,
    )
    return value
