"""Responses: by code, by range and default; which are errors; what stands where a document declares no success."""

from __future__ import annotations

from sdkwright.ir.service import Response
from sdkwright.ir.types import Json, OperationKey, Origin, Root
from sdkwright.normalise.extensions import ErrorStatuses
from sdkwright.normalise.nodes import mapping
from sdkwright.normalise.operations.bodies import Holder, contents
from sdkwright.normalise.operations.parameters import headers
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.openapi.pointer import join, split
from sdkwright.problems import shown
from sdkwright.problems.codes.document import STATUS
from sdkwright.problems.codes.service import NO_SUCCESS_RESPONSE

SUCCESS = "2XX"


def responses(walk: Walk, key: OperationKey, at: str, node: Json, errors: ErrorStatuses) -> tuple[Response, ...]:
    """The responses of an operation, in document order."""
    found: list[Response] = []
    for written, entry in mapping(node).items():
        if written.startswith("x-"):
            continue
        status = written if written == "default" else written.upper()
        if status != "default" and not _is_status(status):
            walk.report.skipped(
                "response",
                STATUS,
                f"{shown(written)} is no status; the response is left out",
                join(at, written),
                remedy="Use a code, a range such as 4XX, or default.",
            )
            continue
        place = walk.references.node(join(at, written), entry)
        own = mapping(place.node)
        if (reason := walk.features.ignored(own)) is not None:
            walk.report.left_out("response", place.pointer, reason)
            continue
        walk.report.generated("response", place.pointer)
        origin = _origin(place.pointer, key, status)
        holder = Holder(place.pointer, own, origin)
        if own.get("links"):
            walk.report.left_out("keyword", join(place.pointer, "links"), "links are not generated")
        found.append(
            Response(
                status=status,
                contents=contents(walk, holder),
                description=walk.features.doc_text(own, "description"),
                headers=headers(walk, join(place.pointer, "headers"), own.get("headers")),
                is_error=is_error(status, errors),
            )
        )
    return _with_success(walk, key, found)


def _is_status(status: str) -> bool:
    return (
        len(status) == 3 and status[0] in "12345" and (status[1:] == "XX" or (status.isascii() and status.isdecimal()))
    )


def _origin(at: str, key: OperationKey, status: str) -> Origin:
    tokens = split(at)
    if len(tokens) == 3 and tokens[0] == "components":
        return Origin(Root.COMPONENT, component=tokens[2], status=status)
    return Origin(Root.RESPONSE, operation=key, status=status)


def is_error(status: str, errors: ErrorStatuses) -> bool:
    """4XX, 5XX, default and whatever `x-speakeasy-errors` adds; a redirect that is declared is an answer."""
    listed = status in errors.statuses or f"{status[0]}XX" in errors.statuses
    return listed if errors.replace and status != "default" else listed or not status.startswith(("1", "2", "3"))


def _with_success(walk: Walk, key: OperationKey, found: list[Response]) -> tuple[Response, ...]:
    """A document that declares no success means its default answer, or an answer without content."""
    if any(not response.is_error and not response.status.startswith("3") for response in found):
        return tuple(found)
    default = next((response for response in found if response.status == "default"), None)
    walk.report.warn(
        NO_SUCCESS_RESPONSE,
        "No response says what a success looks like; "
        + ("that of `default` is taken" if default is not None else "it is taken to have no content"),
        key,
    )
    made = Response(
        SUCCESS,
        default.contents if default is not None else (),
        default.description if default is not None else None,
    )
    return (made, *found)
