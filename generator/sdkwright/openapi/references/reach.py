"""The part of a document to which some of its schemas lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdkwright.openapi.data import Container, Json, JsonMap
from sdkwright.openapi.pointer import split


def part_of(root: JsonMap, pointers: Iterable[str]) -> JsonMap:
    """The document with nothing in it but what stands at `pointers`, and at all that is referred to from there.

    The references must be as in every document that was read: local pointers.  What leads nowhere is passed over.
    """
    part: JsonMap = {}
    whole: set[tuple[int, str]] = set()
    wanted = {*pointers}
    work = [*wanted]
    while work:
        tokens = split(work.pop())
        if not tokens:
            return root
        for reference in _references(put(root, part, tokens, whole)):
            if reference not in wanted:
                wanted.add(reference)
                work.append(reference)
    return part


def put(root: JsonMap, part: JsonMap, tokens: tuple[str, ...], whole: set[tuple[int, str]]) -> Json:
    """Puts what stands under the keys `tokens` of `root` under the same keys of `part`; a list with all that is in it.

    Returns what was put, or None where it was there.  `whole` is what was put: the mapping above each, and its key.
    """
    node, above = root, part
    for depth, token in enumerate(tokens, 1):
        if token not in node or (id(above), token) in whole:
            break
        child = node[token]
        if depth == len(tokens) or not isinstance(child, dict):
            above[token] = child
            whole.add((id(above), token))
            return child
        inner = above.setdefault(token, {})
        assert isinstance(inner, dict), "what is no mapping is put whole"
        node, above = child, inner
    return None


def _references(top: Json) -> Iterator[str]:
    """Every reference in a part of a document."""
    work: list[Container] = [top] if isinstance(top, dict | list) else []
    while work:
        node = work.pop()
        if isinstance(node, dict):
            reference = node.get("$ref")
            if isinstance(reference, str) and reference.startswith("#"):
                yield reference
        inner = node.values() if isinstance(node, dict) else node
        work.extend(child for child in inner if isinstance(child, dict | list))
