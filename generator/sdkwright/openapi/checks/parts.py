"""What the types of its parts cannot show, part by part: parameters, types, statuses, security schemes, servers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.grammar.model import Item
from sdkwright.openapi.pointer import escape, join
from sdkwright.openapi.report import Report
from sdkwright.problems import nearest, shown
from sdkwright.problems.codes.document import (
    MEDIA_TYPE,
    NO_SCHEMA,
    PARAMETER_LOCATION,
    PATH_REQUIRED,
    SCHEMA_TYPE,
    SECURITY_SCHEME,
    SERVER_URL,
    SERVER_VARIABLE,
    STATUS,
    TWO_SCHEMAS,
    WIRE_NAME,
)

_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)|default")
_BRACES: Final = re.compile(r"[{}]")
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_TYPES: Final = frozenset({"string", "integer", "number", "boolean", "null", "array", "object"})
_MEANT: Final[dict[str, str]] = {
    **{name: name for name in sorted(_TYPES)},
    **dict.fromkeys(("int", "int32", "int64", "long", "short", "uint", "uint32", "uint64", "interger"), "integer"),
    **dict.fromkeys(("float", "double", "decimal", "numeric"), "number"),
    **dict.fromkeys(("bool", "flag"), "boolean"),
    **dict.fromkeys(("str", "text", "char", "varchar", "url", "uri", "enum", "sting"), "string"),
    "date": "string with `format: date`",
    **dict.fromkeys(("datetime", "timestamp"), "string with `format: date-time`"),
    "uuid": "string with `format: uuid`",
    **dict.fromkeys(("file", "binary", "blob"), "string with `format: binary`"),
    **dict.fromkeys(("list", "tuple", "set"), "array"),
    **dict.fromkeys(("dict", "map", "json", "hash"), "object"),
    **dict.fromkeys(("none", "nil"), "null"),
    "any": "no `type` at all, which is any value",
}
"""Words of programming languages and of formats that stand where a type belongs, and the type."""
_LOCATIONS: Final = ("path", "query", "header", "cookie", "querystring")
_SCHEMES: Final = ("apiKey", "http", "oauth2", "openIdConnect", "mutualTLS")


def check_parts(items: Iterable[Item], report: Report) -> None:
    """Report what is wrong with the meaning of single objects of a document whose structure is right.

    What a client cannot be written for is a fault; what it can live with is a warning.
    """
    checker = _Checker(report)
    checks: dict[str, Callable[[JsonMap, str], None]] = {
        "encoding": checker.encoding,
        "parameter": checker.parameter,
        "securityScheme": checker.security_scheme,
        "responses": checker.statuses,
        "schema": checker.schema,
        "server": checker.server,
        "requestBody": checker.content,
        "response": checker.response,
    }
    for kind, node, pointer in items:
        check = checks.get(kind)
        if check is not None and not (kind != "schema" and "$ref" in node):
            check(node, pointer)


def _not_for_headers(text: str) -> str | None:
    """The first character that the value of a header cannot have, as `U+00F6`."""
    odd = next((each for each in text if not " " <= each <= "~"), None)
    return None if odd is None else f"U+{ord(odd):04X}"


class _Checker:
    def __init__(self, report: Report) -> None:
        self.report = report

    def parameter(self, node: JsonMap, pointer: str) -> None:
        """Where it is sent, and that it has one type."""
        location = node.get("in")
        if location not in _LOCATIONS:
            message = f"A parameter cannot be in {shown(location)}"
            near = nearest(str(location).lower()[:60], _LOCATIONS)
            remedy = f"Write one of {', '.join(_LOCATIONS)}; a body is described by requestBody."
            remedy = f"Did you mean {near}?" if near else remedy
            self.report.fault(PARAMETER_LOCATION, message, node, "in", pointer + "/in", remedy=remedy)
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
        if name == "":
            message = "The parameter has an empty `name`"
            self.report.fault(WIRE_NAME, message, node, "name", pointer, "Write the name that the service knows.")
        elif location in ("header", "cookie") and isinstance(name, str) and not _TOKEN.fullmatch(name):
            message = f"{shown(name)} cannot be the name of a {location}"
            self.report.fault(WIRE_NAME, message, node, "name", pointer)

    def response(self, node: JsonMap, pointer: str) -> None:
        """Its content, and the names of its headers."""
        self.content(node, pointer)
        headers = node.get("headers")
        for name in headers if isinstance(headers, dict) else ():
            if not _TOKEN.fullmatch(name) and isinstance(headers, dict):
                message = f"{shown(name)} cannot be the name of a header"
                self.report.fault(WIRE_NAME, message, headers, name, join(pointer, "headers", name), is_key=True)

    def content(self, node: JsonMap, pointer: str) -> None:
        """Media types are written type/subtype, in characters that a header can have (RFC 9110, section 5.5)."""
        contents = node.get("content")
        for name in contents if isinstance(contents, dict) else ():
            odd = _not_for_headers(name)
            if odd is not None and isinstance(contents, dict):
                message = f"The media type {shown(name)} holds {odd}, which no header can have"
                self.report.fault(MEDIA_TYPE, message, contents, name, join(pointer, "content", name))
            elif "/" not in name and isinstance(contents, dict):
                message = f"{shown(name)} is no media type"
                self.report.warning(MEDIA_TYPE, message, contents, name, join(pointer, "content", name))

    def encoding(self, node: JsonMap, pointer: str) -> None:
        """The media type of a part is sent as it stands."""
        name = node.get("contentType")
        odd = _not_for_headers(name) if isinstance(name, str) else None
        if odd is not None:
            message = f"The media type {shown(name)} holds {odd}, which no header can have"
            self.report.fault(MEDIA_TYPE, message, node, "contentType", pointer + "/contentType")

    def statuses(self, node: JsonMap, pointer: str) -> None:
        """Responses are keyed by a status, a range such as 4XX, or default."""
        for status in node:
            if not status.startswith("x-") and not _STATUS.fullmatch(status):
                message = f"{shown(status)} is no status of a response"
                self.report.fault(STATUS, message, node, status, pointer + "/" + escape(status), is_key=True)

    def schema(self, node: JsonMap, pointer: str) -> None:
        """The names of types are those of JSON Schema."""
        names = node.get("type")
        if names is None or (isinstance(names, str) and names in _TYPES):
            return
        if names == []:
            remedy = "Name a type, or remove the keyword, which allows any value."
            self.report.fault(SCHEMA_TYPE, "The list of types is empty", node, "type", pointer + "/type", remedy=remedy)
        for name in [names] if isinstance(names, str) else _list(names):
            if name not in _TYPES:
                message = f"{shown(name)} is no type of a schema"
                meant = _MEANT.get(name.lower().replace("_", "").replace("-", "")) if isinstance(name, str) else None
                remedy = f"Did you mean {meant}?" if meant else f"Write one of {', '.join(sorted(_TYPES))}."
                self.report.fault(SCHEMA_TYPE, message, node, "type", pointer + "/type", remedy=remedy)

    def security_scheme(self, node: JsonMap, pointer: str) -> None:
        """What a client has to know to authenticate."""
        kind = node.get("type")
        if kind not in _SCHEMES:
            message = f"{shown(kind)} is no type of a security scheme"
            near = nearest(str(kind)[:60], _SCHEMES)
            remedy = f"Did you mean {near}?" if near else f"Write one of {', '.join(_SCHEMES)}."
            self.report.fault(SECURITY_SCHEME, message, node, "type", pointer, remedy=remedy)
        elif kind == "apiKey":
            if not node.get("name"):
                message = "The API key has no `name`"
                remedy = "Add the name of the header, query parameter or cookie."
                self.report.fault(SECURITY_SCHEME, message, node, None, pointer, remedy=remedy)
            if node.get("in") not in ("header", "query", "cookie"):
                message = f"An API key cannot be in {shown(node['in'])}" if "in" in node else "The API key has no `in`"
                remedy = "Write `in: header`, query or cookie."
                key = "in" if "in" in node else None
                self.report.fault(SECURITY_SCHEME, message, node, key, pointer, remedy=remedy)
            if node.get("name"):
                self._wire_name(node, node.get("in"), pointer)
        elif kind == "http" and not node.get("scheme"):
            message = "The HTTP security scheme has no `scheme`"
            self.report.fault(SECURITY_SCHEME, message, node, None, pointer, remedy="Add `scheme: bearer` or basic.")

    def server(self, node: JsonMap, pointer: str) -> None:
        """Each variable of a server's URL is defined."""
        url = node.get("url")
        names = template_names(url) if isinstance(url, str) else []
        if names is None:
            message = f"The braces of the URL {shown(url, 80)} do not enclose one name each"
            self.report.fault(SERVER_URL, message, node, "url", pointer + "/url")
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


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
