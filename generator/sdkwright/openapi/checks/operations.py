"""What the types of its parts cannot show, operation by operation: ids, paths and their parameters, security.

What can be mended so that a method can be made is mended, with a warning; what cannot be, costs the operation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sdkwright.frozen import Frozen
from sdkwright.openapi.checks.parts import template_names
from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.grammar.openapi3 import METHODS
from sdkwright.openapi.pointer import join, split, step_all
from sdkwright.openapi.report import Report
from sdkwright.problems import nearest, shown
from sdkwright.problems.codes.document import (
    DUPLICATE_OPERATION_ID,
    NO_PATHS,
    PATH,
    PATH_PARAMETER,
    REPEATED_PARAMETER,
    UNKNOWN_SECURITY,
)

_CALL: Final = re.compile(r"\{[^{}]*[()][^{}]*\}")


class Call(Frozen):
    """One operation under `paths`: where it stands, and the path item it belongs to."""

    method: str
    path: str
    node: JsonMap
    pointer: str
    item: JsonMap
    item_pointer: str


def check_operations(root: JsonMap, report: Report) -> None:
    """Report what is wrong with the operations of a document whose parts are right."""
    checker = _Checker(root, report)
    if not any(key in root for key in ("paths", "components", "webhooks")):
        message = "The document has neither paths, nor components, nor webhooks"
        report.error(NO_PATHS, message, root, None, "#")
    calls = list(operations(root))
    checker.operation_ids(calls)
    for call in calls:
        checker.path_parameters(call)
        checker.security(call.node, call.pointer)
    checker.security(root, "#")
    checker.paths()


def operations(root: JsonMap) -> Iterator[Call]:
    """Every operation under `paths`, in document order."""
    for path, written in _items(root.get("paths")):
        for item, at in _path_items(root, written, join("#/paths", path)):
            for method, node in item.items():
                if method in METHODS and isinstance(node, dict):
                    yield Call(method.upper(), path, node, join(at, method), item, at)
            for method, node in _items(item.get("additionalOperations")):
                if isinstance(node, dict):
                    yield Call(method, path, node, join(at, "additionalOperations", method), item, at)


def _path_items(root: JsonMap, written: Json, pointer: str) -> Iterator[tuple[JsonMap, str]]:
    """A path item, and what it refers to."""
    if isinstance(written, dict):
        yield written, pointer
        if "$ref" in written and (found := _resolved(root, written, pointer)) is not None:
            yield found


def _resolved(root: JsonMap, node: Json, pointer: str) -> tuple[JsonMap, str] | None:
    """What stands behind the references of `node`, and its pointer; None if that is no mapping."""
    for _ in range(1000):
        if not isinstance(node, dict):
            return None
        reference = node.get("$ref")
        if not isinstance(reference, str):
            return node, pointer
        node, pointer = step_all(root, split(reference)), reference
    return None


class _Checker:
    def __init__(self, root: JsonMap, report: Report) -> None:
        self.root = root
        self.report = report

    def operation_ids(self, calls: list[Call]) -> None:
        """An operationId names one operation (OpenAPI 3.1, section 4.8.10); the second one is named after its path."""
        first: dict[str, Call] = {}
        for call in calls:
            name = call.node.get("operationId")
            if not isinstance(name, str) or not name:
                continue
            before = first.setdefault(name, call)
            if before.node is call.node:
                continue
            place = self.report.positions.of_key(before.node, "operationId")
            line = f", line {place.line}" if place is not None else ""
            self.report.warning(
                DUPLICATE_OPERATION_ID,
                f"The operationId {shown(name)} is used twice: by {before.method} {shown(before.path, 80)}{line},"
                f" and here by {call.method} {shown(call.path, 80)}",
                call.node,
                "operationId",
                call.pointer + "/operationId",
            )
            del call.node["operationId"]

    def path_parameters(self, call: Call) -> None:
        """Each `{name}` of the path is declared, and each declared path parameter stands in the path."""
        if "$ref" in call.item and call.item is not self._written(call.path):
            return
        placed = template_names(call.path)
        if placed is None:
            return
        declared = self._declared(call)
        for name in dict.fromkeys(placed):
            if name not in declared:
                what = f"The path has {{{name}}}, but {call.method} declares no path parameter {shown(name)}"
                message = f"{what}; any text is taken"
                self.report.warning(
                    PATH_PARAMETER, message, call.node, None, call.pointer, _path_remedy(name, declared)
                )
        for name, (node, pointer) in declared.items():
            if name not in placed:
                message = f"The path parameter {shown(name)} is not in the path {shown(call.path, 80)}; it is left out"
                remedy = f"Write {{{name}}} into the path, or remove the parameter."
                self.report.warning(PATH_PARAMETER, message, node, None, pointer, remedy=remedy)

    def _written(self, path: str) -> Json:
        return step_all(self.root, ("paths", path))

    def _declared(self, call: Call) -> dict[str, tuple[JsonMap, str]]:
        found: dict[str, tuple[JsonMap, str]] = {}
        for owner, at in ((call.item, call.item_pointer), (call.node, call.pointer)):
            seen: dict[tuple[Json, Json], JsonMap] = {}
            for index, written in enumerate(_list(owner.get("parameters"))):
                place = join(at, "parameters", index)
                resolved = _resolved(self.root, written, place)
                if resolved is None:
                    continue
                node = resolved[0]
                key = (node.get("name"), node.get("in"))
                self._repeated(seen, key, node, owner, index, place)
                if node.get("in") == "path" and isinstance(key[0], str):
                    found[key[0]] = (written if isinstance(written, dict) else node, place)
        return found

    def _repeated(
        self,
        seen: dict[tuple[Json, Json], JsonMap],
        key: tuple[Json, Json],
        node: JsonMap,
        owner: JsonMap,
        index: int,
        pointer: str,
    ) -> None:
        before = seen.setdefault(key, node)
        parameters = owner["parameters"]
        if before is node and index == next((i for i, p in enumerate(_list(parameters)) if p is node), index):
            return
        if isinstance(parameters, list):
            message = f"The {key[1]} parameter {shown(key[0])} is declared twice; the first counts"
            self.report.warning(REPEATED_PARAMETER, message, parameters, index, pointer)

    def paths(self) -> None:
        """The keys of `paths` are templates that begin with a slash."""
        paths = self.root.get("paths")
        for path in paths if isinstance(paths, dict) else ():
            if path.startswith("x-") or not isinstance(paths, dict):
                continue
            pointer = join("#/paths", path)
            if not path.startswith("/"):
                message = f"The path {shown(path, 80)} does not begin with a slash"
                self.report.fault(PATH, message, paths, path, pointer, remedy="Write a slash before it.")
            elif template_names(path) is None:
                message = f"The braces of the path {shown(path, 80)} do not enclose one name each"
                self.report.fault(PATH, message, paths, path, pointer, remedy="Write each parameter as {name}.")
            elif _CALL.search(path):
                # An expression of some template language: no varname (RFC 6570, section 2.3), and routers evaluate it.
                message = f"The braces of the path {shown(path, 80)} enclose a call, and not a name"
                self.report.fault(PATH, message, paths, path, pointer, remedy="Write each parameter as {name}.")

    def security(self, owner: JsonMap, pointer: str) -> None:
        """A requirement names schemes that the components define."""
        schemes = step_all(self.root, ("components", "securitySchemes"))
        known = schemes if isinstance(schemes, dict) else {}
        for index, requirement in enumerate(_list(owner.get("security"))):
            for name in requirement if isinstance(requirement, dict) else ():
                if name not in known and isinstance(requirement, dict):
                    near = nearest(name[:100], known)
                    self.report.warning(
                        UNKNOWN_SECURITY,
                        f"The security scheme {shown(name)} is not defined; nothing is sent for it",
                        requirement,
                        name,
                        join(pointer, "security", index, name),
                        f"Did you mean {shown(near)}?" if near else "",
                    )


def _path_remedy(name: str, declared: Iterable[str]) -> str:
    """What to do about a name of a path that is not declared: it may be declared under nearly that name."""
    plain = name.strip(".;?*")
    if plain != name and plain in declared:
        return f"Write {{{plain}}}; how it is written on the wire is said by style and explode of the parameter."
    near = nearest(name, declared) if len(name) < 100 else None
    if near:
        return f"Did you mean {shown(near)}, which is declared?"
    return f"Add {{name: {name}, in: path, required: true, schema: {{type: string}}}} to its parameters."


def _items(value: Json) -> list[tuple[str, Json]]:
    return list(value.items()) if isinstance(value, dict) else []


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
