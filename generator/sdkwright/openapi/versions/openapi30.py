"""Bring a document of OpenAPI 3.0 (and what people write in 3.1 out of habit) to the semantics of 3.1.

`nullable`, boolean bounds and `example` become what 3.1 says instead.  Everything is changed in place, and whatever
is made anew says where it came from.
"""

from __future__ import annotations

from typing import Final

from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.grammar.model import Item, objects
from sdkwright.openapi.grammar.openapi3 import OPENAPI_3
from sdkwright.openapi.positions import Place
from sdkwright.openapi.report import Report

_BESIDE: Final = frozenset(
    {"title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"}
    | {"externalDocs", "xml", "$comment"}
)
"""Notes on a schema, which stay outside when what it says becomes one member of a union."""


_OTHER: Final = frozenset(
    {"$id", "$schema", "nullable", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "example"}
)
"""Keywords of schemas that may say something else here."""


def upgrade(root: JsonMap, items: list[Item], version: str, report: Report) -> list[Item]:
    """Change `root`, which is of the right structure, to OpenAPI 3.1 semantics; its objects then."""
    ignores_siblings = version.startswith(("2", "3.0"))
    moved: set[str] = set()
    for kind, node, pointer in items:
        if kind == "schema":
            if ignores_siblings and "$ref" in node:
                node.pop("deprecated", None)  # OpenAPI 3.0, section 4.7.23: what stands beside `$ref` is ignored
            if _schema(node, report):
                moved.add(pointer)
        elif kind == "responses" and _responses(node, report):
            moved.add(pointer)
    root.pop("jsonSchemaDialect", None)
    root.pop("$self", None)
    root.pop("$schema", None)
    if ignores_siblings:
        root["openapi"] = "3.1.0"
    return _met_again(items, moved) if moved else items


def _met_again(items: list[Item], moved: set[str]) -> list[Item]:
    """The objects, met again below those in which some stand elsewhere now."""
    found: list[Item] = []
    below = "!"  # No pointer begins so.
    for kind, node, pointer in items:
        if pointer.startswith(below):
            continue
        if pointer in moved:
            found += objects(node, OPENAPI_3, kind, pointer)
            below = f"{pointer}/"
        else:
            found.append((kind, node, pointer))
    return found


def _schema(node: JsonMap, report: Report) -> bool:
    """Whether it stands elsewhere now."""
    if _OTHER.isdisjoint(node):
        return False
    node.pop("$id", None)  # Every reference is a local pointer by now, which an `$id` would move to another base.
    node.pop("$schema", None)
    own = _make_nullable(node, report) if "nullable" in node and node.pop("nullable") is True else node
    _bound(own, "minimum", "exclusiveMinimum", report)
    _bound(own, "maximum", "exclusiveMaximum", report)
    if "example" in node:
        examples = node.get("examples")
        value = node.pop("example")
        rest = [each for each in examples if each != value] if isinstance(examples, list) else []
        node["examples"] = [value, *rest]
        report.positions.moved(node, "examples", Place(node, "example"))
    return own is not node


def _make_nullable(node: JsonMap, report: Report) -> JsonMap:
    """`nullable: true` of OpenAPI 3.0, section 4.7.24.  Beside a reference it stays: options say whether it counts.

    What it says without null is what is returned: the schema itself, or a part of it.
    """
    if "$ref" in node:
        node["nullable"] = True
        return node
    names = node.get("type")
    if isinstance(names, str | list):
        kinds: list[Json] = [names] if isinstance(names, str) else names
        if "null" not in kinds:
            node["type"] = [*kinds, "null"]
        _allow_null_value(node)
        return node
    if "enum" in node or "const" in node:
        _allow_null_value(node)
        return node
    for keyword in ("oneOf", "anyOf"):
        members = node.get(keyword)
        if isinstance(members, list) and "allOf" not in node:
            if not any(isinstance(member, dict) and member.get("type") == "null" for member in members):
                members.append({"type": "null"})
            return node
    return _wrap(node, report)


def _allow_null_value(node: JsonMap) -> None:
    values = node.get("enum")
    if isinstance(values, list) and None not in values:
        values.append(None)
    if "const" in node and node["const"] is not None:
        node["enum"] = [node.pop("const"), None]


def _wrap(node: JsonMap, report: Report) -> JsonMap:
    """Anything else that may be null becomes a union of itself, which is returned, and null."""
    inner: JsonMap = {key: value for key, value in node.items() if key not in _BESIDE and not key.startswith("x-")}
    if not inner:
        node["anyOf"] = [inner, {"type": "null"}]  # any value, and null is told
        return inner
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
    return inner


def _bound(node: JsonMap, limit: str, exclusive: str, report: Report) -> None:
    """`exclusiveMinimum: true` beside `minimum: 1` says what `exclusiveMinimum: 1` says."""
    flag = node.get(exclusive)
    if not isinstance(flag, bool):
        return
    del node[exclusive]
    if flag and limit in node:
        node[exclusive] = node.pop(limit)
        report.positions.moved(node, exclusive, Place(node, limit))


def _responses(node: JsonMap, report: Report) -> bool:
    """`2xx` is written `2XX`; whether there was any."""
    moves = False
    for key in list(node):
        upper = key.upper()
        if len(key) == 3 and key[0] in "12345" and upper.endswith("XX") and upper != key and upper not in node:
            items = [(upper if each == key else each, value) for each, value in node.items()]
            node.clear()
            node.update(items)
            report.positions.moved(node, upper, Place(node, key))
            moves = True
    return moves
