"""The walk from a schema to its type: what is a class, what is not, and the definitions found on the way.

Objects are put on a work list and built later, so that depth costs no stack; each schema is looked at once.
"""

from __future__ import annotations

from collections import deque
from typing import Final

from sdkwright.ir.scalars import Scalar
from sdkwright.ir.types import AnyType, ConstType, Json, ListType, RefType, ScalarType, Type, TypeDef, TypeId
from sdkwright.normalise.extensions import Features
from sdkwright.normalise.nodes import Part, References, Site, mapping, only_reference, sequence, site_below, text
from sdkwright.normalise.report import Report
from sdkwright.normalise.schemas import enums, objects, unions
from sdkwright.normalise.schemas.copies import Copies
from sdkwright.normalise.schemas.files import file_of
from sdkwright.normalise.schemas.keywords import STRUCTURAL, UNCHECKED
from sdkwright.normalise.schemas.merge import View, Views
from sdkwright.normalise.schemas.origins import Origins
from sdkwright.normalise.schemas.recursion import Alias, Choosing
from sdkwright.normalise.schemas.scalars import is_binary, plain_scalar, scalar_type, with_null
from sdkwright.problems import Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.document import SCHEMA_TYPE
from sdkwright.problems.codes.references import REF_CYCLE
from sdkwright.problems.codes.schemas import (
    CONST_NOT_SCALAR,
    DEEP_TYPE,
    NEVER,
    RECURSIVE_WITHOUT_CLASS,
    TOO_MANY_MERGED,
    TOO_MANY_PROPERTIES,
)

_DEEPEST: Final = 64
"""Lists, maps and choices within each other without a class between them."""

_REFERRING: Final = frozenset({"$ref", "allOf"})

MOST_MERGED: Final = 10_000
"""Properties that several parts of an `allOf` declare, over the whole document."""

MOST_PROPERTIES: Final = 500_000
"""Properties of all classes: a chain of `allOf` makes as many as the square of its length."""

Anchor = tuple[int, ...]
"""Where an operation's definitions stand in naming order."""


