"""Choices: `anyOf`, `oneOf`, lists of types and tuples; which of them are unions, and which are another type.

A choice with one member that is not null is that member.  Members of one Python type collapse.  What stands beside the
choice applies to each member (JSON Schema 2020-12, section 10.2.1).
"""

from __future__ import annotations

from typing import Final

from sdkwright.frozen import Frozen, replace
from sdkwright.ir.scalars import ROWS, Scalar
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    Json,
    ListType,
    Origin,
    RefType,
    ScalarType,
    Step,
    Type,
    TypeId,
    UnionDef,
    Via,
)
from sdkwright.normalise.nodes import EMPTY, Part, Site, label, mapping, site_below
from sdkwright.normalise.schemas import enums, notes
from sdkwright.normalise.schemas.keywords import STRUCTURAL
from sdkwright.normalise.schemas.merge import Choice, View
from sdkwright.normalise.schemas.origins import below
from sdkwright.normalise.schemas.recursion import Choosing, Recursion
from sdkwright.normalise.schemas.scalars import with_null
from sdkwright.openapi.pointer import join
from sdkwright.problems.codes.schemas import CHOICE_OF_CONDITIONS, SEVERAL_CHOICES, TUPLE

_NULL: Final = ScalarType(Scalar.NULL)
_TEXT: Final = ScalarType(Scalar.STRING)
_CHOOSING: Final = frozenset({"anyOf", "oneOf", "discriminator"})
_BESIDE_TYPE: Final = STRUCTURAL - {"type"}
_SAYING: Final = STRUCTURAL - {"required"}
"""What says something about the type by itself."""
_SHAPING: Final = STRUCTURAL - _CHOOSING - {"type", "required", "additionalProperties"}
"""What shapes the members of the choice that it stands beside."""


class _Member(Frozen):
    """One member that is not null: its number among them, its site and, if it is a reference, the target's pointer."""

    site: Site
    target: str | None


def choice_type(walk: Recursion, view: View, types: tuple[str, ...], depth: int) -> Type | None:
    """The type of a schema with `anyOf` or `oneOf`; None if the choice adds nothing to the rest of the schema."""
    choices = [choice for choice in view.choices if not _asserts_only(walk, choice)]
    for choice in view.choices:
        if choice not in choices:
            walk.report.degraded(
                "keyword",
                CHOICE_OF_CONDITIONS,
                f"The members of this `{choice.keyword}` are conditions, not types; they are not checked",
                f"{choice.pointer}/{choice.keyword}",
            )
    if not choices:
        return None
    if len(choices) > 1:
        walk.report.degraded(
            "keyword",
            SEVERAL_CHOICES,
            "Several choices apply at once; only what stands beside them is generated",
            f"{choices[1].pointer}/{choices[1].keyword}",
        )
        return None if view.properties or types else AnyType()
    return _one_choice(walk, view, choices[0], depth)


def _one_choice(walk: Recursion, view: View, choice: Choice, depth: int) -> Type | None:
    rest = [part for part in choice.members if not _is_null(walk, part)]
    nullable = len(rest) < len(choice.members)
    shape = _shape(view)
    if not rest:
        return ScalarType(Scalar.NULL)
    stays = walk.single_choices and choice.keyword == "oneOf" and len(choice.members) == 1
    if len(rest) == 1 and not shape and not stays:
        part = rest[0]
        origin = replace(_collapsed(view.site.origin, part, walk), beside_null=nullable)
        found = walk.type_of(site_below(origin, (part,)), depth + 1)
        return with_null(found) if nullable else found
    if len(rest) > 1 and not shape:
        constants = enums.constants_type(walk, view, tuple(rest), nullable=nullable)
        if constants is not None:
            return constants
    members = [_member(walk, view, choice, part, number, shape) for number, part in enumerate(rest, 1)]
    return _union(walk, view, members, choice, depth, nullable=nullable, stays=stays)


