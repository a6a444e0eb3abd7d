"""Where a schema stands, for those who name it: the origin of a reference's target, and of what lies below a schema."""

from __future__ import annotations

import json

from sdkwright.frozen import replace
from sdkwright.ir.types import Json, Origin, Root, Step, Via
from sdkwright.normalise.extensions import Features, Named
from sdkwright.normalise.nodes import EMPTY, Part, References, label, mapping
from sdkwright.openapi import pointer

_STEPS = {
    "properties": Via.PROPERTY,
    "patternProperties": Via.VALUE,
    "anyOf": Via.MEMBER,
    "oneOf": Via.MEMBER,
    "prefixItems": Via.MEMBER,
}


_DEFINITIONS = ("$defs", "definitions")
_INSIDE = 5
"""The tokens of `#/components/schemas/A/definitions/b`."""
_TOLD = frozenset({"title", "description", "example", "examples"})
"""What may differ between two definitions that are one."""


class Origins:
    """Finds the targets of references and tells where they stand."""

    def __init__(self, references: References, features: Features) -> None:
        self._references = references
        self._features = features
        self._parts: dict[str, Part | None] = {}
        self._definitions: dict[tuple[str, str], Part] = {}

    def part(self, reference: str) -> Part | None:
        """The schema that a reference leads to, with its origin; None if it leads nowhere."""
        if reference not in self._parts:
            target = self._references.target(reference)
            self._parts[reference] = (
                None
                if target is None
                else self._shared(Part(target.pointer, target.node, self._origin(target.pointer, target.node)))
            )
        return self._parts[reference]

    def _shared(self, part: Part) -> Part:
        """Definitions inside of components that have one name and one shape are one: the first that was met."""
        tokens = pointer.split(part.pointer)
        if len(tokens) < _INSIDE or tokens[-2] not in _DEFINITIONS or not isinstance(part.node, dict):
            return part
        shape = {key: value for key, value in part.node.items() if key not in _TOLD}
        return self._definitions.setdefault((tokens[-1], json.dumps(shape, sort_keys=True, default=repr)), part)

    def component(self, key: str, node: Json) -> Origin:
        """The origin of the component `key`."""
        return said(Origin(Root.COMPONENT, component=key), node, self._features)

    def _origin(self, at: str, node: Json) -> Origin:
        tokens = pointer.split(at)
        if len(tokens) < 3 or tokens[0] != "components":
            return self.component(tokens[-1] if tokens else "", node)
        origin = Origin(Root.COMPONENT, component=tokens[2])
        rest = list(tokens[3:])
        while rest:
            via = _STEPS.get(rest[0])
            if via is not None and len(rest) > 1:
                name = rest.pop(1)
                step = Step(via, str(int(name) + 1) if via is Via.MEMBER and name.isdecimal() else name)
                origin = replace(origin, steps=(*origin.steps, step if via is not Via.VALUE else Step(via, "")))
            elif rest[0] == "items":
                origin = replace(origin, steps=(*origin.steps, Step(Via.ITEM, "")))
            elif rest[0] in ("additionalProperties", "unevaluatedProperties"):
                origin = replace(origin, steps=(*origin.steps, Step(Via.VALUE, "")))
            elif rest[0] in _DEFINITIONS and len(rest) > 1:
                return self.component(rest[-1], node)
            rest.pop(0)
        if not origin.steps:
            return self.component(tokens[2], node)
        return replace(origin, title=label(mapping(node).get("title")))


def said(origin: Origin, node: Json, features: Features) -> Origin:
    """The origin of a schema that begins a walk, with what it says of its names itself."""
    own = node if isinstance(node, dict) else EMPTY
    if features.are_silent(own):
        return replace(origin, title=label(own["title"])) if "title" in own else origin
    override, namespace = features.name_override(own), features.namespace(own)
    return replace(origin, title=label(own.get("title")), name_override=override, namespace=namespace)


def below(origin: Origin, via: Via, name: str, node: Json, features: Features) -> Origin:
    """The origin of a schema that hangs below another one.  An override on a property renames it, not its class."""
    own = node if isinstance(node, dict) else EMPTY
    title = label(own["title"]) if "title" in own else None
    override, namespace = None, origin.namespace
    if not features.are_silent(own):
        of_property = via is Via.PROPERTY
        override = features.other_name(own, Named.CLASS) if of_property else features.name_override(own)
        namespace = features.namespace(own) or namespace
    steps = (*origin.steps, Step(via, name, title))
    return replace(origin, steps=steps, title=title, name_override=override, namespace=namespace)
