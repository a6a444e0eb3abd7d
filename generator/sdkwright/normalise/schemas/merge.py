"""One view of everything that applies at a site: references followed, `allOf` merged (JSON Schema 2020-12, 10.2.1.1).

Merging does not inline what is named.  What is inside of a referred schema keeps the place where it was written, so
that all who take it over share its inline classes; or each of them has a copy, see `copies`.  The walk over parts has
a stack of its own and meets each reference once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sdkwright.frozen import Frozen, replace
from sdkwright.ir.types import Json
from sdkwright.normalise.extensions import Features
from sdkwright.normalise.nodes import Node, Part, Site, mapping, sequence, text
from sdkwright.normalise.report import Report
from sdkwright.normalise.schemas.copies import Copies
from sdkwright.normalise.schemas.keywords import ARRAY_HINTS, CONSTRAINTS, KNOWN, OBJECT_HINTS, STRUCTURAL, UNCHECKED
from sdkwright.normalise.schemas.origins import Origins
from sdkwright.openapi.pointer import join
from sdkwright.problems import shown
from sdkwright.problems.codes.schemas import ALLOF_CONFLICT, UNCHECKED_KEYWORD

_COMPOSING: Final = frozenset({"$ref", "allOf"})
_TAKEN: Final = STRUCTURAL.union({"dependentSchemas"}) - {"discriminator", *_COMPOSING}
"""What shapes a view by itself."""
_SEEN: Final = KNOWN - UNCHECKED
_SHOWN: Final = STRUCTURAL - {"discriminator"}
"""What is no annotation and no constraint."""
_TAKEN_OVER: Final = frozenset({"description", "example", "examples"})
"""What a schema that is composed of several says like the last of them that says it."""


class Choice(Frozen):
    """One `anyOf` or `oneOf`, with the discriminator that stands beside it."""

    keyword: str
    pointer: str
    """Of the schema that it stands in."""
    members: tuple[Part, ...]
    discriminator: Json = None


class View:
    """What applies at a site.  `keywords` holds all that is not listed on its own, and of one part that too."""

    __slots__ = (
        "additional",
        "choices",
        "closed",
        "dependent",
        "is_silent",
        "items",
        "keywords",
        "never",
        "parts",
        "pattern_values",
        "prefix_items",
        "properties",
        "required",
        "site",
        "types",
    )

    def __init__(self, site: Site) -> None:
        self.site = site
        self.parts: list[Part] = []
        """Every part that is a mapping, without its references and `allOf`."""
        self.keywords: dict[str, Json] = {}
        self.types: tuple[str, ...] | None = None
        self.properties: dict[str, tuple[Part, ...]] = {}
        self.required: dict[str, str] = {}
        """Name -> the pointer of the list that requires it."""
        self.additional: Part | None = None
        self.closed = False
        """Some part forbids further properties."""
        self.dependent = False
        """Some part has properties that only apply where another one is there (`dependentSchemas`)."""
        self.pattern_values: list[Part] = []
        self.items: tuple[Part, ...] = ()
        self.prefix_items: tuple[Part, ...] = ()
        self.choices: list[Choice] = []
        self.never = False
        """Some part is the schema `false`."""
        self.is_silent = False
        """It is sure that no keyword is an extension which is read."""

    def hint(self) -> str | None:
        """The kind of a schema without `type`, from the keywords that only one kind has."""
        if self.properties or self.pattern_values or self.additional is not None:
            return "object"
        if self.items or self.prefix_items:
            return "array"
        written = {key for part in self.parts for key in mapping(part.node)}
        if not written.isdisjoint(OBJECT_HINTS):
            return "object"
        return None if written.isdisjoint(ARRAY_HINTS) else "array"


class Views:
    """Makes views."""

    def __init__(self, origins: Origins, features: Features, report: Report, copies: Copies, *, deep: bool) -> None:
        self._origins = origins
        self._features = features
        self._report = report
        self._deep = deep
        self._copies = copies

    def of(self, site: Site) -> View:
        """Everything that applies at the site."""
        view = View(site)
        part = site.parts[0]
        if len(site.parts) == 1 and isinstance(part.node, dict) and _COMPOSING.isdisjoint(part.node):
            view.parts.append(part)  # So it is with most.
            view.keywords = part.node
            view.is_silent = self._features.are_silent(part.node)
            self._take(view, part, part.node, direct=True)
            return view
        own: list[tuple[Part, bool]] = []
        for part, direct in self._parts(site):
            if isinstance(part.node, bool):
                view.never = view.never or not part.node
                continue
            self._take(view, part, mapping(part.node), direct=direct)
            view.parts.append(part)
            own.append((part, direct))
        self._annotate(view, own)
        return view

    def _parts(self, site: Site) -> Iterator[tuple[Part, bool]]:
        """All parts, in the order of the document; `True` for those that no reference led to."""
        seen = {part.pointer for part in site.parts}
        stack: list[tuple[Part, bool]] = [(part, True) for part in reversed(site.parts)]
        while stack:
            part, direct = stack.pop()
            node = mapping(part.node)
            before: list[tuple[Part, bool]] = []
            after: list[tuple[Part, bool]] = []
            reference = text(node.get("$ref"))
            if reference is not None:
                target = self._origins.part(reference)
                if target is not None and target.pointer not in seen:
                    seen.add(target.pointer)
                    before.append((self._copies.taken_over(target, site), False))
            members = sequence(node.get("allOf"))
            if members:
                keys = list(node)
                own_first = "properties" in node and keys.index("properties") < keys.index("allOf")
                inline = [(part.below(member, "allOf", str(i)), direct) for i, member in enumerate(members)]
                inline.sort(key=lambda one: not self._is_composed(one[0]))
                (after if own_first else before).extend(inline)
            if "$ref" in node or "allOf" in node:
                own = {key: value for key, value in node.items() if key not in ("$ref", "allOf")}
                stack.extend(reversed(after))
                if own:
                    stack.append((replace(part, node=own), direct))
                stack.extend(reversed(before))
            else:
                yield part, direct

    def _is_composed(self, part: Part) -> bool:
        """Whether a part is composed of others itself: those come first, as in published classes."""
        node = mapping(part.node)
        reference = text(node.get("$ref"))
        target = self._origins.part(reference) if reference is not None else None
        return "allOf" in (node if target is None else mapping(target.node))

    def _take(self, view: View, part: Part, node: Node, *, direct: bool) -> None:
        seen = self._report.seen
        for key, value in node.items():
            if key not in _TAKEN:
                if key in seen:
                    seen[key] += 1
                else:
                    self.note(part, key)
                continue
            match key:
                case "type":
                    self._merge_type(view, part, value)
                case "enum" | "format" | "const" | "contentEncoding":
                    self._merge_keyword(view, part, key, value)
                case "properties":
                    self._merge_properties(view, part, mapping(value))
                case "required":
                    for name in sequence(value):
                        if isinstance(name, str):
                            view.required.setdefault(name, f"{part.pointer}/required")
                case "additionalProperties" | "unevaluatedProperties":
                    view.closed = view.closed or value is False
                    if view.additional is None and isinstance(value, bool | dict) and value is not False:
                        view.additional = part.below(value, key)
                case "dependentSchemas":
                    view.dependent = True
                    self.note(part, key)
                case "patternProperties":
                    view.pattern_values += part.all_below(mapping(value), key).values()
                case "items":
                    if not isinstance(value, list):
                        view.items = (*view.items, part.below(value, "items"))
                    elif not view.prefix_items:
                        view.prefix_items = part.each_below(value, key)
                case "prefixItems":
                    view.prefix_items = view.prefix_items or part.each_below(sequence(value), key)
                case _:  # `anyOf` or `oneOf`
                    self._take_choice(view, part, key, direct=direct)

    def _take_choice(self, view: View, part: Part, key: str, *, direct: bool) -> None:
        """A parent lists its children in `oneOf` and each child takes it over by `allOf`: the child is no choice."""
        node = mapping(part.node)
        members = part.each_below(sequence(node.get(key)), key)
        if not members:
            return
        self._report.saw(key, part.pointer)
        if not direct:
            site = {view.site.pointer, *(own.pointer for own in view.site.parts)}
            targets = (self._origins.part(ref) for m in members if (ref := text(mapping(m.node).get("$ref"))))
            if any(target is not None and target.pointer in site for target in targets):
                return
        view.choices.append(Choice(key, part.pointer, members, node.get("discriminator")))

    def note(self, part: Part, key: str) -> None:
        """Say what becomes of a keyword that shapes nothing."""
        if key in _SEEN:
            self._report.saw(key, part.pointer)
        elif key in UNCHECKED:
            self._report.degraded(
                "keyword",
                UNCHECKED_KEYWORD,
                f"No type can express `{key}`; the rest of the schema is generated without it",
                f"{part.pointer}/{key}",
            )
        elif not key.startswith("x-"):
            self._report.left_out("keyword", join(part.pointer, key), "not a keyword of OpenAPI or JSON Schema")

    def _merge_type(self, view: View, part: Part, value: Json) -> None:
        self._report.saw("type", part.pointer)
        if isinstance(value, str) and view.types is None:
            view.types = (value,)
            return
        given = (value,) if isinstance(value, str) else tuple(one for one in sequence(value) if isinstance(one, str))
        if not given:
            return
        if view.types is None:
            view.types = given if len(given) == 1 else tuple(dict.fromkeys(given))
            return
        common = tuple(kind for kind in view.types if kind in given or (kind == "integer" and "number" in given))
        common = common or tuple(kind for kind in given if kind == "integer" and "number" in view.types)
        if common and not self._deep and "null" in (*view.types, *given):
            common = (*(kind for kind in common if kind != "null"), "null")  # the shallow merge keeps `nullable`
        if common:
            view.types = common
        else:
            self._conflict(part, "type", f"{shown(list(view.types))} and {shown(list(given))}")

    def _merge_keyword(self, view: View, part: Part, key: str, value: Json) -> None:
        self._report.saw(key, part.pointer)
        if view.keywords is part.node:
            return
        held = view.keywords.get(key)
        if key not in view.keywords or held == value:
            view.keywords[key] = value
        elif key == "enum":
            allowed = sequence(value)
            common = [item for item in sequence(held) if item in allowed]
            if common:
                view.keywords[key] = common
            else:
                view.keywords[key] = value
                self._conflict(part, key, "two lists without a common value")
        else:
            view.keywords[key] = value
            if key == "const":
                self._conflict(part, key, f"{shown(held)} and {shown(value)}")

    def _conflict(self, part: Part, key: str, what: str) -> None:
        self._report.degraded(
            "keyword", ALLOF_CONFLICT, f"No value satisfies all parts here: `{key}` is {what}", f"{part.pointer}/{key}"
        )

    def _merge_properties(self, view: View, part: Part, properties: Node) -> None:
        self._report.saw("properties", part.pointer)
        new = part.all_below(properties, "properties")
        if not view.properties:
            view.properties = {name: (one,) for name, one in new.items()}
            return
        for name, one in new.items():
            held = view.properties.get(name)
            if held is None or not self._deep:
                view.properties[name] = (one,)
            elif not any(other.node == one.node for other in held):
                view.properties[name] = (*held, one)

    def _annotate(self, view: View, parts: list[tuple[Part, bool]]) -> None:
        """Annotations and constraints: the site's own win over those of inline parts, these over referred ones."""
        site = view.site
        own = {part.pointer for part in site.parts}
        referred = [part for part, direct in parts if not direct]
        inline = [part for part, direct in parts if direct and part.pointer not in own]
        outer = [part for part, direct in parts if direct and part.pointer in own]
        several = len(referred) + len(inline) > 1 or len(site.parts) > 1
        for group in (referred, inline, outer):
            for part in group:
                for key, value in mapping(part.node).items():
                    if key in _SHOWN:
                        continue
                    if several and group is referred and key not in CONSTRAINTS and key not in _TAKEN_OVER:
                        continue
                    view.keywords[key] = value
