"""Changes as people and programs read them: a line of counts, text, Markdown for release notes, plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sdkwright.changes.found import Change, Use
from sdkwright.changes.rules import Weight
from sdkwright.frozen import Frozen
from sdkwright.openapi.data import Json
from sdkwright.problems import Position

_SHOWN_USES = 3
"""The uses that a text tells of one by one; how many there are is always said."""
_MARK = " (Breaking ⚠️)"


class Placed(Frozen):
    """A change, and where it was written before and after; no position where there is no document to point into."""

    change: Change
    old: Position | None = None
    new: Position | None = None
    excuse: str | None = None
    """Why somebody has said that it may pass."""

    @property
    def breaks(self) -> bool:
        """Whether callers break, and nobody has excused it."""
        return self.change.breaks and self.excuse is None


def summary(changes: Iterable[Placed]) -> str:
    """`Breaking: 2, added: 5`; empty without changes."""
    counts = Counter("excused" if one.excuse is not None else one.change.rule.weight.value for one in changes)
    order = (*(weight.value for weight in Weight), "excused")
    said = ", ".join(f"{name}: {counts[name]}" for name in order if counts[name])
    return said[:1].upper() + said[1:]


# --------------------------------------------------------------------------------------------------------------- text


def text_lines(changes: Sequence[Placed]) -> list[str]:
    """What changed, why it matters, where callers meet it and where it was written; the counts at the end."""
    lines: list[str] = []
    for one in changes:
        change = one.change
        weight = change.rule.weight.value if one.excuse is None else "excused"
        lines.append(f"{weight}: {change.rule.what}: {change.subject}  [{change.rule.code}]")
        if change.old or change.new:
            lines.append(f"  {_from_to(change)}")
        if change.uses:
            lines.append(f"  in {_uses(change.uses)}")
        lines.extend(f"  {word} {place}" for word, place in (("before:", one.old), ("now:", one.new)) if place)
        if change.takes:
            lines.append(f"  with it: {', '.join(change.takes)}")
        lines.append(f"  {change.rule.why}" if one.excuse is None else f"  excused: {one.excuse}")
    return [*lines, f"{summary(changes)}."] if changes else ["Nothing changed for callers."]


def _from_to(change: Change) -> str:
    if change.old and change.new:
        return f"from {change.old} to {change.new}"
    return f"was {change.old}" if change.old else f"is {change.new}"


def _uses(uses: Sequence[Use]) -> str:
    said = [": ".join(filter(None, (use.call, use.path))) for use in uses[:_SHOWN_USES]]
    rest = len(uses) - len(said)
    return "; ".join([*said, *([f"and {rest} more"] if rest else [])])


# ----------------------------------------------------------------------------------------------------------- markdown


@dataclass(slots=True)
class _Notes:
    """The lines below one method."""

    own: list[str] = field(default_factory=list[str])
    inside: list[str] = field(default_factory=list[str])


def markdown(changes: Iterable[Placed], variable: str, module: str) -> str:
    """Release notes, method by method; then what concerns no method."""
    methods: dict[str, _Notes] = {}
    others: dict[str, None] = {}
    for one in changes:
        change = one.change
        mark = f"**{change.rule.verb}**{_MARK if change.breaks else ''}"
        others.update((f"* `{use.path}`: {mark}", None) for use in change.uses if not use.call)
        for use in (use for use in change.uses if use.call):
            notes = methods.setdefault(use.call, _Notes())
            line = f"`{use.path}` {mark}" if use.path else mark
            listed = notes.inside if use.path else notes.own
            if line not in listed:
                listed.append(line)
        if not change.uses:
            others[f"* `{module}.{change.subject}`: {mark}" if change.owner else f"* {change.rule.what}: {mark}"] = None
    lines = [line for call in sorted(methods) for line in _method_lines(f"{variable}.{call}()", methods[call])]
    return "\n".join(["## Python SDK Changes:", *lines, *others, ""])


def _method_lines(call: str, notes: _Notes) -> list[str]:
    own = [f"* `{call}`: {line}" for line in notes.own] or [f"* `{call}`:"]
    return [*own, *(f"  * {line}" for line in sorted(notes.inside))]


# --------------------------------------------------------------------------------------------------------- plain data


def values(changes: Iterable[Placed]) -> list[Json]:
    """One object for each change; every key is always there."""
    return [_value(one) for one in changes]


def _value(one: Placed) -> dict[str, Json]:
    change = one.change
    return {
        "rule": change.rule.code,
        "weight": change.rule.weight.value,
        "breaking": one.breaks,
        "shows": change.rule.shows.value if change.rule.shows else None,
        "what": change.rule.what,
        "why": change.rule.why,
        "subject": change.subject,
        "old": change.old,
        "new": change.new,
        "uses": [{"call": use.call, "path": use.path} for use in change.uses],
        "takes": list(change.takes),
        "before": _position(one.old),
        "now": _position(one.new),
        "excuse": one.excuse,
    }


def _position(place: Position | None) -> Json:
    if place is None:
        return None
    return {"file": place.file, "line": place.line or None, "column": place.column or None}


def placed(
    changes: Iterable[Change], old: Mapping[tuple[str, str], Position], new: Mapping[tuple[str, str], Position]
) -> tuple[Placed, ...]:
    """The changes with their places: of the member, else of its owner."""
    return tuple(
        Placed(one, None if one.is_addition else _place(old, one), None if one.is_removal else _place(new, one))
        for one in changes
    )


def _place(places: Mapping[tuple[str, str], Position], one: Change) -> Position | None:
    return places.get((one.owner, one.member)) or places.get((one.owner, ""))
