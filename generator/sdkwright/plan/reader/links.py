"""Links in descriptions that lead nowhere: told here, left out on the reader's pages, kept on published ones.

A run that makes anew only what shows a text looks for them itself (`revise`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sdkwright.docs.reader.text.inline import Find
from sdkwright.docs.reader.text.sinks import anchors_in, dead_links
from sdkwright.docs.reader.text.targets import targets
from sdkwright.ir.service import Api, Operation
from sdkwright.ir.types import EnumDef, Notes, ObjectDef
from sdkwright.plan.reader.aims import known
from sdkwright.problems import Problem, Severity, shown
from sdkwright.problems.codes.document import DEAD_LINK
from sdkwright.text.told import plain
from sdkwright.view.reference import TargetKind

_MOST = 10
"""More targets are told together: a document that was written for another site has hundreds."""


def link_problems(api: Api) -> Iterator[Problem]:
    """A warning for each target, at the first description that leads there."""
    found: dict[str, list[str]] = {}
    find = _finder(api)
    for id, end, text in _descriptions(api):
        for target in dead_links(plain(text), find):
            found.setdefault(target, []).append(f"{id}{end}")
    for number, (target, pointers) in enumerate(found.items()):
        others = len(found) - number
        if number == _MOST and others > 1:
            message = f"The link {shown(target)} of a description and those to {others - 1} other places lead nowhere"
            yield _problem(message, pointers[0])
            return
        again = f"; it stands in {len(pointers)} descriptions" if pointers[1:] else ""
        yield _problem(f"The link {shown(target)} of a description leads nowhere{again}", pointers[0])


def _finder(api: Api) -> Find:
    """Which links inside of the document lead to something that has a page."""
    parts = known(api)

    @cache
    def headings() -> frozenset[str]:
        """Whoever changes one changes what is known of other texts, so the text counts as asked for what is in it."""
        said = api.description
        return frozenset(anchors_in(plain(said))) if said is not None and "#" in said else frozenset()

    def find(href: str) -> str:
        for target in targets(href):
            if target[1] in headings() if target[0] is TargetKind.SECTION else target in parts:
                return href
        return ""

    return find


def _problem(message: str, pointer: str) -> Problem:
    return Problem(Severity.WARNING, DEAD_LINK, message, pointer=pointer)


def _descriptions(api: Api) -> Iterator[tuple[str, str, str]]:
    """What the pages print, and the two ends of where it stands."""
    if api.description is not None:
        yield "#/info", "/description", api.description
    for tag in api.tags:
        if tag.description is not None:
            yield "#/tags", "", tag.description
    for operation in api.operations:
        yield from _of_operation(operation)
    for hook in api.webhooks:
        yield from _of_notes(hook.id, hook.notes)
    for id, definition in api.types.items():
        if id in api.unreferenced:
            continue
        if definition.notes.description is not None:
            yield definition.id, "/description", definition.notes.description
        if isinstance(definition, ObjectDef):
            for one in definition.properties:
                if one.notes.description is not None:
                    yield one.id, "/description", one.notes.description
        elif isinstance(definition, EnumDef):
            for member in definition.members:
                if member.description is not None:
                    yield member.id, "", member.description


def _of_operation(operation: Operation) -> Iterator[tuple[str, str, str]]:
    yield from _of_notes(operation.id, operation.notes)
    for parameter in operation.parameters:
        if parameter.notes.description is not None:
            yield parameter.id, "/description", parameter.notes.description
    for response in operation.responses:
        if response.is_success and response.description is not None:
            yield operation.id, f"/responses/{response.status}/description", response.description


def _of_notes(id: str, notes: Notes) -> Iterator[tuple[str, str, str]]:
    if notes.summary is not None:
        yield id, "/summary", notes.summary
    if notes.description is not None:
        yield id, "/description", notes.description
