"""Objects: classes, maps and the empty class (docs: a map has further properties and no named ones)."""

from __future__ import annotations

from sdkwright.frozen import replace
from sdkwright.ir.types import (
    AnyType,
    Default,
    Json,
    MapType,
    Notes,
    ObjectDef,
    Property,
    ScalarType,
    Type,
    TypeId,
    Via,
)
from sdkwright.normalise.extensions import Named
from sdkwright.normalise.nodes import EMPTY, Node, Part, Site, mapping, sequence, site_below, text
from sdkwright.normalise.schemas import notes
from sdkwright.normalise.schemas.keywords import CONSTRAINTS
from sdkwright.normalise.schemas.merge import View
from sdkwright.normalise.schemas.origins import below
from sdkwright.normalise.schemas.recursion import Choosing, Recursion
from sdkwright.normalise.schemas.scalars import plain_scalar
from sdkwright.openapi.pointer import join
from sdkwright.problems import shown
from sdkwright.problems.codes.schemas import PATTERN_PROPERTIES, REQUIRED_UNKNOWN

_CHOICES = frozenset({"anyOf", "oneOf"})
_FLAGS = frozenset({"default", "readOnly", "writeOnly"})
_FLAGGED = _FLAGS | {"$ref"}
_BARE = frozenset({"type", "format", "description", "title", "example", "examples", "deprecated"}) | CONSTRAINTS
"""A scalar with nothing else is the commonest property by far; it needs no site."""


def object_type(walk: Recursion, view: View, depth: int) -> Type:
    """A class where there are properties or nothing at all, else a map of the further properties."""
    if view.properties:
        return walk.later(view)
    value = further(walk, view, depth)
    return walk.later(view) if value is None else MapType(value)


def further(walk: Recursion, view: View, depth: int) -> Type | None:
    """The type of properties without a name: of `additionalProperties`, else of all `patternProperties`."""
    part = view.additional
    if view.pattern_values:
        walk.report.degraded(
            "keyword",
            PATTERN_PROPERTIES,
            "The patterns of `patternProperties` are not checked; their values are further properties",
            f"{view.site.pointer}/patternProperties",
        )
        several = {repr(part.node) for part in view.pattern_values}
        if len(several) > 1 or (part is not None and part.node != view.pattern_values[0].node):
            return AnyType()
        part = view.pattern_values[0]
    if part is None:
        return None
    if part.node is True or not part.node:
        return AnyType()
    owner = part.origin if len(view.site.parts) == 1 else view.site.origin
    return walk.type_of(site_below(below(owner, Via.VALUE, "", part.node, walk.features), (part,)), depth + 1)


def item_site(walk: Recursion, view: View) -> Site:
    """The site of the items of an array."""
    parts = view.items
    owner = parts[-1].origin if len(parts) == 1 else view.site.origin
    origin = below(owner, Via.ITEM, "", parts[-1].node, walk.features)
    return site_below(origin, parts, None if len(parts) == 1 else join(view.site.pointer, "items"))


def build(walk: Recursion, view: View) -> ObjectDef:
    """The definition of one class."""
    site = view.site
    files = site.pointer in walk.multipart
    properties: list[Property] = []
    for name, parts in view.properties.items():
        found = _property(walk, view, name, parts, files=files)
        if found is not None:
            properties.append(found)
            for part in parts:
                walk.report.generated("property", part.pointer)
    unknown = [(name, at) for name, at in view.required.items() if name not in view.properties]
    for name, at in unknown:
        walk.report.degraded(
            "keyword", REQUIRED_UNKNOWN, f"{shown(name)} is required but is no property; it has no field", at
        )
    if "discriminator" in view.keywords:
        walk.choosing[TypeId(site.pointer)] = Choosing(view.keywords["discriminator"], site.pointer, ())
    return ObjectDef(
        TypeId(site.pointer),
        site.origin,
        tuple(properties),
        further(walk, view, 0) if view.properties else None,
        free_form=not view.closed and (not view.properties or view.dependent or bool(unknown)),
        undescribed=(
            ()
            if view.closed
            else tuple(
                Property(join(site.pointer, "properties", name), name, AnyType(), required=True) for name, _ in unknown
            )
        ),
        notes=notes.of_class(walk, view),
    )


def _property(walk: Recursion, view: View, name: str, parts: tuple[Part, ...], *, files: bool) -> Property | None:
    last = parts[-1].node
    node = last if isinstance(last, dict) else EMPTY
    required = name in view.required
    is_bare = len(parts) == 1 and not files and _BARE.issuperset(node)
    if is_bare and (scalar := plain_scalar(node, decodes=walk.decodes)) is not None:
        return Property(parts[0].place, name, scalar, required, notes.of_node(walk.features, node))
    site = property_site(walk, view, name, parts)
    target = mapping(walk.references.node(site.pointer, last).node) if "$ref" in node else EMPTY
    are_silent = walk.features.are_silent(node) and (not target or walk.features.are_silent(target))
    if not are_silent:
        if (reason := walk.features.ignored(node) or walk.features.ignored(target)) is not None:
            walk.report.left_out("property", site.pointer, reason)
            return None
        if walk.features.is_error_message(node):
            walk.error_messages.setdefault(TypeId(view.site.pointer), name)
    found = walk.file_type(site) if files else None
    if found is None:
        found = walk.type_of(site)
    flags = _flags(walk, parts)
    # That null is the default says nothing of what must be there all the same.
    has_default = "default" in flags and not (required and flags["default"] is None)
    return Property(
        id=site.pointer,
        name=name,
        type=found,
        required=required,
        notes=_notes(walk, site, node, found),
        default=Default(flags["default"]) if has_default else None,
        read_only=flags.get("readOnly") is True,
        write_only=flags.get("writeOnly") is True,
        # A component that has another name gives it to the properties that are references to it, too.
        name_override=(
            None
            if are_silent
            else walk.features.name_override(node, Named.PROPERTY) or walk.features.name_override(target)
        ),
    )


def _notes(walk: Recursion, site: Site, node: Node, found: Type) -> Notes:
    """The notes of a property, with a mark where several members of a choice have become one type."""
    told = notes.of_property(walk, site)
    if _CHOICES.isdisjoint(node) or not isinstance(found, ScalarType):
        return told
    members = [member for key in _CHOICES for member in sequence(node.get(key)) if member != {"type": "null"}]
    return replace(told, of_choice=True) if len(members) > 1 else told


def property_site(walk: Recursion, view: View, name: str, parts: tuple[Part, ...]) -> Site:
    """The site of a property, which several parts may declare."""
    if len(parts) == 1:
        origin = below(parts[0].origin, Via.PROPERTY, name, parts[0].node, walk.features)
        return site_below(origin, parts)
    origin = below(view.site.origin, Via.PROPERTY, name, parts[-1].node, walk.features)
    own = tuple(
        replace(part, origin=below(part.origin, Via.PROPERTY, name, part.node, walk.features)) for part in parts
    )
    return Site(join(view.site.pointer, "properties", name), own, origin)


def _flags(walk: Recursion, parts: tuple[Part, ...]) -> Node:
    """`default`, `readOnly` and `writeOnly`: the property's own, else of what it refers to."""
    found: dict[str, Json] = {}
    for part in parts:
        node = part.node
        if not isinstance(node, dict) or _FLAGGED.isdisjoint(node):
            continue
        reference = text(node.get("$ref"))
        target = mapping(walk.references.node(part.pointer, part.node).node) if reference is not None else {}
        for source in (target, node):
            found |= {key: source[key] for key in _FLAGS.intersection(source)}
    return found
