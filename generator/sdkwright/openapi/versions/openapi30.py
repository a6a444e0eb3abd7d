"""Bring a document of OpenAPI 3.0 (and what people write in 3.1 out of habit) to the semantics of 3.1.

`nullable`, boolean bounds and `example` become what 3.1 says instead.  Everything is changed in place, and whatever
is made anew says where it came from.
"""

from __future__ import annotations

from typing import Final

from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.grammar.model import objects
from sdkwright.openapi.grammar.openapi3 import OPENAPI_3
from sdkwright.openapi.positions import Place
from sdkwright.openapi.report import Report

_BESIDE: Final = frozenset(
    {"title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"}
    | {"externalDocs", "xml", "$comment"}
)
"""Notes on a schema, which stay outside when what it says becomes one member of a union."""


def upgrade(root: JsonMap, version: str, report: Report) -> None:
    """Change `root`, which is of the right structure, to OpenAPI 3.1 semantics."""
    ignores_siblings = version.startswith(("2", "3.0"))
    for kind, node, _ in objects(root, OPENAPI_3):
        if kind == "schema":
            if ignores_siblings and "$ref" in node:
                node.pop("deprecated", None)  # OpenAPI 3.0, section 4.7.23: what stands beside `$ref` is ignored
            _schema(node, report)
        elif kind == "responses":
            _responses(node, report)
    root.pop("jsonSchemaDialect", None)
    root.pop("$self", None)
    root.pop("$schema", None)
    if ignores_siblings:
        root["openapi"] = "3.1.0"


def _schema(node: JsonMap, report: Report) -> None:
    node.pop("$id", None)  # Every reference is a local pointer by now, which an `$id` would move to another base.
    node.pop("$schema", None)
    if "nullable" in node and node.pop("nullable") is True:
        _make_nullable(node, report)
    _bound(node, "minimum", "exclusiveMinimum", report)
    _bound(node, "maximum", "exclusiveMaximum", report)
    if "example" in node:
        examples = node.get("examples")
        value = node.pop("example")
        rest = [each for each in examples if each != value] if isinstance(examples, list) else []
        node["examples"] = [value, *rest]
        report.positions.moved(node, "examples", Place(node, "example"))


def _make_nullable(node: JsonMap, report: Report) -> None:
    """`nullable: true` of OpenAPI 3.0, section 4.7.24.  Beside a reference it stays: options say whether it counts."""
    if "$ref" in node:
        node["nullable"] = True
        return
    names = node.get("type")
    if isinstance(names, str | list):
        kinds: list[Json] = [names] if isinstance(names, str) else names
        if "null" not in kinds:
            node["type"] = [*kinds, "null"]
        _allow_null_value(node)
        return
    if "enum" in node or "const" in node:
        _allow_null_value(node)
        return
    for keyword in ("oneOf", "anyOf"):
        members = node.get(keyword)
        if isinstance(members, list) and "allOf" not in node:
            if not any(isinstance(member, dict) and member.get("type") == "null" for member in members):
                members.append({"type": "null"})
            return
    _wrap(node, report)


def _allow_null_value(node: JsonMap) -> None:
    values = node.get("enum")
    if isinstance(values, list) and None not in values:
        values.append(None)
    if "const" in node and node["const"] is not None:
        node["enum"] = [node.pop("const"), None]


def _wrap(node: JsonMap, report: Report) -> None:
    """Anything else that may be null becomes a union of itself and null."""
    inner: JsonMap = {key: value for key, value in node.items() if key not in _BESIDE and not key.startswith("x-")}
    if not inner:
        node["anyOf"] = [{}, {"type": "null"}]  # any value, and null is told
        return
    report.positions.made(inner, Place(node))
    for key in inner:
        del node[key]
    members = inner.get("allOf")
    if len(inner) == 1 and isinstance(members, list) and len(members) == 1:
        # What allows everything says that this is a schema of its own, which an `allOf` of one reference is not.
        members.append(True)
        if "description" in node:
            inner["description"] = node["description"]
        node["anyOf"] = [inner, {"type": "null"}]
    else:
        node["anyOf"] = [inner, {"type": "null"}]


def _bound(node: JsonMap, limit: str, exclusive: str, report: Report) -> None:
    """`exclusiveMinimum: true` beside `minimum: 1` says what `exclusiveMinimum: 1` says."""
    flag = node.get(exclusive)
    if not isinstance(flag, bool):
        return
    del node[exclusive]
    if flag and limit in node:
        node[exclusive] = node.pop(limit)
        report.positions.moved(node, exclusive, Place(node, limit))


def _responses(node: JsonMap, report: Report) -> None:
    """`2xx` is written `2XX`."""
    for key in list(node):
        upper = key.upper()
        if len(key) == 3 and key[0] in "12345" and upper.endswith("XX") and upper != key and upper not in node:
            items = [(upper if each == key else each, value) for each, value in node.items()]
            node.clear()
            node.update(items)
            report.positions.moved(node, upper, Place(node, key))
