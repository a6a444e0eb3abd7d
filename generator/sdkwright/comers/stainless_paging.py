"""The paging schemes of `stainless.yml`: what of a request and of an answer has to do with pages, marked by purpose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sdkwright.comers.given import Given, mapping, quoted, sequence
from sdkwright.frozen import Frozen
from sdkwright.openapi import pointer
from sdkwright.openapi.data import Json, JsonMap

_MARK: Final = "x-stainless-pagination-property"
_KINDS: Final = {
    "cursor": ("cursor", "cursor", "next_cursor_param", "next_cursor_field"),
    "cursor_id": ("cursor", "cursor", "next_cursor_id_param", "cursor_item_id"),
    "cursor_url": ("url", "", "", "cursor_url_field"),
    "offset": ("offsetLimit", "offset", "offset_count_param", ""),
    "page_number": ("offsetLimit", "page", "page_number_param", ""),
}
"""By the type of a scheme: our type, the role of the argument, the purpose of the argument, that of what leads on."""


class Scheme(Frozen):
    """One scheme: its name, the argument that asks for the next page (none where a URL does), and ours for it."""

    name: str
    argument: str | None
    extension: JsonMap


def schemes(given: Given) -> tuple[Scheme, ...]:
    """The schemes that can be said here; the others are told."""
    found: list[Scheme] = []
    for index in given.keys("pagination"):
        one = mapping(given.look("pagination", index))
        made = _scheme(one)
        if made is not None:
            found.append(made)
            given.take("pagination", index)
        elif one.get("type") == "fake_page":
            given.take("pagination", index)  # All comes in one page, as it does without paging.
        else:
            given.tell("what asks for the next page is not marked in it", "pagination", index)
    return tuple(found)


def page(
    given: Given,
    described: Json,
    known: tuple[Scheme, ...],
    endpoint: tuple[str, str],
    place: tuple[str, ...],
    update: JsonMap,
) -> None:
    """Adds paging to an operation: by the scheme that it names, or by the first whose argument it has."""
    wanted = given.look(*place, "paginated")
    declared = _arguments(described, *endpoint)
    fitting = [one for one in known if wanted == one.name or (wanted in (None, True) and one.argument in declared)]
    if wanted is True and not fitting:
        fitting = [one for one in known if one.argument is None]
    if fitting:
        update["x-speakeasy-pagination"] = fitting[0].extension
    if fitting or wanted is False:
        given.take(*place, "paginated")
    else:
        given.tell("no scheme of paging fits the arguments of the operation", *place, "paginated")


def _scheme(one: JsonMap) -> Scheme | None:
    kind = _KINDS.get(str(one.get("type")))
    if kind is None:
        return None
    ours, role, param, onward = kind
    request = {purpose: path[-1] for purpose, path in _marked(one.get("request"), ())}
    answer = dict(_marked(one.get("response"), ()))
    where = "requestBody" if one.get("param_location") == "body" else "parameters"
    inputs: list[Json] = []
    if role:
        if param not in request:
            return None
        inputs.append({"name": request[param], "in": where, "type": role})
    outputs: JsonMap = {}
    items = answer.get("items") or next(_lists(one.get("response")), None)
    if items is not None:
        outputs["results"] = _path(items)
    if onward:
        if onward not in answer:
            return None
        outputs["nextUrl" if ours == "url" else "nextCursor"] = _path(answer[onward])
    if "total_page_count_field" in answer:
        outputs["numPages"] = _path(answer["total_page_count_field"])
    extension: JsonMap = {"type": ours, "inputs": inputs, "outputs": outputs}
    return Scheme(str(one.get("name")), str(request[param]) if role else None, extension)


def _marked(node: Json, path: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Purpose and path of what is marked below; the last item of a list stands for its items."""
    for key, value in mapping(node).items():
        below = (*path, key)
        purpose = mapping(mapping(value).get(_MARK)).get("purpose")
        if isinstance(purpose, str):
            yield purpose, below
        yield from _marked(mapping(value).get("properties"), below)
        yield from _marked(mapping(mapping(value).get("items")).get("properties"), (*below, "[-1]"))


def _lists(node: Json) -> Iterator[tuple[str, ...]]:
    return ((key,) for key, value in mapping(node).items() if mapping(value).get("type") == "array")


def _path(steps: tuple[str, ...]) -> str:
    return "$" + "".join(step if step.startswith("[") else f"[{quoted(step)}]" for step in steps)


def _arguments(described: Json, path: str, method: str) -> set[str]:
    """The names of the parameters of an operation and of its path, and of the properties of its body."""
    item = mapping(mapping(mapping(described).get("paths")).get(path))
    operation = mapping(item.get(method))
    listed = [*sequence(item.get("parameters")), *sequence(operation.get("parameters"))]
    names = {str(_there(described, one).get("name")) for one in listed}
    for media_type in mapping(_there(described, operation.get("requestBody")).get("content")).values():
        names |= mapping(_there(described, mapping(media_type).get("schema")).get("properties")).keys()
    return names


def _there(described: Json, node: Json) -> JsonMap:
    """The node, or what its local reference leads to."""
    reference = mapping(node).get("$ref")
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return mapping(node)
    found = described
    for token in pointer.split(reference):
        found = pointer.step(found, token)[1] if isinstance(found, dict | list) else None
    return mapping(found)
