"""Extensions of other generators, in the terms of those that are read here: one table from names to counterparts.

A counterpart gives the value that the extension of ours would have, or None where it says nothing that can be said
here.  What has no counterpart is told, once for each extension.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from sdkwright.ir.service import STREAMS
from sdkwright.ir.types import Json
from sdkwright.normalise.extensions.marked import MARK, PURPOSES, purpose
from sdkwright.normalise.nodes import Node, mapping, sequence, text
from sdkwright.normalise.operations.media import kind_of
from sdkwright.openapi.pointer import join

PREFIXES: Final = ("x-fern-", "x-stainless-")

Counterpart = Callable[[Json, Node], Json]
"""From the value of an extension and the node that has it."""


def _same(value: Json, node: Node) -> Json:
    return value


def _if_true(value: Json, node: Node) -> Json:
    return True if value is True else None


# ------------------------------------------------------------------------------------------------------------- x-fern


def _groups(value: Json, node: Node) -> Json:
    """A name, or the names of nested groups from the outermost on."""
    path = [value] if isinstance(value, str) else [name for name in sequence(value) if isinstance(name, str)]
    return ".".join(path) or None


def _of_enum(part: str) -> Counterpart:
    """`x-fern-enum`: by value, a mapping of what is said of it."""

    def counterpart(value: Json, node: Node) -> Json:
        found = {key: text(mapping(each).get(part)) for key, each in mapping(value).items()}
        return {key: each for key, each in found.items() if each is not None} or None

    return counterpart


def _deprecated(value: Json, node: Node) -> Json:
    """`x-fern-availability`, as a word or with a message beside it."""
    status = value if isinstance(value, str) else text(mapping(value).get("status"))
    return True if status == "deprecated" else None


def _no_retries(value: Json, node: Node) -> Json:
    return {"strategy": "none"} if mapping(value).get("disabled") is True else None


def _pagination(value: Json, node: Node) -> Json:
    """`x-fern-pagination` in the terms of ours: which argument is which, and where the answer says how to go on."""
    given = mapping(value)
    results = {"results": _in_response(given["results"])} if "results" in given else {}
    if "cursor" in given and "next_cursor" in given:
        outputs = {**results, "nextCursor": _in_response(given["next_cursor"])}
        return _paging("cursor", [_input(given["cursor"], "cursor", node)], outputs)
    if "offset" in given and "step" in given:
        inputs = [_input(given["offset"], "offset", node), _input(given["step"], "limit", node)]
        return _paging("offsetLimit", inputs, results)
    if "offset" in given:
        return _paging("offsetLimit", [_input(given["offset"], "page", node)], results)
    for key in ("next_uri", "next_path"):
        if key in given:
            return _paging("url", [], {**results, "nextUrl": _in_response(given[key])})
    return None


def _paging(kind: str, inputs: list[Json], outputs: dict[str, Json]) -> Json:
    return None if None in inputs or None in outputs.values() else {"type": kind, "inputs": inputs, "outputs": outputs}


def _in_response(value: Json) -> Json:
    """`$response.page.next` as a JSONPath of the answer."""
    written = text(value) or ""
    return "$" + written.removeprefix("$response") if written.startswith("$response") else None


def _input(value: Json, role: str, node: Node) -> Json:
    """`$request.cursor`: a parameter, or a property of the body where there is one and no such parameter."""
    name = (text(value) or "").removeprefix("$request.")
    if not name or "." in name or name.startswith("$"):
        return None
    is_listed = any(mapping(one).get("name") == name for one in sequence(node.get("parameters")))
    in_body = "requestBody" in node and not is_listed
    return {"name": name, "in": "requestBody" if in_body else "parameters", "type": role}


def _streamed(value: Json, node: Node) -> Json:
    """`x-fern-streaming` says nothing new where a media type of an answer says that it is a stream."""
    kinds = {kind for one in mapping(node.get("responses")).values() for kind in mapping(mapping(one).get("content"))}
    says = any(kind_of(kind) in STREAMS for kind in kinds)
    return True if says and "stream-condition" not in mapping(value) else None


# -------------------------------------------------------------------------------------------------------- x-stainless


def _skipped(value: Json, node: Node) -> Json:
    """`x-stainless-skip`: true, or the languages for which it counts."""
    return True if value is True or "python" in sequence(value) else None


def _naming(part: str) -> Counterpart:
    """`x-stainless-naming`: by language, a name for each way in which the schema is used."""

    def counterpart(value: Json, node: Node) -> Json:
        return text(mapping(mapping(value).get("python")).get(part))

    return counterpart


def _renamed(value: Json, node: Node) -> Json:
    """`x-stainless-renameMap`: from the name of a member to its value."""
    return {each: name for name, each in mapping(value).items() if isinstance(each, str)} or None


def _any(value: Json, node: Node) -> Json:
    return "any" if value is True else None


def _marked(value: Json, node: Node) -> Json:
    """What the marks of an operation come to, `marked` says."""
    found = purpose(node)
    return True if found is not None and found in PURPOSES else None


def _constant(value: Json, node: Node) -> Json:
    """`x-stainless-const` beside an enum of one value: it is that one."""
    listed = sequence(node.get("enum"))
    return True if value is True and ("const" in node or len(listed) == 1) else None


COUNTERPARTS: Final[Mapping[str, tuple[tuple[str, Counterpart], ...]]] = {
    "ignore": (("x-fern-ignore", _if_true), ("x-stainless-skip", _skipped)),
    "name-override of an operation": (("x-fern-sdk-method-name", _same),),
    "name-override of a parameter": (
        ("x-fern-parameter-name", _same),
        ("x-stainless-param", _same),
        ("x-stainless-naming", _naming("method_argument")),
    ),
    "name-override of a property": (("x-fern-property-name", _same), ("x-stainless-naming", _naming("property_name"))),
    "name-override": (("x-fern-type-name", _same), ("x-stainless-naming", _naming("type_name"))),
    "group": (("x-fern-sdk-group-name", _groups),),
    "pagination": (("x-fern-pagination", _pagination),),
    "retries": (("x-fern-retries", _no_retries),),
    "server-id": (("x-fern-server-name", _same),),
    "enums": (("x-fern-enum", _of_enum("name")), ("x-stainless-renameMap", _renamed)),
    "enum-descriptions": (("x-fern-enum", _of_enum("description")),),
    "deprecated": (("x-fern-availability", _deprecated),),
    "deprecation-message": (("x-stainless-deprecation-message", _same),),
    "type-override": (("x-stainless-any", _any),),
    "const": (("x-stainless-const", _constant),),
    "streaming": (("x-fern-streaming", _streamed),),
    "marks of pages": ((MARK, _marked),),
}
"""By the name of the extension of ours, without its prefix: the extensions that say the same, in their order."""

_OF: Final = {
    name: tuple(counterpart for others in COUNTERPARTS.values() for other, counterpart in others if other == name)
    for others in COUNTERPARTS.values()
    for name, _ in others
}
_SAY_NOTHING: Final = (None, False, "generally-available", "ga")
"""Values that ask for what is done in any case."""
_DATA: Final = frozenset({"example", "examples", "default", "const", "enum"})
"""Keys below which there is no schema, only data."""


def counterpart(node: Node, name: str) -> Json:
    """What another generator's extensions of `node` say in the place of ours; None where they say nothing."""
    for other, convert in COUNTERPARTS.get(name, ()):
        if other in node and (found := convert(node[other], node)) is not None:
            return found
    return None


def unread(root: Json) -> Iterator[tuple[str, str, Json]]:
    """The extensions of others that are not read: pointer of the node, name and value; each first place of a name."""
    seen: set[str] = set()
    waiting: list[tuple[str, Json]] = [("#", root)]
    while waiting:
        at, node = waiting.pop()
        below: list[tuple[str, Json]] = []
        if isinstance(node, list):
            below = [(join(at, str(index)), each) for index, each in enumerate(node)]
        for name, value in node.items() if isinstance(node, dict) else ():
            if not name.startswith(PREFIXES):
                if name not in _DATA and not name.startswith("x-"):
                    below.append((join(at, name), value))
            elif name not in seen and value not in _SAY_NOTHING and not _is_read(name, value, mapping(node)):
                seen.add(name)
                yield at, name, value
        waiting += reversed(below)


def _is_read(name: str, value: Json, node: Node) -> bool:
    return any(convert(value, node) is not None for convert in _OF.get(name, ()))
