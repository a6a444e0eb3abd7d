"""An answer that a schema allows: every property of an object, one item of an array, the first of a choice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

MOST_DEPTH = 8
TEXTS = {
    "date-time": "2025-04-20T01:02:03.004Z",
    "date": "2025-04-20",
    "uuid": "5f0a6c2e-0d8e-4b1a-9d5c-2f6f3a1b4c7d",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "email": "a@example.com",
    "byte": "YWJj",
    "decimal": "1.5",
}


class Samples:
    """Makes samples for the schemas of one document, whose references all begin with `#/`."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self._root = root

    def resolved(self, node: Any) -> dict[str, Any]:
        """What a node refers to, in the end."""
        while isinstance(node, Mapping) and isinstance(cast("dict[str, Any]", node).get("$ref"), str):
            target: Any = self._root
            for step in cast("str", node["$ref"]).removeprefix("#/").split("/"):
                target = target[step.replace("~1", "/").replace("~0", "~")]
            node = target
        return cast("dict[str, Any]", node) if isinstance(node, Mapping) else {}

    def of(self, node: Any, depth: int = 0) -> Any:
        """A value for a schema.  Raises ValueError where the schema nests too deeply."""
        schema = self.resolved(node)
        if depth > 3 * MOST_DEPTH:
            raise ValueError("the schema has no end")
        if "const" in schema:
            return schema["const"]
        if schema.get("enum"):
            return next((value for value in schema["enum"] if value is not None), None)
        if schema.get("allOf"):
            return self._all_of(schema, depth)
        for choice in ("oneOf", "anyOf"):
            if schema.get(choice):
                return self._choice(schema[choice], depth)
        return self._typed(schema, _type(schema), depth)

    def _all_of(self, schema: dict[str, Any], depth: int) -> Any:
        own = {key: value for key, value in schema.items() if key != "allOf"}
        parts = [self.of(part, depth + 1) for part in [*schema["allOf"], *([own] if _type(own) else [])]]
        if all(isinstance(part, dict) for part in parts):
            return {key: value for part in parts for key, value in part.items()}
        return next((part for part in parts if part is not None), None)

    def _choice(self, members: list[Any], depth: int) -> Any:
        for member in members:
            if _type(self.resolved(member)) != "null":
                return self.of(member, depth + 1)
        return None

    def _typed(self, schema: dict[str, Any], kind: str | None, depth: int) -> Any:
        match kind:
            case "object":
                return self._object(schema, depth)
            case "array":
                return [self.of(schema["items"], depth + 1)] if schema.get("items") and depth < MOST_DEPTH else []
            case "string":
                return TEXTS.get(schema.get("format", ""), "a text of some words")
            case "integer":
                return max(7, int(schema.get("minimum", 7)))
            case "number":
                return 7.25
            case "boolean":
                return True
            case _:
                return None

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        required: list[str] = schema.get("required") or []
        properties: dict[str, Any] = schema.get("properties") or {}
        made: dict[str, Any] = {}
        for name, node in properties.items():
            if name in required or (depth < MOST_DEPTH and not self.resolved(node).get("writeOnly")):
                made[name] = self.of(node, depth + 1)
        further = schema.get("additionalProperties")
        if isinstance(further, Mapping) and further and depth < MOST_DEPTH:
            made["further"] = self.of(further, depth + 1)
        return made


def _type(schema: Mapping[str, Any]) -> str | None:
    kinds = schema.get("type")
    if isinstance(kinds, list):
        return next((kind for kind in cast("list[str]", kinds) if kind != "null"), "null")
    if isinstance(kinds, str):
        return kinds
    return "object" if "properties" in schema else "array" if "items" in schema else None
