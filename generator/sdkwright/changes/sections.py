"""A release in words: the sections of its entry in CHANGELOG.md, and its entry in RELEASES.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sdkwright.changes.report import Placed, markdown
from sdkwright.changes.rules import Weight
from sdkwright.changes.surface import Package
from sdkwright.docs.markdown import code_span

SECTIONS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
"""The kinds of changes, in the order of Keep a Changelog 1.1.0."""
_WEIGHTS = {Weight.ADDED: "Added", Weight.DEPRECATED: "Deprecated"}


def sections(changes: Iterable[Placed] | None) -> Mapping[str, Sequence[str]]:
    """The lines of each section that has some.  Without anything to compare it is the first release."""
    if changes is None:
        return {"Added": ["- The first release."]}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in changes:
        name = _WEIGHTS.get(one.change.rule.weight, "Removed" if one.change.is_removal else "Changed")
        found[name].append(_line(one))
    if not found:
        return {"Changed": ["- Nothing that callers see."]}
    return {name: found[name] for name in SECTIONS if found[name]}


def _line(one: Placed) -> str:
    change = one.change
    mark = "**Breaking:** " if one.breaks else ""
    subject = f": {code_span(change.subject)}" if change.subject else ""
    moved = f" (from {code_span(change.old)} to {code_span(change.new)})" if change.old and change.new else ""
    return f"- {mark}{change.rule.what}{subject}{moved}"


def release_entry(
    heading: str, package: Package, based_on: Sequence[str], changes: Sequence[Placed] | None
) -> Sequence[str]:
    """The lines of an entry of RELEASES.md; `based_on` are the lines of a list."""
    if changes is None:
        notes = ["The first release."]
    elif not changes:
        notes = ["Nothing changed for callers."]
    else:
        title, *listed = markdown(changes, package.variable, package.module).splitlines()
        notes = [f"#{title}", "", *listed]
    return (f"## {heading}", "", "Based on:", "", *(f"- {line}" for line in based_on), "", *notes)
