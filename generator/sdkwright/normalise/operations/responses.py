"""Responses: by code, by range and default; which are errors; what stands where a document declares no success."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import TypeAlias

from sdkwright.frozen import replace
from sdkwright.ir.service import Response
from sdkwright.ir.types import Json, OperationKey, Origin, Root
from sdkwright.normalise.extensions import ErrorStatuses
from sdkwright.normalise.nodes import Target, mapping
from sdkwright.normalise.operations.bodies import Holder, contents
from sdkwright.normalise.operations.parameters import headers
from sdkwright.normalise.schemas.walk import Walk
from sdkwright.openapi.pointer import join, split
from sdkwright.problems import shown
from sdkwright.problems.codes.document import STATUS
from sdkwright.problems.codes.service import NO_SUCCESS_RESPONSE

SUCCESS = "2XX"


Shared: TypeAlias = MutableMapping[tuple[str, str, bool], Response]
"""What was made of the responses of the document's components, by pointer, status and whether that is an error."""


def responses(
    walk: Walk, key: OperationKey, at: str, node: Json, errors: ErrorStatuses, shared: Shared, *, bare: bool = False
) -> tuple[Response, ...]:
    """The responses of an operation, in document order; `bare`: without content, as answers to HEAD are (RFC 9110,
    section 9.3.2).

    A response that many operations refer to is made once, and is found in `shared` from then on.
    """
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
        place = walk.references.node(at, entry, written)
        bad = is_error(status, errors)
        made = None if bare else shared.get((place.pointer, status, bad))
        if made is not None:
            found.append(made)
            continue
        own = mapping(place.node)
        if (reason := walk.features.ignored(own)) is not None:
            walk.report.left_out("response", place.pointer, reason)
            continue
        made = None if bare else shared.get((place.pointer, status, not bad))
        made = _response(walk, key, status, place, bare=bare) if made is None else made
        made = made if made.is_error is bad else replace(made, is_error=bad)
        if _is_component(place.pointer) and not bare:
            shared[place.pointer, status, bad] = made
        found.append(made)
    return _with_success(walk, key, found)


def _response(walk: Walk, key: OperationKey, status: str, place: Target, *, bare: bool) -> Response:
    """One response, as if it were no error."""
    own = mapping(place.node)
    walk.report.generated("response", place.pointer)
    if own.get("links"):
        walk.report.left_out("keyword", join(place.pointer, "links"), "links are not generated")
    if bare and own.get("content") and not _is_component(place.pointer):
        walk.report.left_out("keyword", join(place.pointer, "content"), "an answer to HEAD has no content")
    holder = Holder(place.pointer, own, _origin(place.pointer, key, status))
    return Response(
        status=status,
        contents=() if bare else contents(walk, holder),
        description=walk.features.doc_text(own, "description"),
        headers=headers(walk, join(place.pointer, "headers"), own.get("headers")),
    )


def _is_status(status: str) -> bool:
    return (
        len(status) == 3 and status[0] in "12345" and (status[1:] == "XX" or (status.isascii() and status.isdecimal()))
    )


def _is_component(at: str) -> bool:
    """Whether a response belongs to no operation."""
    return at.startswith("#/components/") and len(split(at)) == 3


def _origin(at: str, key: OperationKey, status: str) -> Origin:
    if _is_component(at):
        return Origin(Root.COMPONENT, component=split(at)[-1], status=status)
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
