"""Schemas that give themselves a name: `$anchor`, `$dynamicAnchor` and `$id` (JSON Schema 2020-12, section 8.2)."""

from __future__ import annotations

from collections.abc import Iterator

from sdkwright.openapi.data import Json


def named_schemas(root: Json, keywords: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(name, place) of every schema that gives itself a name by one of `keywords`; the first of a name comes last."""
    found: list[tuple[str, tuple[str, ...]]] = []
    work: list[tuple[Json, tuple[str, ...]]] = [(root, ())]
    while work:
        node, tokens = work.pop()
        if isinstance(node, dict):
            for keyword in keywords:
                name = node.get(keyword)
                if isinstance(name, str):
                    found.append((name, tokens))
            skipped = ("example", "examples", "default", "enum", "const")
            work.extend(
                (child, (*tokens, key))
                for key, child in reversed(node.items())
                if isinstance(child, dict | list) and key not in skipped and not key.startswith("x-")
            )
        elif isinstance(node, list):
            work.extend((child, (*tokens, str(index))) for index, child in reversed(list(enumerate(node))))
    return reversed(found)


def place_of(value: Json, root: Json) -> tuple[str, ...] | None:
    """The keys that lead from `root` to `value` itself, not to its equal."""
    work: list[tuple[Json, tuple[str, ...]]] = [(root, ())]
    while work:
        node, tokens = work.pop()
        if node is value:
            return tokens
        if isinstance(node, dict | list):
            entries = node.items() if isinstance(node, dict) else enumerate(node)
            work.extend((child, (*tokens, str(key))) for key, child in entries if isinstance(child, dict | list))
    return None
