"""The texts for people in a document, each marked with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sdkwright.openapi.data import Container, JsonMap
from sdkwright.text.told import Place, Told

KEYS: Final = ("summary", "description")
_DATA: Final = frozenset({"const", "enum", "example", "examples", "mapping"})
"""Below these keys stands data, in which a `description` is what anybody wants it to be."""
_VALUES: Final = _DATA | {"default"}


def mark_texts(root: JsonMap) -> tuple[Told, ...]:
    """Puts a marked text, which is equal, in the place of each `summary` and `description`.

    Not below what is data, nor below extensions; a property that is called like a keyword of these is passed over, too.
    What stands in several places of the tree has the mark of the first.
    """
    return tuple(_marked(root))


def _marked(root: JsonMap) -> Iterator[Told]:
    seen: set[int] = set()
    work: list[tuple[Container, Place]] = [(root, ())]
    while work:
        node, place = work.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, list):
            work += [(child, (place, index)) for index, child in enumerate(node) if isinstance(child, (dict, list))]
            continue
        for key in KEYS:
            if key in node and isinstance(text := node[key], str):
                node[key] = told = Told(text, (place, key))
                yield told
        # `default` is also the answer of every other status.
        data = _DATA if place and place[1] == "responses" else _VALUES
        for key, child in node.items():
            if (type(child) is dict or type(child) is list) and key not in data and not key.startswith("x-"):
                work.append((child, (place, key)))
