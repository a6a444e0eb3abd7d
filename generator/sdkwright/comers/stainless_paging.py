"""The paging schemes of `stainless.yml`: what of a request and of an answer has to do with pages, marked by purpose."""

from __future__ import annotations

from sdkwright.comers.given import Given
from sdkwright.frozen import Frozen
from sdkwright.normalise.extensions.marked import marks, paging
from sdkwright.normalise.nodes import mapping, sequence
from sdkwright.openapi import pointer
from sdkwright.openapi.data import Json, JsonMap


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
    request = {purpose: path[-1] for purpose, path in marks(one.get("request"))}
    answer = dict(marks(one.get("response")))
    lists = ((key,) for key, value in mapping(one.get("response")).items() if mapping(value).get("type") == "array")
    if "items" not in answer and (items := next(lists, None)) is not None:
        answer["items"] = items
    made = mapping(paging(request, answer, "requestBody" if one.get("param_location") == "body" else "parameters"))
    if not made:
        return None
    arguments = [mapping(each).get("name") for each in sequence(made.get("inputs"))]
    return Scheme(str(one.get("name")), str(arguments[0]) if arguments else None, made)


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
