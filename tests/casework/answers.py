"""Answers that a document promises: the first success of an operation, with content that its schema allows."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, cast

from sdkwright.ir.service import MediaKind
from sdkwright.normalise.operations.media import kind_of

from tests.runtime.loopback import Answer

TEXTS = {
    "date-time": "2025-04-20T01:02:03Z",
    "date": "2025-04-20",
    "time": "01:02:03",
    "duration": "PT1H",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
    "email": "ada@example.com",
    "uri": "https://example.com",
    "uri-reference": "?page=2",
    "byte": "Ynl0ZXM=",
    "binary": "Ynl0ZXM=",
    "base64": "Ynl0ZXM=",
    "decimal": "1.5",
    "bigint": "12345678901234567890",
    "ipv4": "192.0.2.1",
}
DEEPEST = 4
"""How deep optional members are given."""

Node = Mapping[str, Any]


class Answers:
    """Answers by one document, whose references all lead into itself."""

    def __init__(self, root: Node) -> None:
        self.root = root

    def operation(self, method: str, path: str) -> Node | None:
        """The operation that a request is for; literal paths go before those with places, base paths do not count."""
        for template in sorted(self.root.get("paths", {}), key=lambda each: (each.count("{"), -len(each))):
            pattern = re.sub(r"\\{.*?\\}", "[^/]+", re.escape(template))
            item = self._found(self.root["paths"][template])
            found = item.get(method.lower()) or item.get("additionalOperations", {}).get(method)
            if found is not None and re.search(f"{pattern}$", path):
                return cast(Node, found)
        return None

    def answer(self, operation: Node, *, first: bool) -> Answer:
        """The first success; after the first call, one with as little in it as the schema allows, which ends paging."""
        responses = operation["responses"]
        code = next((code for code in responses if str(code).startswith("2")), "default")
        status = int(code) if str(code).isdigit() else 200
        content = self._found(responses.get(code, {})).get("content") or {}
        for media_type, media in content.items():
            schema = media.get("itemSchema", media.get("schema", {}))
            real = media_type.replace("*/*", "application/json").replace("/*", "/plain")
            return Answer(status, self._body(real, schema, first), {"Content-Type": real})
        return Answer(status, b"", {})

    def _body(self, media_type: str, schema: Any, first: bool) -> bytes:
        value = self.value(schema, full=first)
        match kind_of(media_type):
            case MediaKind.SSE:
                return self._event(value).encode()
            case MediaKind.JSON_LINES:
                lines = value if isinstance(value, list) else [value]
                return "".join(f"{json.dumps(line)}\n" for line in lines).encode()
            case MediaKind.TEXT:
                return str(value).encode()
            case MediaKind.BINARY:
                return b"\x00bytes"
            case _:
                return json.dumps(value).encode()

    @staticmethod
    def _event(value: Any) -> str:
        if isinstance(value, dict) and "data" in value:
            fields = {name: value[name] for name in ("event", "id", "retry", "data") if name in value}
        else:
            fields = {"data": value}
        lines = [f"{name}: {v if isinstance(v, str) else json.dumps(v)}\n" for name, v in fields.items()]
        return "".join(lines) + "\n"

    # -------------------------------------------------------------------------------------------------------- values

    def value(self, schema: Any, *, full: bool, depth: int = 0) -> Any:
        """A value that the schema allows; `full` ones have their optional members, too."""
        schema = self._found(schema) if isinstance(schema, Mapping) else {}
        if "const" in schema:
            return schema["const"]
        if schema.get("enum"):
            return next(value for value in schema["enum"] if value is not None)
        if "allOf" in schema:
            return self.value(self._joined([schema]), full=full, depth=depth)
        for keyword in ("oneOf", "anyOf"):
            if keyword in schema:
                return self._chosen(schema, keyword, full, depth)
        match self._kind(schema):
            case "object":
                return self._object(schema, full, depth)
            case "array":
                items = schema.get("prefixItems", [schema.get("items", {})])
                some = (full and depth < DEEPEST) or schema.get("minItems", 0)
                return [self.value(item, full=full, depth=depth + 1) for item in items] if some else []
            case "integer" | "number" as kind:
                least = max(schema.get("minimum", 1), schema.get("exclusiveMinimum", 0) + 1)
                return least if kind == "integer" else least + 0.25
            case "boolean":
                return True
            case "null":
                return None
            case _:
                shown = TEXTS.get(schema.get("format", ""), "text")
                return shown.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength")]

    @staticmethod
    def _kind(schema: Node) -> str:
        declared = schema.get("type")
        if isinstance(declared, list):
            return str(next((kind for kind in declared if kind != "null"), "null"))
        if declared is not None:
            return str(declared)
        if "properties" in schema or "additionalProperties" in schema or "patternProperties" in schema:
            return "object"
        return "array" if "items" in schema or "prefixItems" in schema else "string"

    def _joined(self, parts: list[Any]) -> dict[str, Any]:
        """All parts as one schema; where two say something else, the first is right."""
        made: dict[str, Any] = {}
        for part in map(self._found, parts):
            inner = self._joined(part["allOf"]) if "allOf" in part else {}
            dropped = ("allOf", "oneOf", "anyOf", "discriminator") if "discriminator" in part else ("allOf",)
            for each in (_without(part, *dropped), inner):
                for name, schema in each.get("properties", {}).items():
                    known = made.setdefault("properties", {})
                    known[name] = {"allOf": [known[name], schema]} if name in known else schema
                made["required"] = [*made.get("required", ()), *each.get("required", ())]
                made = {**each, **made}
        return made

    def _chosen(self, schema: Node, keyword: str, full: bool, depth: int) -> Any:
        """The first member that is not null, with what stands beside the choice, and with its tag."""
        choice = next(choice for choice in schema[keyword] if self._found(choice).get("type") != "null")
        tag = schema.get("discriminator", {})
        beside = _without(schema, keyword, "discriminator")
        value = self.value(self._joined([choice, beside]) if beside else choice, full=full, depth=depth)
        if isinstance(value, dict) and value.get(tag.get("propertyName"), "text") == "text" and tag:
            name = str(choice.get("$ref", "")).rpartition("/")[2]
            listed = (key for key, target in tag.get("mapping", {}).items() if target.rpartition("/")[2] == name)
            value[tag["propertyName"]] = next(listed, name)
        return value

    def _object(self, schema: Node, full: bool, depth: int) -> dict[str, Any]:
        properties = schema.get("properties", {})
        required = schema.get("required", ())
        wanted = [
            name
            for name, each in properties.items()
            if (name in required or (full and depth < DEEPEST and each is not False and each.get("enum") != []))
            and not self._found(each).get("writeOnly")
        ]
        members = {name: self.value(properties[name], full=full, depth=depth + 1) for name in wanted}
        members |= {name: "text" for name in required if name not in properties}
        further = schema.get("additionalProperties")
        if full and not properties and further not in (None, False) and depth < DEEPEST:
            members["key"] = self.value(further, full=full, depth=depth + 1)
        return members

    def _found(self, node: Any) -> Node:
        """The node, or where its reference leads, with what stands beside it."""
        while isinstance(node, Mapping) and "$ref" in node:
            beside = _without(node, "$ref")
            node = {**self._at(str(node["$ref"])), **beside}
        return node if isinstance(node, Mapping) else {}

    def _at(self, reference: str) -> Node:
        at: Any = self.root
        for step in reference.removeprefix("#").split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            at = at[int(key)] if isinstance(at, list) else at[key]
        return cast(Node, at)


def _without(node: Node, *names: str) -> dict[str, Any]:
    return {name: value for name, value in node.items() if name not in names}
