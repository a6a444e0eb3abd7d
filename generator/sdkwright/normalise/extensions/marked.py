"""Paging that is marked where it happens: `x-stainless-pagination-property` says of a part of a request or of an answer
what it is for, and from all marks together comes what `x-speakeasy-pagination` would say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from sdkwright.ir.types import Json
from sdkwright.normalise.nodes import Node, mapping, text

MARK: Final = "x-stainless-pagination-property"
_ASKS: Final = (
    ("next_cursor_param", "next_cursor_field", "cursor", "cursor"),
    ("next_cursor_id_param", "cursor_item_id", "cursor", "cursor"),
    ("offset_count_param", None, "offsetLimit", "offset"),
    ("page_number_param", None, "offsetLimit", "page"),
    (None, "cursor_url_field", "url", None),
)
"""The purpose of the argument, that of what leads on, our type, and the role of the argument."""
PURPOSES: Final = frozenset(
    {"items", "has_next_page", "previous_cursor_param", "previous_cursor_field", "previous_cursor_id_param"}
    | {"current_page_number_field", "total_page_count_field", "offset_total_count_field", "offset_count_start_field"}
    | {purpose for asked, onward, _, _ in _ASKS for purpose in (asked, onward) if purpose is not None}
)
"""All that there are.  Those which are not read are for what is done in any case: the end is where nothing is left, and
nobody goes back."""

Path = tuple[str, ...]


def purpose(node: Node) -> str | None:
    """What a node is for."""
    return text(mapping(node.get(MARK)).get("purpose"))


def marks(properties: Json, there: Callable[[Json], Node] = mapping, path: Path = ()) -> Iterator[tuple[str, Path]]:
    """Purpose and path of what is marked below; `[-1]` is the last item of a list.  `there` follows references."""
    for key, value in mapping(properties).items():
        below, node = (*path, key), there(value)
        if (found := purpose(mapping(value)) or purpose(node)) is not None:
            yield found, below
        if len(path) < _DEPTH:
            yield from marks(node.get("properties"), there, below)
            yield from marks(there(node.get("items")).get("properties"), there, (*below, "[-1]"))


_DEPTH: Final = 6
"""Answers that are deeper, or go round in a circle, have no marks there."""


def paging(request: Mapping[str, str], answer: Mapping[str, Path], where: str = "parameters") -> Json:
    """What the marks come to: by purpose the name of an argument, and the path of a part of the answer; None for
    nothing."""
    for asked, onward, kind, role in _ASKS:
        if (asked is None or asked in request) and (onward is None or onward in answer):
            inputs: list[Json] = [] if asked is None else [{"name": request[asked], "in": where, "type": role}]
            outputs: dict[str, Json] = {}
            if "items" in answer:
                outputs["results"] = _jsonpath(answer["items"])
            if onward is not None:
                outputs["nextUrl" if kind == "url" else "nextCursor"] = _jsonpath(answer[onward])
            if "total_page_count_field" in answer:
                outputs["numPages"] = _jsonpath(answer["total_page_count_field"])
            return {"type": kind, "inputs": inputs, "outputs": outputs}
    return None


def _jsonpath(steps: Path) -> str:
    return "$" + "".join(step if step == "[-1]" else f"['{step}']" for step in steps)