class Walk:
    """The state of one run over one document."""

    def __init__(
        self,
        features: Features,
        report: Report,
        references: References,
        *,
        deep: bool,
        copies: bool,
        single_choices: bool,
        nullable_references: bool,
        decodes: bool,
    ) -> None:
        self.features = features
        self.report = report
        self.references = references
        self.origins = Origins(references, features)
        self.copies = Copies(wanted=copies)
        self.single_choices = single_choices
        self.nullable_references = nullable_references
        self.decodes = decodes
        self.views = Views(self.origins, features, report, self.copies, deep=deep)
        self.definitions: dict[TypeId, TypeDef] = {}
        self.anchors: dict[TypeId, Anchor] = {}
        self.anchor: Anchor = (0,)
        self.choosing: dict[TypeId, Choosing] = {}
        self.multipart: set[str] = set()
        """The pointers of the objects that are multipart bodies: their binary properties are files."""
        self.file_parts: set[str] = set()
        """The pointers of the members and items of such properties that are files, too, beside something else."""
        self.descriptions: dict[str, str] = {}
        """By the pointer of a schema that has none of its own: the description of the body or response that it stands
        in, or of the first shared one that refers to it."""
        self.first_uses: dict[str, str] = {}
        """By the pointer of a schema that is referred to: the first place that does so."""
        self.error_messages: dict[TypeId, str] = {}
        """The property of an error that holds its message."""
        self.name_patterns = features.name_patterns()
        self._types: dict[str, Type] = {}
        self._ends: dict[str, Site] = {}  # where references that are nothing else lead to
        self._open: dict[str, bool] = {}
        self._merged: dict[tuple[str, ...], str] = {}
        self._work: deque[View] = deque()
        self._properties = 0

    # ------------------------------------------------------------------------------------------------------ entrance

    def type_of(self, site: Site, depth: int = 0) -> Type:
        """The type of a schema.  Definitions that it needs are made or put on the work list."""
        if site.pointer in self.file_parts:
            return file_of(self, site, nullable=False)
        if len(site.parts) == 1 and isinstance(node := site.parts[0].node, dict) and _REFERRING.isdisjoint(node):
            return self._own_type(site, depth)  # So it is with most.
        nullable = False
        trail: list[str] = []
        while (alias := self.alias(site)) is not None:
            self.first_uses.setdefault(alias.part.pointer, site.pointer)
            nullable = nullable or alias.nullable
            site = Site(alias.part.pointer, (alias.part,), alias.part.origin)
            if site.pointer in self._ends:
                site = self._ends[site.pointer]
                break
            if site.pointer in trail:
                return self._circle(site)
            trail.append(site.pointer)
        if trail and not nullable:
            self._ends.update(dict.fromkeys(trail, site))
        found = self._own_type(site, depth)
        return with_null(found) if nullable else found

    def _own_type(self, site: Site, depth: int) -> Type:
        """The type of a site that is no mere reference."""
        known = self._types.get(site.pointer)
        if known is not None:
            return known
        if len(site.parts) == 1:
            if site.parts[0].pointer != site.pointer and (home := self.copies.home(site)) is not site:
                return self._own_type(home, depth)
        else:
            key = tuple(sorted(self.references.node(part.pointer, part.node).pointer for part in site.parts))
            if key not in self._merged and len(self._merged) >= MOST_MERGED:
                return self._last_part(site, depth)
            other = self._merged.setdefault(key, site.pointer)
            if other != site.pointer:
                return self._own_type(Site(other, site.parts, site.origin), depth)
        if site.pointer in self._open:
            return self._recursive(site)
        if depth > _DEEPEST:
            self.report.degraded(
                "schema",
                DEEP_TYPE,
                f"More than {_DEEPEST} lists, maps or choices within each other; the innermost is taken as any value",
                site.pointer,
            )
            return AnyType()
        simple = self._simple(site)
        if simple is not None:
            self._types[site.pointer] = simple
            return simple
        self._open[site.pointer] = False
        view = self.views.of(site)
        found = self._compute(view, depth)
        if self._open.pop(site.pointer) and TypeId(site.pointer) not in self.definitions:
            found = unions.of_one(self, view, found)
        self._types[site.pointer] = found
        return found

    def alias(self, site: Site) -> Alias | None:
        """The reference that the site is, if nothing but annotations and constraints stands beside it."""
        if len(site.parts) == 1 and _REFERRING.isdisjoint(mapping(site.parts[0].node)):
            return None
        nullable = False
        if len(site.parts) == 1 and (reference := only_reference(site.parts[0].node)) is not None:
            target = self.origins.part(reference)
            return None if target is None else Alias(target, False)
        shaping = [part for part in site.parts if _shapes(part.node)] if len(site.parts) > 1 else list(site.parts)
        passed: list[Part] = []
        while len(shaping) == 1:
            part = shaping[0]
            passed.append(part)
            node = mapping(part.node)
            if self.features.type_override(node):
                return None
            reference = text(node.get("$ref"))
            members = sequence(node.get("allOf"))
            keys = set(STRUCTURAL.intersection(node))
            nullable = nullable or (self.nullable_references and node.get("nullable") is True)
            if "type" in keys and (reference is not None or members):
                nullable = nullable or "null" in sequence(node["type"])
                keys = keys - {"type"}
            if reference is not None and keys == {"$ref"}:
                for each in passed:
                    for key in UNCHECKED.intersection(mapping(each.node)):
                        self.views.note(each, key)
                target = self.origins.part(reference)
                return None if target is None else Alias(target, nullable)
            if keys != {"allOf"} or self.copies.keeps(node):
                return None
            shaping = [
                part.below(member, "allOf", str(index)) for index, member in enumerate(members) if _shapes(member)
            ]
        return None

    def alias_target(self, reference: str) -> str:
        """The pointer of the schema that a reference means in the end, past components that are only references."""
        part = self.origins.part(reference)
        seen: set[str] = set()
        while part is not None and part.pointer not in seen:
            seen.add(part.pointer)
            alias = self.alias(Site(part.pointer, (part,), part.origin))
            if alias is None:
                return part.pointer
            part = alias.part
        return "" if part is None else part.pointer

    def force(self, pointer: str) -> bool:
        """Whether a choice refers to itself, so that it must be a definition."""
        return self._open.get(pointer, False)

    def add(self, definition: TypeDef) -> None:
        """A definition, complete."""
        self.definitions[definition.id] = definition
        self.anchors.setdefault(definition.id, self.anchor)

    def later(self, view: View) -> RefType:
        """An object to build when its turn comes.  Raises ProblemsError where that would be too much."""
        self._properties += len(view.properties)
        if self._properties > MOST_PROPERTIES:
            message = f"The classes have more than {MOST_PROPERTIES:,} properties, those that `allOf` repeats included"
            raise ProblemsError([Problem(Severity.ERROR, TOO_MANY_PROPERTIES, message, pointer=view.site.pointer)])
        type_id = TypeId(view.site.pointer)
        self.anchors.setdefault(type_id, self.anchor)
        self._work.append(view)
        return RefType(type_id)

    def drain(self) -> None:
        """Build every object that is waiting, and those that they bring."""
        while self._work:
            self.add(objects.build(self, self._work.popleft()))

    # ------------------------------------------------------------------------------------------------------- dispatch

    def _last_part(self, site: Site, depth: int) -> Type:
        """Rings of different lengths that are merged make as many classes as the product of their lengths."""
        self.report.degraded(
            "schema",
            TOO_MANY_MERGED,
            f"More than {MOST_MERGED} properties are declared by several parts; here the last part alone is generated",
            site.pointer,
        )
        part = site.parts[-1]
        return self.type_of(Site(part.pointer, (part,), part.origin), depth)

    def _circle(self, site: Site) -> Type:
        self.report.degraded(
            "schema",
            REF_CYCLE,
            "These references lead in a circle and never to a schema; any value is taken",
            site.pointer,
            remedy="Let one of them lead to a schema.",
        )
        return AnyType()

    def _recursive(self, site: Site) -> Type:
        if self._open[site.pointer] or unions.stays_choice(self, site):
            self._open[site.pointer] = True
            return RefType(TypeId(site.pointer))
        self.report.degraded(
            "schema",
            RECURSIVE_WITHOUT_CLASS,
            "This schema contains itself without an object or a choice between; the inner one is taken as any value",
            site.pointer,
        )
        return AnyType()

    def _simple(self, site: Site) -> Type | None:
        """A plain scalar, the commonest case, found without a view."""
        if len(site.parts) != 1 or not isinstance(node := site.parts[0].node, dict):
            return None
        found = plain_scalar(node, decodes=self.decodes)
        return None if found is None or self.features.type_override(node) else found

    def _compute(self, view: View, depth: int) -> Type:
        site = view.site
        if view.never:
            self.report.degraded(
                "schema", NEVER, "The schema `false` allows no value; it is taken as any value", site.pointer
            )
            return AnyType()
        if not view.is_silent and self.features.type_override(view.keywords):
            return AnyType()
        types = view.types or ()
        nullable = "null" in types
        if nullable:
            types = tuple(kind for kind in types if kind != "null")
        found: Type | None = None
        if "const" in view.keywords:
            found = self._const(view)
        elif "enum" in view.keywords:
            found = enums.enum_type(self, view, types)
        elif view.choices:
            found = unions.choice_type(self, view, types, depth)
        if found is None:
            if len(types) > 1:
                found = unions.type_list(self, view, types, depth)
            elif types or not nullable:
                found = self._by_kind(view, types[0] if types else view.hint(), depth)
            else:
                return ScalarType(Scalar.NULL)
        return with_null(found) if nullable else found

    def _by_kind(self, view: View, kind: str | None, depth: int) -> Type:
        match kind:
            case None:
                return AnyType()
            case "object":
                return objects.object_type(self, view, depth)
            case "array":
                return self._list(view, depth)
            case "string" | "integer" | "number" | "boolean":
                return scalar_type(kind, view.keywords, decodes=self.decodes)
            case _:
                self.report.degraded(
                    "schema",
                    SCHEMA_TYPE,
                    f"{shown(kind)} is no type of JSON Schema; any value is taken",
                    view.site.pointer,
                    remedy="Use object, array, string, integer, number, boolean or null.",
                )
                return AnyType()

    def _const(self, view: View) -> Type:
        value = view.keywords["const"]
        if value is None:
            return ScalarType(Scalar.NULL)
        if isinstance(value, str | int | float | bool):
            return ConstType(value)
        self.report.degraded(
            "keyword",
            CONST_NOT_SCALAR,
            "A constant list or mapping has no Python literal; any value is taken",
            f"{view.site.pointer}/const",
        )
        return AnyType()

    def _list(self, view: View, depth: int) -> Type:
        if view.prefix_items:
            return unions.tuple_type(self, view, depth)
        if not view.items:
            return ListType(AnyType())
        site = objects.item_site(self, view)
        return ListType(self.type_of(site, depth + 1))

    # -------------------------------------------------------------------------------------------------------- files

    def note_multipart(self, site: Site) -> None:
        """Note that an object is a multipart body, and which members of its properties' choices are files.

        It must be said of all bodies before any of them is built.
        """
        alias = self.alias(site)
        at = site.pointer if alias is None else alias.part.pointer
        if at in self.multipart:
            return
        self.multipart.add(at)
        view = self.views.of(site)
        for choice in view.choices:
            for part in choice.members:
                self.note_multipart(Site(part.pointer, (part,), part.origin))
        for name, parts in view.properties.items():
            self._note_files(objects.property_site(self, view, name, parts), 0)

    def _note_files(self, site: Site, depth: int) -> None:
        view = self.views.of(site)
        if depth > _DEEPEST or len(view.choices) != 1:
            return
        for part in view.choices[0].members:
            member = Site(part.pointer, (part,), part.origin)
            own = self.views.of(member)
            if is_binary(own.keywords, own.types):
                self.file_parts.add(part.pointer)
            elif own.items and "array" in (own.types or ("array",)):
                items = objects.item_site(self, own)
                of_items = self.views.of(items)
                if is_binary(of_items.keywords, of_items.types):
                    self.file_parts.add(items.pointer)
            else:
                self._note_files(member, depth + 1)

    def file_type(self, site: Site) -> Type | None:
        """The type of a binary property of a multipart body, or of a list of such; None if it is neither."""
        view = self.views.of(site)
        nullable = "null" in (view.types or ())
        if is_binary(view.keywords, view.types):
            return file_of(self, site, nullable=nullable)
        if view.items and "array" in (view.types or ("array",)):
            inner = self.file_type(objects.item_site(self, view))
            return None if inner is None else ListType(inner, nullable)
        if len(view.choices) == 1 and not view.properties:
            members = [m for m in view.choices[0].members if mapping(m.node).get("type") != "null"]
            if len(members) == 1:
                inner = self.file_type(site_below(site.origin, (members[0],)))
                return None if inner is None else with_null(inner)
        return None


def _shapes(node: Json) -> bool:
    return node is False or (isinstance(node, dict) and not STRUCTURAL.isdisjoint(node))
