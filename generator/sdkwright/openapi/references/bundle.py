"""Follow every `$ref` and make one document of all files, in which each `$ref` is a local pointer that leads somewhere.

What other files hold is copied to `components` under a key that is still free; a component that is nothing but a
reference to a file becomes what the file holds.  Only places where the grammar allows a reference are looked at, so
an example or an extension may hold any `$ref` it likes.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Final, TypeAlias

from sdkwright.openapi.data import Container, Json, JsonMap, kind_of
from sdkwright.openapi.files import Files, RefusedError
from sdkwright.openapi.grammar.model import Grammar, Item, children
from sdkwright.openapi.limits import MAX_NODES
from sdkwright.openapi.pointer import join, make, split, step_all
from sdkwright.openapi.positions import Place, Positions, copied
from sdkwright.openapi.references.resolve import Origin, Resolver, Target, is_pure
from sdkwright.openapi.references.splice import Splicer
from sdkwright.openapi.report import Report
from sdkwright.problems import ProblemsError, shown
from sdkwright.problems.codes.document import WRONG_TYPE
from sdkwright.problems.codes.references import (
    ABSOLUTE_REF,
    REF_KIND,
    REF_OUTSIDE,
    TOO_MANY_FILES,
)
from sdkwright.problems.codes.schemas import DISCRIMINATOR_MAPPING
from sdkwright.problems.codes.syntax import TOO_MANY_NODES

SECTIONS_3: Final[dict[str, tuple[str, ...]]] = {
    "schema": ("components", "schemas"),
    "response": ("components", "responses"),
    "parameter": ("components", "parameters"),
    "example": ("components", "examples"),
    "requestBody": ("components", "requestBodies"),
    "header": ("components", "headers"),
    "securityScheme": ("components", "securitySchemes"),
    "link": ("components", "links"),
    "callback": ("components", "callbacks"),
    "pathItem": ("components", "pathItems"),
    "mediaType": ("components", "mediaTypes"),
}
"""Where each kind of component lives."""

SECTIONS_2: Final[dict[str, tuple[str, ...]]] = {
    "schema": ("definitions",),
    "response": ("responses",),
    "parameter": ("parameters",),
    "pathItem": ("x-path-items",),
}
"""The same for Swagger 2.0, which has no place for path items."""

_UNSAFE: Final = frozenset({ABSOLUTE_REF, REF_OUTSIDE, TOO_MANY_FILES, TOO_MANY_NODES})
"""What stops the run: references into the rest of the machine, and more than may be read."""

_VISITED: Final = frozenset({"discriminator", "security"})
_LEADING: Final = frozenset({"$ref", "$dynamicRef"})
"""Kinds of objects, and keys of any, of which something may have to be rewritten."""
_NOT_IN_KEY: Final = re.compile(r"[^A-Za-z0-9._-]+")


_Area: TypeAlias = tuple[str, Json, str, Origin]
"""A part of the bundled document: kind, node and pointer, and where its references are read from."""


class Bundler:
    """Rewrites the references of one document in place; what is wrong goes to the report."""

    def __init__(
        self, files: Files, root: JsonMap, grammar: Grammar, sections: dict[str, tuple[str, ...]], report: Report
    ) -> None:
        self.files = files
        self.root = root
        self.grammar = grammar
        self.sections = sections
        self.report = report
        self.positions: Positions = report.positions
        self.kinds: dict[int, str] = {}
        """What each object of the document is, by identity."""
        self.placed: dict[tuple[int, str], str] = {}
        """(identity of a node in its file, kind): its pointer in the document."""
        self.work: list[_Area] = [("document", root, "#", Origin(files.root))]
        self.items: list[Item] = []
        """The objects of the document; none where that is not certain, since some came later or stand there twice."""
        self.checks: list[tuple[JsonMap, str, str, Json]] = []
        """References to the document itself, checked at the end: node, kind, pointer, target."""
        self._told: set[tuple[Path, str, str]] = set()
        """Unsafe references that were reported: file, text, kind."""
        self._outside: list[tuple[JsonMap, str, str]] = []
        """References out of the folder: node, pointer, message; what to type is known when all of them are."""
        self._brought = 0
        self.resolver = Resolver(files, root, grammar, sections)
        self.splicer = Splicer(self.resolver, grammar, self.positions, self._count, self._refuse_splice)

    def bundle(self) -> None:
        """Follow every reference, then check that each leads to an object of the right kind."""
        self._splice_sections()
        self._adopt_components()
        self.items, is_whole = self._walk(self.work.pop(0))
        while self.work:
            more, _ = self._walk(self.work.pop(0))
            is_whole = is_whole and not more
        if not is_whole:
            self.items = []
        self._report_outside()
        for node, kind, pointer, target in self.checks:
            if self.kinds.get(id(target)) != kind:
                self._check_kind(node, kind, pointer, target)
        del self.splicer  # It leads back here, and nobody takes circles apart.

    def _walk(self, area: _Area) -> tuple[list[Item], bool]:
        """Rewrite the references from one object down, parents before children: the objects that were not met before,
        and whether these are all."""
        origins, kinds, grammar = self.resolver.origins, self.kinds, self.grammar
        work = [area]
        items: list[Item] = []
        is_whole = True
        while work:
            kind, node, pointer, origin = work.pop()
            if not isinstance(node, dict):
                continue
            if id(node) in kinds:
                is_whole = False
                continue
            kinds[id(node)] = kind
            items.append((kind, node, pointer))
            self.splicer.splice(kind, node, pointer, origin)
            if kind in _VISITED or not _LEADING.isdisjoint(node):
                self._visit(origin.file, kind, node, pointer)
            if origins:
                self.resolver.read.add(id(node))
            if below := children(grammar, kind, node, pointer):
                if origins:
                    work += [(inner, child, at, origins.get(id(child), origin)) for inner, child, at in reversed(below)]
                else:
                    work += [(inner, child, at, origin) for inner, child, at in reversed(below)]
        return items, is_whole

    def _section(self, path: tuple[str, ...]) -> JsonMap:
        """The mapping of components at `path`, which is made where there is none or nothing is written."""
        section = self.root
        for token in path:
            child = section.get(token)
            if child is None:
                child = section[token] = {}
            if not isinstance(child, dict):
                return {}  # The structure is reported as wrong, and what refers here with it.
            section = child
        return section

    # ------------------------------------------------------------------------------------------------- rewriting

    def _visit(self, file: Path, kind: str, node: JsonMap, pointer: str) -> None:
        if self.grammar[kind].reference:
            if kind == "schema" and isinstance(node.get("$dynamicRef"), str) and "$ref" not in node:
                node["$ref"] = node.pop("$dynamicRef")
                self.positions.moved(node, "$ref", Place(node, "$dynamicRef"))
            if isinstance(reference := node.get("$ref", ""), str):
                if "$ref" in node:
                    self._rewrite(file, kind, node, pointer)
            else:
                message = f"`$ref` is {kind_of(reference)}, not text"
                self.report.fault(WRONG_TYPE, message, node, "$ref", f"{pointer}/$ref", "Write where it leads.")
        if kind == "discriminator":
            self._rewrite_mapping(file, node, pointer)
        if kind == "security" and any("#" in key or "/" in key for key in node):
            self._rewrite_requirement(file, node, pointer)

    def _rewrite(self, file: Path, kind: str, node: JsonMap, pointer: str) -> None:
        try:
            target = self.resolver.resolve(file, kind, str(node["$ref"]))
            node["$ref"] = self._home(target, kind, node, pointer)
        except (RefusedError, ProblemsError) as error:
            self._refuse(file, kind, node, f"{pointer}/$ref", error)

    def _refuse_splice(
        self, origin: Origin, kind: str, node: JsonMap, pointer: str, error: RefusedError | ProblemsError
    ) -> None:
        self._refuse(origin.file, kind, node, pointer, error, is_key=True)

    def _refuse(
        self,
        file: Path,
        kind: str,
        node: JsonMap,
        pointer: str,
        error: RefusedError | ProblemsError,
        *,
        is_key: bool = False,
    ) -> None:
        """What leads nowhere costs its own part; what must not be followed is an error, once for each text."""
        if isinstance(error, ProblemsError):
            self.report.problems.extend(error.problems)
            return
        reference = str(node["$ref"])
        if error.code not in _UNSAFE:
            self.report.fault(error.code, error.message, node, "$ref", pointer, error.remedy, is_key=is_key)
        elif (unsafe := (file, reference, kind)) not in self._told:
            self._told.add(unsafe)
            if error.code == REF_OUTSIDE:
                self._outside.append((node, pointer, error.message))
            else:
                self.report.error(error.code, error.message, node, "$ref", pointer, error.remedy)

    def _report_outside(self) -> None:
        wider = self.files.root_to_type()
        remedy = f"With `--ref-root {shlex.quote(wider)}` the document may have files there." if wider else ""
        for node, pointer, message in self._outside:
            self.report.error(REF_OUTSIDE, message, node, "$ref", pointer, remedy)

    def _rewrite_mapping(self, file: Path, node: JsonMap, pointer: str) -> None:
        """The values of a mapping are names of schemas or references; what leads nowhere is left out."""
        mapping, otherwise = node.get("mapping"), node.get("defaultMapping")
        if isinstance(otherwise, str) and (home := self._tagged(file, node, otherwise, pointer)) is not None:
            node["defaultMapping"] = home
        for tag, value in list(mapping.items()) if isinstance(mapping, dict) else ():
            home = self._tagged(file, node, value, pointer) if isinstance(value, str) else None
            if home is not None and isinstance(mapping, dict):
                mapping[tag] = home
            elif isinstance(value, str) and isinstance(mapping, dict):
                self.report.warning(
                    DISCRIMINATOR_MAPPING,
                    f"The tag {shown(tag)} is mapped to {shown(value)}, which is no schema of the document",
                    mapping,
                    tag,
                    join(pointer, "mapping", tag),
                    remedy="Name a schema, or remove the entry; it is left out.",
                )
                del mapping[tag]

    def _tagged(self, file: Path, node: JsonMap, value: str, pointer: str) -> str | None:
        """The pointer of the schema that a discriminator names; None if it names none."""
        schemas = step_all(self.root, self.sections["schema"])
        if isinstance(schemas, dict) and value in schemas:
            return make((*self.sections["schema"], value))
        try:
            target = self.resolver.resolve(file, "schema", value)
            return self._home(target, "schema", node, pointer)
        except (RefusedError, ProblemsError):
            return None

    def _rewrite_requirement(self, file: Path, node: JsonMap, pointer: str) -> None:
        """A key is the address of a scheme where no scheme has it as its name (OpenAPI 3.2, section 4.29)."""
        path = self.sections.get("securityScheme")
        if path is None:
            return
        schemes = step_all(self.root, path)
        written = list(node.items())
        node.clear()
        for key, scopes in written:
            name = key
            if ("#" in key or "/" in key) and not (isinstance(schemes, dict) and key in schemes):
                try:
                    target = self.resolver.resolve(file, "securityScheme", key)
                    home = split(self._home(target, "securityScheme", node, pointer))
                    name = home[-1] if home else key  # The document as a whole is no scheme.
                except (RefusedError, ProblemsError):
                    name = key  # Requirements of schemes that there are none of are reported with the operations.
            node[name] = scopes
            if name != key:
                self.positions.moved(node, name, Place(node, key))

    def _home(self, target: Target, kind: str, node: JsonMap, pointer: str) -> str:
        """The pointer of the target in the bundled document; the target is brought there if it is not yet."""
        if target.file is self.files.root or target.file == self.files.root:  # Paths are slow to compare.
            self.checks.append((node, kind, pointer, target.node))
            if isinstance(target.node, dict) and id(target.node) not in self.kinds:
                origin = self.resolver.origins.get(id(target.node), Origin(target.base))
                self.work.append((kind, target.node, target.pointer, origin))
            return target.pointer
        key = (id(target.node), kind)
        if key not in self.placed or isinstance(target.node, bool):
            self.placed[key] = self._place(target, kind)
        return self.placed[key]

    def _place(self, target: Target, kind: str) -> str:
        path = self.sections.get(kind)
        if path is None:
            message = f"A {self.grammar[kind].label} of another file has no place in this version of OpenAPI"
            raise RefusedError(REF_KIND, message, "Write it here.")
        self._count(target.node)
        section = self._section(path)
        return self._put(section, path, _free(section, target), kind, target)

    def _put(self, section: JsonMap, path: tuple[str, ...], name: str, kind: str, target: Target) -> str:
        """Put a copy of what stands in another file under `name`, and see to its references."""
        copy = section[name] = copied(target.node, self.positions)
        home = make((*path, name))
        if isinstance(copy, dict | list):
            self.positions.moved(section, name, Place(copy))
            origin = self.resolver.origins[id(copy)] = Origin(target.base, (), target.node)
            self.work.append((kind, copy, home, origin))
        return home

    def _count(self, node: Json) -> None:
        """Stop before references into other files make the document larger than a document may be."""
        work = [node]
        while work and self._brought <= MAX_NODES:
            each = work.pop()
            self._brought += 1
            if isinstance(each, dict | list):
                work.extend(each.values() if isinstance(each, dict) else each)
        if self._brought > MAX_NODES:
            message = f"The files referred to bring more than {MAX_NODES:,} nodes"
            raise RefusedError(TOO_MANY_NODES, message, "Refer to named schemas instead of overlapping parts.")

    def _splice_sections(self) -> None:
        """Whole sections of components that stand in other files, before any reference to one of them is followed."""
        origin = Origin(self.files.root)
        components = self.root.get("components")
        if isinstance(components, dict) and "components" in self.grammar:
            self.splicer.splice("components", components, "#/components", origin)
        else:
            self.splicer.splice("document", self.root, "#", origin)

    def _adopt_components(self) -> None:
        """A component that stands in another file keeps its own name: one brought with its section, or a reference."""
        for kind, path in self.sections.items():
            section = step_all(self.root, path)
            for name, node in list(section.items()) if isinstance(section, dict) else ():
                origin = self.resolver.origins.get(id(node), Origin(self.files.root))
                if origin.node is not None:
                    self.placed[id(origin.node), kind] = make((*path, name))
                if isinstance(section, dict) and is_pure(node):
                    self._adopt(section, path, name, kind, origin)

    def _adopt(self, section: JsonMap, path: tuple[str, ...], name: str, kind: str, origin: Origin) -> None:
        node = section[name]
        assert isinstance(node, dict), "a reference"
        try:
            target = self.resolver.resolve(origin.file, kind, str(node["$ref"]))
            key = (id(target.node), kind)
            if target.file == self.files.root or key in self.placed or not isinstance(target.node, dict):
                return
            self._count(target.node)
        except (RefusedError, ProblemsError):
            return  # Reported when the walk comes to it.
        self.placed[key] = self._put(section, path, name, kind, target)

    # -------------------------------------------------------------------------------------------------- checking

    def _check_kind(self, node: JsonMap, kind: str, pointer: str, target: Json) -> None:
        actual = self.kinds.get(id(target)) if isinstance(target, dict) else None
        if actual is None or actual == kind or {actual, kind} <= {"schema", "items"}:
            return
        shape = self.grammar
        self.report.fault(
            REF_KIND,
            f"A {shape[kind].label} belongs here, but {shown(node.get('$ref'), 100)} is a {shape[actual].label}",
            node,
            "$ref",
            pointer + "/$ref",
            remedy=f"Refer to a {shape[kind].label}.",
        )


def _free(taken: Container, target: Target) -> str:
    """A key that is free: the last key of the pointer, or the name of the file; numbered if it is taken."""
    raw = target.tokens[-1] if target.tokens else target.file.name.split(".")[0]
    base = _NOT_IN_KEY.sub("_", raw).strip("_")[:120] or "part"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    return name
