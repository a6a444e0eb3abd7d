"""From files to one `Document`: read, overlaid, bundled, of the right structure, and in the terms of OpenAPI 3.1."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

from sdkwright.frozen import Frozen, replace
from sdkwright.openapi.checks.operations import check_operations, operations
from sdkwright.openapi.checks.parts import check_parts
from sdkwright.openapi.checks.structure import check_structure
from sdkwright.openapi.data import Json, JsonMap, kind_of
from sdkwright.openapi.files import Files, refuse_foreign
from sdkwright.openapi.grammar.model import Grammar, Item, objects
from sdkwright.openapi.grammar.openapi3 import OPENAPI_3
from sdkwright.openapi.pointer import split, step
from sdkwright.openapi.positions import Positions
from sdkwright.openapi.references.bundle import SECTIONS_2, SECTIONS_3, Bundler
from sdkwright.openapi.references.cycles import check_cycles
from sdkwright.openapi.report import Report
from sdkwright.openapi.usage import Usage
from sdkwright.openapi.versions.openapi30 import upgrade
from sdkwright.problems import Position, Problem, Severity, in_order, shown
from sdkwright.problems.codes.document import NOT_OPENAPI, VERSION

_VERSION_3: Final = re.compile(r"3\.[012](?:\.[0-9]+)?(?:-[A-Za-z0-9.-]+)?")
_MOST_REFERENCES: Final = 100
"""In a row; nobody writes so many."""


class Document(Frozen):
    """An OpenAPI document as plain data, every part of which can be traced to where it was written.

    `root` has the semantics of OpenAPI 3.1 (and the additions of 3.2), whatever the files were written in; every
    `$ref` in it is a local pointer that leads to an object of the right kind, and no circle is made of `$ref`s or
    `allOf` alone.  It is shared, not copied: later stages only read it.
    """

    root: JsonMap
    version: str
    """As written: `2.0`, `3.0.3`, `3.1.0` …"""
    source: Path
    """The root file."""
    problems: tuple[Problem, ...]
    """The warnings found on the way."""
    positions: Positions
    left_out: frozenset[str] = frozenset()
    """Pointers of the operations for which no method is made; they stand in the document, so that they keep names."""
    usage: Usage | None = None

    def at(self, pointer: str) -> Json:
        """What `pointer` (`#/components/schemas/Pet`) names; raises KeyError if nothing stands there."""
        node: Json = self.root
        for token in split(pointer):
            found, node = step(node, token)
            if not found:
                raise KeyError(pointer)
        return node

    def keywords_at(self, pointer: str) -> JsonMap:
        """The keywords of the schema that `pointer` names, `$ref`s on the way followed; nothing if there is none."""
        node: Json = self.root
        for token in split(pointer.partition("!")[0]):
            found, node = step(self._target(node), token)
            if not found:
                return {}
        target = self._target(node)
        return target if isinstance(target, dict) else {}

    def _target(self, node: Json) -> Json:
        """What a reference leads to in the end; what is none stays."""
        for _ in range(_MOST_REFERENCES):
            reference = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(reference, str):
                break
            node = self.at(reference)
        return node

    def marked(self, problems: Iterable[Problem], also: Collection[str] = ()) -> tuple[Problem, ...]:
        """The problems, each that is about what nothing uses, and is none of `also`, marked as such."""
        return tuple(problems if self.usage is None else self.usage.marked(problems, also))

    def mentions(self, text: str) -> bool:
        """Whether a text occurs in what was read."""
        return any(text in source.text for source in self.positions.sources)

    def position(self, pointer: str) -> Position:
        """Where the part that `pointer` names was written, or the nearest part above it (`!…` is ignored)."""
        return self.positions.find(self.root, pointer) or Position(str(self.source))


def load(path: Path, *, overlays: Sequence[Path] = (), ref_root: Path | None = None) -> Document:
    """Read the document at `path` with everything it refers to; raises ProblemsError.

    `overlays` are OpenAPI Overlay files, applied in order.  Relative references may lead to files below the
    document's folder, or below `ref_root`.
    """
    positions = Positions()
    report = Report(positions)
    files = Files(path, str(path), positions, ref_root)
    tree = files.tree(files.root)
    root = tree.root
    is_document = isinstance(root, dict) and ("openapi" in root or "swagger" in root)
    if not is_document:
        refuse_foreign(tree.source, root)
    if not isinstance(root, dict):
        message = f"An OpenAPI document is a mapping; this is {kind_of(root)}"
        tree.source.fail(NOT_OPENAPI, message, 0, remedy="Check the file.")
    if overlays:
        from sdkwright.openapi.overlay import apply_overlay

        for overlay in overlays:
            apply_overlay(root, overlay, report)
    version = _version(root, report)
    swagger = version == "2.0"
    grammar = OPENAPI_3
    if swagger:
        from sdkwright.openapi.grammar.swagger2 import SWAGGER_2

        grammar = SWAGGER_2
    bundler = Bundler(files, root, grammar, SECTIONS_2 if swagger else SECTIONS_3, report)
    bundler.bundle()
    report.stop_on_errors()
    usage = Usage(root)
    _leave_out(root, grammar, report, usage)
    items = check_structure(root, grammar, report, bundler.items)
    items = _without_faults(root, grammar, report, usage, items)
    check_cycles(root, items, grammar, report)
    if swagger:
        from sdkwright.openapi.versions.swagger2 import modernise

        _leave_out(root, grammar, report, usage)
        modernise(root, report)
        _leave_out(root, OPENAPI_3, report, usage)
        items = list(objects(root, OPENAPI_3))
    items = upgrade(root, _without_faults(root, OPENAPI_3, report, usage, items), version, report)
    check_parts(items, report)
    _leave_out(root, OPENAPI_3, report, usage)
    check_operations(root, report)
    _leave_out(root, OPENAPI_3, report, usage)
    report.problems = list(usage.marked(report.problems))
    _something_left(root, report)
    report.stop_on_errors()
    left_out = frozenset(report.left_out_operations)
    return Document(root, version, path, in_order(report.problems), positions, left_out, usage)


def _leave_out(root: JsonMap, grammar: Grammar, report: Report, usage: Usage) -> None:
    if report.faults:
        from sdkwright.openapi.leave_out import leave_out

        usage.see(grammar)
        leave_out(root, grammar, report)


def _without_faults(root: JsonMap, grammar: Grammar, report: Report, usage: Usage, items: list[Item]) -> list[Item]:
    """The objects of the document, which are `items` where nothing is left out."""
    if not report.faults:
        return items
    _leave_out(root, grammar, report, usage)
    return list(objects(root, grammar))


def _something_left(root: JsonMap, report: Report) -> None:
    """A document whose faults leave none of its operations is refused, for all of them together."""
    lost = [problem.left_out for problem in report.problems if problem.left_out is not None]
    costly = any(each.pointer in ("#/paths", "#/paths/$ref") or each.kind in ("operation", "path") for each in lost)
    kept = any(call.pointer not in report.left_out_operations for call in operations(root))
    if costly and not kept and not root.get("webhooks"):
        for index, problem in enumerate(report.problems):
            if problem.left_out is not None and not problem.of_unused:
                report.problems[index] = replace(problem, severity=Severity.ERROR, left_out=None)


def _version(root: JsonMap, report: Report) -> str:
    """The version the document says it has; raises ProblemsError if it is none that can be read."""
    key = "swagger" if "swagger" in root and "openapi" not in root else "openapi"
    if key not in root:
        report.error(NOT_OPENAPI, "The document says neither `openapi` nor `swagger`", root, None, "#")
    else:
        value = root[key]
        text = value if isinstance(value, str) else shown(value)
        if (key == "swagger" and text == "2.0") or (key == "openapi" and _VERSION_3.fullmatch(text)):
            return text
        report.error(VERSION, f"The `{key}` {shown(value)} is no version that can be read", root, key, f"#/{key}")
    report.stop_on_errors()
    raise AssertionError("an error was reported")
