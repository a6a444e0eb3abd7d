"""What the document says about a part for people to read, and which of several texts is the one to show."""

from __future__ import annotations

from typing import Final

from sdkwright.frozen import replace
from sdkwright.ir.service import NamedExample
from sdkwright.ir.types import NO_NOTES, Default, Deprecation, Json, Notes
from sdkwright.normalise.extensions import Features
from sdkwright.normalise.nodes import EMPTY, Node, Site, mapping, sequence, text
from sdkwright.normalise.schemas.keywords import CONSTRAINTS, DOCUMENTED, PLAIN_FORMATS, STRUCTURAL
from sdkwright.normalise.schemas.merge import View
from sdkwright.normalise.schemas.recursion import Recursion
from sdkwright.openapi.pointer import join

_EXAMPLES = frozenset({"example", "examples"})
_ASSERTING = CONSTRAINTS | {"format"}
_SPEAKING = _ASSERTING | {"summary", "description", "example", "examples", "deprecated"}


def of_node(features: Features, node: Node) -> Notes:
    """The notes of one schema or parameter as it was written."""
    if features.are_silent(node):
        return of_silent(node)
    return Notes(
        summary=features.doc_text(node, "summary"),
        description=features.doc_text(node, "description"),
        examples=examples(features, node),
        deprecated=features.deprecation(node),
        constraints=constraints(node),
    )


def of_silent(node: Node) -> Notes:
    """The notes of a node without extensions."""
    if _SPEAKING.isdisjoint(node):
        return NO_NOTES
    summary, description = node.get("summary"), node.get("description")
    return Notes(
        summary if isinstance(summary, str) else None,
        description if isinstance(description, str) else None,
        _examples(node) if "example" in node or "examples" in node else (),
        Deprecation() if node.get("deprecated") is True else None,
        () if _ASSERTING.isdisjoint(node) else constraints(node),
    )


def of_class(walk: Recursion, view: View) -> Notes:
    """The notes of a definition; a body without a description of its own takes that of the body or response."""
    found = of_silent(view.keywords) if view.is_silent else of_node(walk.features, view.keywords)
    fallback = walk.descriptions.get(view.site.pointer)
    if found.description is None and fallback is not None:
        return Notes(found.summary, fallback, found.examples, found.deprecated, found.constraints)
    return found


def of_property(walk: Recursion, site: Site) -> Notes:
    """The notes of a property.

    Beside a direct `$ref`, description and examples are those of the referred schema, and of an enum whether it is
    deprecated, too.  Where the reference is wrapped
    in an `allOf`, `anyOf` or `oneOf`, its own come first.
    """
    last = site.parts[-1].node
    node = last if isinstance(last, dict) else EMPTY
    if len(site.parts) == 1:
        reference = text(node["$ref"]) if "$ref" in node else None
        own = of_node(walk.features, node)
        if reference is None and "allOf" not in node:
            return replace(own, examples=()) if own.examples and _is_used_before(walk, site, node) else own
        if reference is not None:
            found = _referred(walk, own, reference)
            if walk.nullable_references and node.get("nullable") is True:  # it is more than a reference, and says so
                found = replace(found, description=own.description, examples=own.examples)
            return found
        scalar = _annotated_scalar(walk, node)
        if scalar is not None:
            found = _referred(walk, own, scalar)
            return replace(found, description=own.description)
    view = walk.views.of(site)
    found = of_node(walk.features, view.keywords)
    if len(site.parts) == 1 and walk.copies.keeps(node):
        said = (node, *(mapping(member) for member in sequence(node.get("allOf"))))
        told = (text for text in (walk.features.doc_text(one, "description") for one in said) if text is not None)
        return replace(found, description=next(told, None))
    return found


def _is_used_before(walk: Recursion, site: Site, node: Node) -> bool:
    """Whether a property is a choice between a component and null, and where the document first refers to that
    component there are no examples: published docs show those of the first place, and so none."""
    members = [one for key in ("anyOf", "oneOf") for one in map(mapping, sequence(node.get(key)))]
    references = [reference for one in members if (reference := text(one.get("$ref"))) is not None]
    if len(references) != 1 or any(one != {"type": "null"} for one in members if "$ref" not in one):
        return False
    target = walk.references.target(references[0])
    first = walk.first_uses.get(target.pointer) if target is not None else None
    if first is None or first.startswith(f"{site.pointer}/"):
        return False
    holder, keyword, _ = first.rsplit("/", 2)
    place = walk.references.target(holder if keyword in ("anyOf", "oneOf") else first)
    beside = text(mapping(place.node).get("$ref")) if place is not None else None
    if beside is not None:  # what stands beside a plain reference says nothing
        place = walk.references.target(beside)
    return place is not None and not examples(walk.features, mapping(place.node))


