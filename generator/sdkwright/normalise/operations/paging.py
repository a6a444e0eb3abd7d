"""`x-speakeasy-pagination`: how the next page is asked for, with JSONPath outputs resolved into steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sdkwright.ir.service import MediaKind, Operation, Pagination, PagingInput, PagingKind
from sdkwright.ir.types import Json, ObjectDef, RefType, Type, TypeDef, TypeId, children
from sdkwright.normalise.nodes import Node, mapping, sequence, text
from sdkwright.normalise.operations.media import kind_of
from sdkwright.normalise.report import Report
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.problems import shown
from sdkwright.problems.codes.service import PAGINATION, PAGINATION_PATH

_KINDS: Final = {kind.value: kind for kind in PagingKind}
_ROLES: Final = frozenset({"page", "offset", "limit", "cursor"})
_STEP: Final = re.compile(
    r"""\.(?P<name>[\w$-]+)
      | \[(?P<index>-?[0-9]{1,6})\]
      | \['(?P<single>[^'\\]*)'\]
      | \["(?P<double>[^"\\]*)"\]
      | (?P<last>\[\(@\.length\s?-\s?1\)\]|\[-1:\])
      | (?P<all>\[\*\]|\.\*)
    """,
    re.VERBOSE,
)


def pagination(walk: Walk, node: Node, at: str) -> Pagination | None:
    """The paging of an operation; None where there is none or it cannot be used (a warning)."""
    written = walk.features.pagination(node) or (_marked(walk, node, at) if walk.features.others else None)
    if written is None:
        return None
    given = mapping(written)
    kind = _KINDS.get(text(given.get("type")) or "")
    inputs = tuple(found for entry in sequence(given.get("inputs")) if (found := _input(mapping(entry))) is not None)
    outputs = mapping(given.get("outputs"))
    paths = {name: _path(walk, outputs.get(name), at) for name in ("results", "numPages", "nextCursor", "nextUrl")}
    if kind is None or not _complete(kind, inputs, paths):
        walk.report.skipped(
            "keyword", PAGINATION, f"This pagination cannot be used: {shown(written)}", f"{at}/x-speakeasy-pagination"
        )
        return None
    return Pagination(
        kind,
        inputs,
        results=paths["results"],
        num_pages=paths["numPages"],
        next_cursor=paths["nextCursor"],
        next_url=paths["nextUrl"],
    )


def _marked(walk: Walk, node: Node, at: str) -> Json:
    """The paging that marks on parameters and on the first answer in JSON come to."""

    def there(value: Json) -> Node:
        return mapping(walk.references.node(at, value).node)

    answers = (there(one) for status, one in mapping(node.get("responses")).items() if status.startswith("2"))
    contents = (pair for one in answers for pair in mapping(one.get("content")).items())
    schemas = (there(mapping(entry).get("schema")) for kind, entry in contents if kind_of(kind) is MediaKind.JSON)
    parameters = [there(one) for one in sequence(node.get("parameters"))]
    return walk.features.marked_paging(parameters, next(schemas, mapping(None)), there)


_Path = tuple[str | int, ...] | None


def _complete(kind: PagingKind, inputs: tuple[PagingInput, ...], paths: dict[str, _Path]) -> bool:
    roles = {one.role for one in inputs}
    match kind:
        case PagingKind.OFFSET_LIMIT:
            return bool(roles & {"page", "offset"})
        case PagingKind.CURSOR:
            return "cursor" in roles and paths["nextCursor"] is not None
        case PagingKind.URL:
            return paths["nextUrl"] is not None


def _input(node: Node) -> PagingInput | None:
    role, where, name = (text(node.get(key)) for key in ("type", "in", "name"))
    if role not in _ROLES or where not in ("parameters", "requestBody") or not name:
        return None
    return PagingInput(role, where, name)


def _path(walk: Walk, written: Json, at: str) -> _Path:
    if written is None:
        return None
    found = jsonpath(written) if isinstance(written, str) else None
    if found is None:
        walk.report.skipped(
            "keyword",
            PAGINATION_PATH,
            f"{shown(written)} is no path of names and positions; it is not used",
            f"{at}/x-speakeasy-pagination/outputs",
            remedy="Write it as $.name.name[0].",
        )
    return found


def jsonpath(written: str) -> _Path:
    """The steps of a JSONPath (RFC 9535) that names one place; `-1` is the last of a list.  None if it is another."""
    if not written.startswith("$"):
        return None
    steps: list[str | int] = []
    position = 1
    while position < len(written):
        match = _STEP.match(written, position)
        if match is None or match["all"]:
            # `$.data[*]` at the end means the list itself
            return tuple(steps) if match is not None and match.end() == len(written) else None
        if match["index"] is not None:
            steps.append(int(match["index"]))
        elif match["last"] is not None:
            steps.append(-1)
        else:
            steps.append(next(part for part in (match["name"], match["single"], match["double"]) if part is not None))
        position = match.end()
    return tuple(steps)


def check(operations: Iterable[Operation], definitions: Mapping[TypeId, TypeDef], report: Report) -> None:
    """Warns of inputs that an operation does not take, and of outputs that its answer cannot have."""
    for operation in operations:
        paging = operation.pagination
        if paging is None:
            continue
        lost = [one.name for one in paging.inputs if not _takes(operation, one, definitions)]
        answers = [content.type for one in operation.responses if not one.is_error for content in one.contents]
        outputs = (paging.results, paging.num_pages, paging.next_cursor, paging.next_url)
        paths = [path for path in outputs if path and not any(_leads(each, path, definitions) for each in answers)]
        lost += [".".join(("$", *map(str, path))) for path in paths]
        if lost:
            report.degraded(
                "keyword",
                PAGINATION_PATH,
                f"The pagination names what the operation does not have: {', '.join(map(shown, lost))}",
                f"{operation.id}/x-speakeasy-pagination",
            )


def _takes(operation: Operation, wanted: PagingInput, definitions: Mapping[TypeId, TypeDef]) -> bool:
    if wanted.where == "parameters":
        return any(one.name == wanted.name for one in operation.parameters)
    contents = operation.body.contents if operation.body is not None else ()
    return any(_leads(content.type, (wanted.name,), definitions) for content in contents)


def _leads(kind: Type, path: tuple[str | int, ...], definitions: Mapping[TypeId, TypeDef]) -> bool:
    """Whether something may be at `path` below a type; only an object without further properties says no."""
    for step in path:
        inside = children(kind)
        if inside:
            (kind,) = inside
        else:
            definition = definitions.get(kind.id) if isinstance(kind, RefType) else None
            if not isinstance(definition, ObjectDef) or definition.additional is not None:
                return True
            inner = next((one.type for one in definition.properties if one.name == step), None)
            if inner is None:
                return False
            kind = inner
    return True
