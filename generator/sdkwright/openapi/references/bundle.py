"""Follow every `$ref` and make one document of all files, in which each `$ref` is a local pointer that leads somewhere.

What other files hold is copied to `components` under a key that is still free; a component that is nothing but a
reference to a file becomes what the file holds.  Only places where the grammar allows a reference are looked at, so
an example or an extension may hold any `$ref` it likes.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sdkwright.openapi.data import Json, JsonMap, kind_of
from sdkwright.openapi.files import Files, RefusedError
from sdkwright.openapi.grammar.model import Grammar, objects
from sdkwright.openapi.limits import MAX_NODES
from sdkwright.openapi.pointer import join, make, parse, split, step, step_all
from sdkwright.openapi.positions import Place, Positions, copied
from sdkwright.openapi.references.anchors import named_schemas
from sdkwright.openapi.report import Report
from sdkwright.problems import ProblemsError, shown
from sdkwright.problems.codes.references import (
    ABSOLUTE_REF,
    BAD_POINTER,
    DANGLING_REF,
    REF_CYCLE,
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

_NOT_IN_KEY: Final = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class _Area:
    """A part of the bundled document that came from one file: references in it are read from there."""

    node: Json
    kind: str
    pointer: str
    file: Path


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a reference leads: a file, the keys in it, and what stands there."""

    file: Path
    tokens: tuple[str, ...]
    node: Json


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
        self.arrived: dict[tuple[str, ...], dict[str, Json]] = {path: {} for path in sections.values()}
        """What other files brought, by section and key: put into the document when the walk is over."""
        self.work: list[_Area] = [_Area(root, "document", "#", files.root)]
        self.checks: list[tuple[JsonMap, str, str, Json]] = []
        """References to the document itself, checked at the end: node, kind, pointer, target."""
        self._told: set[tuple[Path, str, str]] = set()
        """Unsafe references that were reported: file, text, kind."""
        self._brought = 0
        self._anchors: dict[Path, dict[str, tuple[str, ...]]] = {}
        self._ids: dict[str, tuple[str, ...]] | None = None

    def bundle(self) -> None:
        """Follow every reference, then check that each leads to an object of the right kind."""
        self._adopt_components()
        while self.work:
            area = self.work.pop(0)
            for kind, node, pointer in objects(area.node, self.grammar, area.kind, area.pointer):
                if id(node) in self.kinds:
                    continue
                self.kinds[id(node)] = kind
                self._visit(area, kind, node, pointer)
        for path, nodes in self.arrived.items():
            self._settle(path, nodes)
        for node, kind, pointer, target in self.checks:
            self._check_kind(node, kind, pointer, target)

    def _settle(self, path: tuple[str, ...], nodes: dict[str, Json]) -> None:
        """Put what other files brought where its references expect it."""
        section = self.root
        for token in path if nodes else ():
            child = section.setdefault(token, {})
            if not isinstance(child, dict):
                return  # The structure is reported as wrong.
            section = child
        for name, node in nodes.items():
            section[name] = node
            if isinstance(node, dict | list):
                self.positions.moved(section, name, Place(node))

    # ------------------------------------------------------------------------------------------------- rewriting

    def _visit(self, area: _Area, kind: str, node: JsonMap, pointer: str) -> None:
        if self.grammar[kind].reference:
            if kind == "schema" and isinstance(node.get("$dynamicRef"), str) and "$ref" not in node:
                node["$ref"] = node.pop("$dynamicRef")
                self.positions.moved(node, "$ref", Place(node, "$dynamicRef"))
            if isinstance(node.get("$ref"), str):
                self._rewrite(area, kind, node, pointer)
        if kind == "discriminator":
            self._rewrite_mapping(area, node, pointer)

    def _rewrite(self, area: _Area, kind: str, node: JsonMap, pointer: str) -> None:
        reference = str(node["$ref"])
        try:
            target = self._resolve(area, kind, reference)
            node["$ref"] = self._home(target, kind, node, pointer)
        except RefusedError as error:
            self._refuse(area, kind, node, pointer, error)
        except ProblemsError as error:
            self.report.problems.extend(error.problems)

    def _refuse(self, area: _Area, kind: str, node: JsonMap, pointer: str, error: RefusedError) -> None:
        """What leads nowhere costs its own part; what must not be followed is an error, once for each text."""
        reference = str(node["$ref"])
        if error.code not in _UNSAFE:
            self.report.fault(error.code, error.message, node, "$ref", f"{pointer}/$ref", error.remedy)
        elif (unsafe := (area.file, reference, kind)) not in self._told:
            self._told.add(unsafe)
            self.report.error(error.code, error.message, node, "$ref", f"{pointer}/$ref", error.remedy)

    def _rewrite_mapping(self, area: _Area, node: JsonMap, pointer: str) -> None:
        """The values of a mapping are names of schemas or references; what leads nowhere is left out."""
        mapping = node.get("mapping")
        if not isinstance(mapping, dict):
            return
        schemas = step_all(self.root, self.sections["schema"])
        for tag, value in list(mapping.items()):
            if not isinstance(value, str):
                continue
            if isinstance(schemas, dict) and value in schemas:
                mapping[tag] = make((*self.sections["schema"], value))
                continue
            try:
                target = self._resolve(area, "schema", value)
                mapping[tag] = self._home(target, "schema", node, pointer)
            except (RefusedError, ProblemsError):
                self.report.warning(
                    DISCRIMINATOR_MAPPING,
                    f"The tag {shown(tag)} is mapped to {shown(value)}, which is no schema of the document",
                    mapping,
                    tag,
                    join(pointer, "mapping", tag),
                    remedy="Name a schema, or remove the entry; it is left out.",
                )
                del mapping[tag]

    def _home(self, target: _Target, kind: str, node: JsonMap, pointer: str) -> str:
        """The pointer of the target in the bundled document; the target is brought there if it is not yet."""
        if target.file == self.files.root:
            self.checks.append((node, kind, pointer, target.node))
            if isinstance(target.node, dict) and id(target.node) not in self.kinds:
                self.work.append(_Area(target.node, kind, make(target.tokens), target.file))
            return make(target.tokens)
        if not _may_be(kind, target.node):
            raise _wrong_target(kind, target.node, self.grammar)
        key = (id(target.node), kind)
        if key not in self.placed or isinstance(target.node, bool):
            self.placed[key] = self._place(target, kind)
        return self.placed[key]

    def _place(self, target: _Target, kind: str) -> str:
        path = self.sections.get(kind)
        if path is None:
            message = f"A {self.grammar[kind].label} of another file has no place in this version of OpenAPI"
            raise RefusedError(REF_KIND, message, "Write it here.")
        self._count(target.node)
        written = step_all(self.root, path)
        name = _free({*(written if isinstance(written, dict) else ()), *self.arrived[path]}, target)
        copy = copied(target.node, self.positions)
        self.arrived[path][name] = copy
        home = make((*path, name))
        self.work.append(_Area(copy, kind, home, target.file))
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

    def _adopt_components(self) -> None:
        """A component that is only a reference to another file becomes what stands there, under its own name."""
        for kind, path in self.sections.items():
            section = step_all(self.root, path)
            for name, node in list(section.items()) if isinstance(section, dict) else ():
                if not isinstance(node, dict) or not _is_pure(node):
                    continue
                try:
                    target = self._resolve(_Area(node, kind, "#", self.files.root), kind, str(node["$ref"]))
                    key = (id(target.node), kind)
                    if target.file == self.files.root or key in self.placed or not isinstance(target.node, dict):
                        continue
                    self._count(target.node)
                except (RefusedError, ProblemsError):
                    continue  # Reported when the walk comes to it.
                copy = copied(target.node, self.positions)
                self.arrived[path][name] = copy
                self.placed[key] = make((*path, name))
                self.work.append(_Area(copy, kind, self.placed[key], target.file))

    # ------------------------------------------------------------------------------------------------- resolving

    def _resolve(self, area: _Area, kind: str, reference: str) -> _Target:
        """What a reference in `area` leads to, through any further file that only refers on."""
        file, target = area.file, _Target(area.file, (), None)
        for _ in range(100):
            target = self._resolve_once(file, kind, reference)
            node = target.node
            if target.file == self.files.root or not isinstance(node, dict) or not _is_pure(node):
                return target
            file, reference = target.file, str(node["$ref"])
        raise RefusedError(REF_CYCLE, "The references lead in a circle", "Break the circle with a schema of its own.")

    def _resolve_once(self, base: Path, kind: str, reference: str) -> _Target:
        before, _, fragment = reference.partition("#")
        if not before:
            file = base
        elif (tokens := self._identified(base, before)) is not None:
            return self._at(self.files.root, (*tokens, *(parse(fragment) or ())), kind, reference)
        else:
            file = self.files.locate(base, before)
        if fragment and not fragment.startswith("/"):
            return self._at(file, self._anchor(file, fragment), kind, reference)
        tokens = self._spelt(file, fragment)
        if tokens is None:
            message = f"{shown(reference)} is no JSON pointer: ~ stands before 0 or 1 only"
            raise RefusedError(BAD_POINTER, message)
        return self._at(file, tokens, kind, reference)

    def _at(self, file: Path, tokens: tuple[str, ...], kind: str, reference: str) -> _Target:
        node: Json = self.root if file == self.files.root else self.files.tree(file).root
        for token in tokens:
            found, child = step(node, token)
            if not found:
                raise self._dangling(node, token, kind, reference)
            node = child
        if not _may_be(kind, node):
            raise _wrong_target(kind, node, self.grammar)
        return _Target(file, tokens, node)

    def _spelt(self, file: Path, fragment: str) -> tuple[str, ...] | None:
        """The keys of a pointer; a key that itself holds a percent sign may stand there as it is."""
        tokens = parse(fragment)
        if tokens is None or "%" not in fragment:
            return tokens
        root = self.root if file == self.files.root else self.files.tree(file).root
        raw = split(fragment)
        return raw if step_all(root, tokens) is None and step_all(root, raw) is not None else tokens

    def _dangling(self, node: Json, token: str, kind: str, reference: str) -> RefusedError:
        near = difflib.get_close_matches(token, node, 1, 0.6) if isinstance(node, dict) and len(token) < 100 else []
        if near:
            remedy = f"Did you mean {shown(near[0])}?"
        elif kind in self.sections:
            remedy = f"Add it, or refer to something under #/{'/'.join(self.sections[kind])}."
        else:
            remedy = "Add it, or mend the reference."
        message = f"{shown(reference, 100)} leads nowhere: there is no {shown(token)}"
        return RefusedError(DANGLING_REF, message, remedy)

    def _anchor(self, file: Path, name: str) -> tuple[str, ...]:
        if file not in self._anchors:
            tree = self.root if file == self.files.root else self.files.tree(file).root
            self._anchors[file] = dict(named_schemas(tree, ("$anchor", "$dynamicAnchor")))
        if name not in self._anchors[file]:
            message = f"There is no schema with the `$anchor` {shown(name)}"
            raise RefusedError(DANGLING_REF, message, "Write the reference as #/components/…, or add the anchor.")
        return self._anchors[file][name]

    def _identified(self, base: Path, uri: str) -> tuple[str, ...] | None:
        """The place of the schema whose `$id` is exactly `uri`, if the document itself holds one."""
        if base != self.files.root or ":" not in uri:
            return None
        if self._ids is None:
            self._ids = dict(named_schemas(self.root, ("$id",)))
        return self._ids.get(uri)

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


def _free(taken: set[str], target: _Target) -> str:
    """A key that is free: the last key of the pointer, or the name of the file; numbered if it is taken."""
    raw = target.tokens[-1] if target.tokens else target.file.name.split(".")[0]
    base = _NOT_IN_KEY.sub("_", raw).strip("_")[:120] or "part"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    return name


def _is_pure(node: JsonMap) -> bool:
    return len(node) == 1 and isinstance(node.get("$ref"), str)


def _may_be(kind: str, node: Json) -> bool:
    return isinstance(node, dict) or (kind == "schema" and isinstance(node, bool))


def _wrong_target(kind: str, node: Json, grammar: Grammar) -> RefusedError:
    label = grammar[kind].label
    message = f"A {label} belongs here, but the reference leads to {kind_of(node)}"
    return RefusedError(REF_KIND, message, f"Refer to a {label}.")