def _annotated_scalar(walk: Recursion, node: Node) -> str | None:
    """The reference in an `allOf` whose other members only say something, if it leads to no object: published docs show
    nothing of what these say, and the examples of the schema that is referred to."""
    if "allOf" not in node:
        return None
    members = list(map(mapping, sequence(node["allOf"])))
    references = [reference for one in members if (reference := text(one.get("$ref"))) is not None]
    silent = [one for one in members if STRUCTURAL.isdisjoint(one)]
    if len(references) != 1 or not silent or len(silent) + 1 != len(members):
        return None
    target = walk.references.target(references[0])
    kind = mapping(target.node).get("type") if target is not None else None
    return references[0] if kind in ("string", "integer", "number", "boolean") else None


def _referred(walk: Recursion, own: Notes, reference: str) -> Notes:
    target = walk.references.target(reference)
    seen: set[str] = set()
    other: Node = {}
    while target is not None and target.pointer not in seen:
        seen.add(target.pointer)
        other = mapping(target.node)
        onward = text(other.get("$ref"))
        target = walk.references.target(onward) if onward is not None else None
    found = of_node(walk.features, other)
    scalar = _annotated_scalar(walk, other)
    if scalar is not None:
        found = replace(_referred(walk, own, scalar), description=found.description)
    elif "allOf" in other and not found.examples:
        found = replace(found, examples=_taken_over(walk, other))
    deprecated = found.deprecated if "enum" in other else own.deprecated or found.deprecated
    return Notes(found.summary, found.description, found.examples, deprecated, found.constraints)


def _taken_over(walk: Recursion, node: Node) -> tuple[Json, ...]:
    """The examples of the last part that a schema is composed of and that has some."""
    waiting = list(map(mapping, sequence(node.get("allOf"))))
    seen: set[str] = set()
    while waiting:
        part = waiting.pop()
        reference = text(part.get("$ref"))
        target = walk.references.target(reference) if reference is not None else None
        if target is not None and target.pointer not in seen:
            seen.add(target.pointer)
            part = mapping(target.node)
        found = examples(walk.features, part)
        if found:
            return found
        waiting += map(mapping, sequence(part.get("allOf")))
    return ()


def examples(features: Features, node: Node) -> tuple[Json, ...]:
    """`example`, then `examples`: a list of values (schemas) or a mapping of Example Objects (parameters, contents)."""
    own = features.examples(node)
    return own if _EXAMPLES.isdisjoint(node) else (*own, *_examples(node))


def _examples(node: Node) -> tuple[Json, ...]:
    """Those of a node that has one of the two."""
    if "examples" not in node:
        return (node["example"],)
    found = [node["example"]] if "example" in node else []
    several = node.get("examples")
    if isinstance(several, dict):
        for entry in several.values():
            holder = mapping(entry)
            found += [holder[key] for key in ("value", "dataValue") if key in holder][:1]
    else:
        found += sequence(several)
    return tuple(found)


def named_examples(walk: Recursion, at: str, node: Node) -> tuple[NamedExample, ...]:
    """The entries of the mapping `examples` of a parameter or a content, references followed."""
    several = node.get("examples")
    if not isinstance(several, dict):
        return ()
    found: list[NamedExample] = []
    for name, entry in several.items():
        holder = mapping(walk.references.node(join(at, "examples", name), entry).node)
        value = next((Default(holder[key]) for key in ("value", "dataValue") if key in holder), None)
        found.append(NamedExample(name, value))
    return tuple(found)


_PLAIN_BYTES: Final = ("contentMediaType", "application/octet-stream")
"""How OpenAPI 3.1 says `format: binary`: nothing beyond the type."""


def constraints(node: Node) -> tuple[tuple[str, Json], ...]:
    """The assertions that are documented and not checked, in one order however the author wrote them."""
    shape = node.get("format")
    known = (("format", shape),) if isinstance(shape, str) and shape not in PLAIN_FORMATS else ()
    if CONSTRAINTS.isdisjoint(node):
        return known
    asserted = sorted(CONSTRAINTS.intersection(node), key=DOCUMENTED.index)
    return (*known, *[(key, node[key]) for key in asserted if (key, node[key]) != _PLAIN_BYTES])