def _member(walk: Recursion, view: View, choice: Choice, part: Part, number: int, shape: tuple[Part, ...]) -> _Member:
    alias = walk.alias(Site(part.pointer, (part,), part.origin))
    target = None if alias is None else alias.part.pointer
    owner = view.site.origin
    origin = below(owner, Via.MEMBER, str(number), part.node, walk.features)
    if not shape:
        return _Member(site_below(origin, (part,)), target)
    types_only = all(_BESIDE_TYPE.isdisjoint(mapping(base.node)) for base in shape)
    if (types_only and (alias is not None or "type" in mapping(part.node))) or _covers(walk, part, view):
        return _Member(site_below(origin, (part,)), target)
    at = f"{choice.pointer}/{choice.keyword}/{part.pointer.rsplit('/', 1)[1]}"
    if not at.startswith(f"{view.site.pointer}/"):
        at = f"{view.site.pointer}!{choice.keyword}{number}"
    bases = tuple(replace(base, node=_untitled(base.node)) for base in shape)
    own = replace(part, pointer=f"{part.pointer}!own" if part.pointer == at else part.pointer, origin=origin)
    return _Member(Site(f"{at}!merged", (*bases, own), origin), target)


def _covers(walk: Recursion, part: Part, view: View) -> bool:
    """Whether a referred member already has all that stands beside the choice, perhaps since it took it over."""
    alias = walk.alias(Site(part.pointer, (part,), part.origin))
    if alias is None or not set(view.types or ()) <= {"object"} or view.items or view.prefix_items:
        return False
    own = walk.views.of(Site(alias.part.pointer, (alias.part,), alias.part.origin))
    return own.properties.keys() >= view.properties.keys() and own.required.keys() >= view.required.keys()


def _untitled(node: Json) -> Json:
    return {key: value for key, value in mapping(node).items() if key not in ("title", "description")}


def _union(
    walk: Recursion,
    view: View,
    members: list[_Member],
    choice: Choice | None,
    depth: int,
    *,
    nullable: bool,
    stays: bool = False,
) -> Type:
    indices: dict[tuple[Type, type | None], int] = {}
    targets: list[tuple[str, int]] = []
    for member in members:
        kind = walk.type_of(member.site, depth + 1)
        if kind == _NULL:
            nullable = True
            continue
        if kind.nullable:
            nullable = True
            kind = replace(kind, nullable=False)
        # `1` and `True` are equal in Python, and not in JSON.
        key = (kind, type(kind.value) if type(kind) is ConstType else None)
        index = indices.setdefault(key, len(indices))
        if member.target is not None:
            targets.append((member.target, index))
    found = [kind for kind, _ in indices]
    site = view.site
    forced = walk.force(site.pointer) or (stays and all(isinstance(kind, RefType) for kind in found))
    single = None if forced else _single(found)
    if single is not None:
        return with_null(single) if nullable else single
    type_id = TypeId(site.pointer)
    declared = (choice.discriminator if choice is not None else None) or view.keywords.get("discriminator")
    # A tag that a member does not declare stands beside its own properties.
    any_of = declared is not None or (choice is not None and choice.keyword == "anyOf")
    walk.add(UnionDef(type_id, site.origin, tuple(found), any_of=any_of, notes=notes.of_class(walk, view)))
    walk.choosing[type_id] = Choosing(declared, site.pointer, tuple(targets))
    return RefType(type_id, nullable)


def _single(found: list[Type]) -> Type | None:
    """The one type that all members have in Python, if so; a narrower one beside plain text admits any text."""
    if not found:
        return ScalarType(Scalar.NULL)
    if len(found) == 1:
        return found[0]
    if len(found) == 2 and _TEXT in found:
        other = found[1 - found.index(_TEXT)]
        if isinstance(other, ScalarType) and ROWS[other.scalar].narrows_text:
            return ScalarType(other.scalar, or_string=True)
    return None


def type_list(walk: Recursion, view: View, types: tuple[str, ...], depth: int) -> Type:
    """`type: [string, object]`: a union of what the schema is under each type."""
    members: list[_Member] = []
    for number, kind in enumerate(types, 1):
        at = f"{view.site.pointer}!{kind}"
        origin = replace(view.site.origin, title=None, steps=(*view.site.origin.steps, Step(Via.MEMBER, str(number))))
        parts = tuple(replace(part, node=_untitled(part.node)) for part in view.parts)
        members.append(_Member(Site(at, (*parts, Part(at, {"type": kind}, origin)), origin), None))
    return _union(walk, view, members, None, depth, nullable=False)


