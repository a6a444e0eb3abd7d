"""What the types of its parts cannot show: operation ids, path parameters, security, responses, servers.

What a client cannot be written for is an error; what it can live with is a warning.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.grammar.model import objects
from sdkwright.openapi.grammar.openapi3 import METHODS, OPENAPI_3
from sdkwright.openapi.pointer import escape, join, split, step_all
from sdkwright.openapi.report import Report
from sdkwright.problems import shown
from sdkwright.problems.codes.document import (
    DUPLICATE_OPERATION_ID,
    MEDIA_TYPE,
    NO_PATHS,
    NO_SCHEMA,
    PARAMETER_LOCATION,
    PATH,
    PATH_PARAMETER,
    PATH_REQUIRED,
    REPEATED_PARAMETER,
    SCHEMA_TYPE,
    SECURITY_SCHEME,
    SERVER_URL,
    SERVER_VARIABLE,
    STATUS,
    TWO_SCHEMAS,
    UNKNOWN_SECURITY,
    WIRE_NAME,
)

_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)|default")
_BRACES: Final = re.compile(r"[{}]")
_CALL: Final = re.compile(r"\{[^{}]*[()][^{}]*\}")
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_TYPES: Final = frozenset({"string", "integer", "number", "boolean", "null", "array", "object"})
_LOCATIONS: Final = ("path", "query", "header", "cookie", "querystring")
_SCHEMES: Final = ("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS")


@dataclass(frozen=True, slots=True)
class _Call:
    """One operation under `paths`: where it stands, and the path item it belongs to."""

    method: str
    path: str
    node: JsonMap
    pointer: str
    item: JsonMap
    item_pointer: str


def check_semantics(root: JsonMap, report: Report) -> None:
    """Report what is wrong with the meaning of a document whose structure is right."""
    checker = _Checker(root, report)
    if not any(key in root for key in ("paths", "components", "webhooks")):
        message = "The document has neither paths, nor components, nor webhooks"
        report.error(NO_PATHS, message, root, None, "#")
    calls = list(checker.calls())
    checker.operation_ids(calls)
    for call in calls:
        checker.path_parameters(call)
        checker.security(call.node, call.pointer)
    checker.security(root, "#")
    checker.paths()
    checks: dict[str, Callable[[JsonMap, str], None]] = {
        "parameter": checker.parameter,
        "securityScheme": checker.security_scheme,
        "responses": checker.statuses,
        "schema": checker.schema,
        "server": checker.server,
        "requestBody": checker.content,
        "response": checker.content,
    }
    for kind, node, pointer in objects(root, OPENAPI_3):
        check = checks.get(kind)
        if check is not None and not (kind != "schema" and "$ref" in node):
            check(node, pointer)


class _Checker:
    def __init__(self, root: JsonMap, report: Report) -> None:
        self.root = root
        self.report = report

    # -------------------------------------------------------------------------------------------------- operations

    def resolved(self, node: Json, pointer: str) -> tuple[JsonMap, str] | None:
        """What stands behind the references of `node`, and its pointer; None if that is no mapping."""
        for _ in range(1000):
            if not isinstance(node, dict):
                return None
            reference = node.get("$ref")
            if not isinstance(reference, str):
                return node, pointer
            node, pointer = step_all(self.root, split(reference)), reference
        return None

    def calls(self) -> Iterator[_Call]:
        """Every operation under `paths`, in document order."""
        for path, written in _items(self.root.get("paths")):
            pointer = join("#/paths", path)
            for item, at in self._path_items(written, pointer):
                for method, node in item.items():
                    if method in METHODS and isinstance(node, dict):
                        yield _Call(method.upper(), path, node, join(at, method), item, at)
                for method, node in _items(item.get("additionalOperations")):
                    if isinstance(node, dict):
                        yield _Call(method, path, node, join(at, "additionalOperations", method), item, at)

    def _path_items(self, written: Json, pointer: str) -> Iterator[tuple[JsonMap, str]]:
        """A path item, and what it refers to."""
        if isinstance(written, dict):
            yield written, pointer
            if "$ref" in written and (found := self.resolved(written, pointer)) is not None:
                yield found

    def operation_ids(self, calls: list[_Call]) -> None:
        """An operationId names one operation (OpenAPI 3.1, section 4.8.10)."""
        first: dict[str, _Call] = {}
        for call in calls:
            name = call.node.get("operationId")
            if not isinstance(name, str) or not name:
                continue
            before = first.setdefault(name, call)
            if before.node is call.node:
                continue
            place = self.report.positions.of_key(before.node, "operationId")
            line = f", line {place.line}" if place is not None else ""
            self.report.error(
                DUPLICATE_OPERATION_ID,
                f"The operationId {shown(name)} is used twice: by {before.method} {shown(before.path, 80)}{line},"
                f" and here by {call.method} {shown(call.path, 80)}",
                call.node,
                "operationId",
                call.pointer + "/operationId",
            )

    def path_parameters(self, call: _Call) -> None:
        """Each `{name}` of the path is declared, and each declared path parameter stands in the path."""
        if "$ref" in call.item and call.item is not self._written(call.path):
            return
        placed = template_names(call.path)
        if placed is None:
            return
        declared = self._declared(call)
        for name in dict.fromkeys(placed):
            if name not in declared:
                self.report.error(
                    PATH_PARAMETER,
                    f"The path has {{{name}}}, but {call.method} declares no path parameter {shown(name)}",
                    call.node,
                    None,
                    call.pointer,
                    remedy=_path_remedy(name, declared),
                )
        for name, (node, pointer) in declared.items():
            if name not in placed:
                message = f"The path parameter {shown(name)} is not in the path {shown(call.path, 80)}; it is left out"
                remedy = f"Write {{{name}}} into the path, or remove the parameter."
                self.report.warning(PATH_PARAMETER, message, node, None, pointer, remedy=remedy)

    def _written(self, path: str) -> Json:
        return step_all(self.root, ("paths", path))

    def _declared(self, call: _Call) -> dict[str, tuple[JsonMap, str]]:
        found: dict[str, tuple[JsonMap, str]] = {}
        for owner, at in ((call.item, call.item_pointer), (call.node, call.pointer)):
            seen: dict[tuple[Json, Json], JsonMap] = {}
            for index, written in enumerate(_list(owner.get("parameters"))):
                place = join(at, "parameters", index)
                resolved = self.resolved(written, place)
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
                self.report.error(PATH, message, paths, path, pointer, remedy="Write a slash before it.")
            elif template_names(path) is None:
                message = f"The braces of the path {shown(path, 80)} do not enclose one name each"
                self.report.error(PATH, message, paths, path, pointer, remedy="Write each parameter as {name}.")
            elif _CALL.search(path):
                # An expression of some template language: no varname (RFC 6570, section 2.3), and routers evaluate it.
                message = f"The braces of the path {shown(path, 80)} enclose a call, and not a name"
                self.report.error(PATH, message, paths, path, pointer, remedy="Write each parameter as {name}.")

    def security(self, owner: JsonMap, pointer: str) -> None:
        """A requirement names schemes that the components define."""
        schemes = step_all(self.root, ("components", "securitySchemes"))
        known = schemes if isinstance(schemes, dict) else {}
        for index, requirement in enumerate(_list(owner.get("security"))):
            for name in requirement if isinstance(requirement, dict) else ():
                if name not in known and isinstance(requirement, dict):
                    self.report.warning(
                        UNKNOWN_SECURITY,
                        f"The security scheme {shown(name)} is not defined; nothing is sent for it",
                        requirement,
                        name,
                        join(pointer, "security", index, name),
                    )

    # ------------------------------------------------------------------------------------------------------- parts

    def parameter(self, node: JsonMap, pointer: str) -> None:
        """Where it is sent, and that it has one type."""
        location = node.get("in")
        if location not in _LOCATIONS:
            message = f"A parameter cannot be in {shown(location)}"
            remedy = f"Write one of {', '.join(_LOCATIONS)}; a body is described by requestBody."
            self.report.error(PARAMETER_LOCATION, message, node, "in", pointer + "/in", remedy=remedy)
        self._wire_name(node, location, pointer)
        if location == "path" and node.get("required") is not True:
            message = f"The path parameter {shown(node.get('name'))} is not marked as required; it is taken to be"
            self.report.warning(PATH_REQUIRED, message, node, None, pointer)
        contents = node.get("content")
        if "schema" not in node and not contents:
            message = f"The parameter {shown(node.get('name'))} has neither schema nor content; any value is taken"
            self.report.warning(NO_SCHEMA, message, node, None, pointer)
        elif isinstance(contents, dict) and ("schema" in node or len(contents) > 1):
            message = f"The parameter {shown(node.get('name'))} is described more than once; the first way counts"
            self.report.warning(TWO_SCHEMAS, message, node, None, pointer)

    def _wire_name(self, node: JsonMap, location: Json, pointer: str) -> None:
        """RFC 9110, section 5.1 and RFC 6265, section 4.1.1: the names of headers and cookies are tokens."""
        name = node.get("name")
        if location in ("header", "cookie") and isinstance(name, str) and not _TOKEN.fullmatch(name):
            message = f"{shown(name)} cannot be the name of a {location}"
            self.report.error(WIRE_NAME, message, node, "name", pointer + "/name")

    def content(self, node: JsonMap, pointer: str) -> None:
        """Media types are written type/subtype."""
        contents = node.get("content")
        for name in contents if isinstance(contents, dict) else ():
            if any(ord(each) < 32 or ord(each) == 127 for each in name) and isinstance(contents, dict):
                message = f"The media type {shown(name)} holds a control character"
                self.report.error(MEDIA_TYPE, message, contents, name, join(pointer, "content", name))
            elif "/" not in name and isinstance(contents, dict):
                message = f"{shown(name)} is no media type"
                self.report.warning(MEDIA_TYPE, message, contents, name, join(pointer, "content", name))

    def statuses(self, node: JsonMap, pointer: str) -> None:
        """Responses are keyed by a status, a range such as 4XX, or default."""
        for status in node:
            if not status.startswith("x-") and not _STATUS.fullmatch(status):
                message = f"{shown(status)} is no status of a response"
                self.report.error(STATUS, message, node, status, pointer + "/" + escape(status))

    def schema(self, node: JsonMap, pointer: str) -> None:
        """The names of types are those of JSON Schema."""
        names = node.get("type")
        for name in [names] if isinstance(names, str) else _list(names):
            if name not in _TYPES:
                message = f"{shown(name)} is no type of a schema"
                remedy = f"Write one of {', '.join(sorted(_TYPES))}."
                self.report.error(SCHEMA_TYPE, message, node, "type", pointer + "/type", remedy=remedy)

    def security_scheme(self, node: JsonMap, pointer: str) -> None:
        """What a client has to know to authenticate."""
        kind = node.get("type")
        if kind not in _SCHEMES:
            message = f"{shown(kind)} is no type of a security scheme"
            remedy = f"Write one of {', '.join(_SCHEMES)}."
            self.report.error(SECURITY_SCHEME, message, node, "type", pointer + "/type", remedy=remedy)
        elif kind == "apiKey":
            if not node.get("name"):
                message = "The API key has no `name`"
                remedy = "Add the name of the header, query parameter or cookie."
                self.report.error(SECURITY_SCHEME, message, node, None, pointer, remedy=remedy)
            if node.get("in") not in ("header", "query", "cookie"):
                message = f"An API key cannot be in {shown(node['in'])}" if "in" in node else "The API key has no `in`"
                remedy = "Write `in: header`, query or cookie."
                key = "in" if "in" in node else None
                self.report.error(SECURITY_SCHEME, message, node, key, pointer, remedy=remedy)
            if node.get("name"):
                self._wire_name(node, node.get("in"), pointer)
        elif kind == "http" and not node.get("scheme"):
            message = "The HTTP security scheme has no `scheme`"
            self.report.error(SECURITY_SCHEME, message, node, None, pointer, remedy="Add `scheme: bearer` or basic.")

    def server(self, node: JsonMap, pointer: str) -> None:
        """Each variable of a server's URL is defined."""
        url = node.get("url")
        names = template_names(url) if isinstance(url, str) else []
        if names is None:
            message = f"The braces of the URL {shown(url, 80)} do not enclose one name each"
            self.report.error(SERVER_URL, message, node, "url", pointer + "/url")
            return
        defined = node.get("variables")
        for name in names:
            if not isinstance(defined, dict) or name not in defined:
                message = (
                    f"The URL has {{{name}}}, but the server has no variable {shown(name)}; callers have to fill it"
                )
                remedy = f"Add variables: {{{name}: {{default: …}}}}."
                self.report.warning(SERVER_VARIABLE, message, node, "url", pointer + "/url", remedy=remedy)


def template_names(template: str) -> list[str] | None:
    """The names in braces, in order; None if the braces do not pair up, or enclose nothing."""
    names: list[str] = []
    start: int | None = None
    for match in _BRACES.finditer(template):
        if match[0] == "{":
            if start is not None:
                return None
            start = match.end()
        else:
            if start is None or start == match.start():
                return None
            names.append(template[start : match.start()])
            start = None
    return None if start is not None else names


def _path_remedy(name: str, declared: Iterable[str]) -> str:
    """What to do about a name of a path that is not declared: it may be declared under nearly that name."""
    plain = name.strip(".;?*")
    if plain != name and plain in declared:
        return f"Write {{{plain}}}; how it is written on the wire is said by style and explode of the parameter."
    near = difflib.get_close_matches(name, declared, 1, 0.6) if len(name) < 100 else []
    if near:
        return f"Did you mean {shown(near[0])}, which is declared?"
    return f"Add {{name: {name}, in: path, required: true, schema: {{type: string}}}} to its parameters."


def _items(value: Json) -> list[tuple[str, Json]]:
    return list(value.items()) if isinstance(value, dict) else []


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