def tuple_type(walk: Recursion, view: View, depth: int) -> Type:
    """`prefixItems`: a list of a choice between all item types, and any value where more items may follow."""
    walk.report.degraded(
        "keyword",
        TUPLE,
        "The order of `prefixItems` is not checked; a list of any of the item types is generated",
        f"{view.site.pointer}/prefixItems",
    )
    rest = [part for part in (*view.prefix_items, *view.items) if not isinstance(part.node, bool)]
    if len(rest) < len(view.prefix_items) or not rest:
        return ListType(AnyType())
    is_open = _is_open(view)
    if is_open and all(part.node == rest[0].node for part in rest):
        return ListType(AnyType())
    at = join(view.site.pointer, "prefixItems")
    owner = below(view.site.origin, Via.ITEM, "", None, walk.features)
    holder = View(Site(at, (Part(at, {}, owner),), owner))
    members: list[_Member] = []
    further = [Part(join(view.site.pointer, "items"), {}, owner)] if is_open else []
    for number, part in enumerate([*rest, *further], 1):
        origin = below(owner, Via.MEMBER, str(number), part.node, walk.features)
        members.append(_Member(site_below(origin, (part,)), None))
    return ListType(_union(walk, holder, members, None, depth, nullable=False))


def _is_open(view: View) -> bool:
    """Whether items may follow of which nothing is said (JSON Schema, 10.3.1.2)."""
    most = view.keywords.get("maxItems")
    if isinstance(most, int) and most <= len(view.prefix_items):
        return False
    return view.keywords.get("unevaluatedItems") is not False and all(part.node is True for part in view.items)


def of_one(walk: Recursion, view: View, found: Type) -> Type:
    """A choice that refers to itself and has collapsed all the same: a union of the one type that is left."""
    type_id = TypeId(view.site.pointer)
    walk.add(UnionDef(type_id, view.site.origin, (replace(found, nullable=False),), notes=notes.of_class(walk, view)))
    return RefType(type_id, found.nullable)


def stays_choice(walk: Recursion, site: Site) -> bool:
    """Whether a schema that contains itself is a choice between two things or more, and so can be a definition."""
    view = walk.views.of(site)
    for choice in view.choices:
        if len([part for part in choice.members if not _is_null(walk, part)]) > 1:
            return True
    return len([kind for kind in view.types or () if kind != "null"]) > 1


def _shape(view: View) -> tuple[Part, ...]:
    """What stands beside the choice and shapes its members; empty if nothing does (as `type: object`)."""
    shapes = any(kind not in ("object", "null") for kind in view.types or ())
    for part in view.parts:
        node = mapping(part.node)
        shapes = shapes or not _SHAPING.isdisjoint(node) or bool(node.get("required") and view.properties)
    if not shapes:
        return ()
    nodes = [{key: one for key, one in mapping(part.node).items() if key not in _CHOOSING} for part in view.parts]
    return tuple([replace(part, node=node) for part, node in zip(view.parts, nodes, strict=True)])


def _asserts_only(walk: Recursion, choice: Choice) -> bool:
    """Whether no member says anything about the type: `anyOf: [{required: [a]}, {required: [b]}]`."""
    for part in choice.members:
        node = walk.references.node(part.pointer, part.node).node
        if isinstance(node, dict) and not _SAYING.isdisjoint(node):
            return False
        if not isinstance(node, bool) and not mapping(node).get("required") and "not" not in mapping(node):
            return False
    return True


def _is_null(walk: Recursion, part: Part) -> bool:
    node = part.node if isinstance(part.node, dict) else EMPTY
    if "$ref" in node:
        node = mapping(walk.references.node(part.pointer, part.node).node)
    kind = node.get("type")
    if kind == "null" or kind == ["null"]:
        return True
    return ("const" in node and node["const"] is None) or node.get("enum") == [None]


def _collapsed(origin: Origin, part: Part, walk: Recursion) -> Origin:
    """The origin of the only member: it stands where the choice stands; its own title goes before the choice's."""
    title = label(mapping(part.node).get("title"))
    override = walk.features.name_override(mapping(part.node))
    if title is None and override is None:
        return origin
    steps = origin.steps
    if steps and title is not None:
        steps = (*steps[:-1], replace(steps[-1], title=title))
    return replace(origin, title=title or origin.title, steps=steps, name_override=override or origin.name_override)
