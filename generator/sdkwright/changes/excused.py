"""The ignore file of `sdkwright diff`: changes that may pass, each with its reason, and until when.

- rule: response-member-removed
  subject: Pet.internal_*
  reason: Nobody was told of these.
  until: 2027-03-31
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from fnmatch import fnmatchcase
from pathlib import Path

from sdkwright.changes.report import Placed
from sdkwright.changes.rules import RULES
from sdkwright.frozen import Frozen, replace
from sdkwright.openapi.data import Json
from sdkwright.openapi.pointer import join
from sdkwright.openapi.positions import Positions
from sdkwright.openapi.syntax.source import Tree, read_source
from sdkwright.openapi.syntax.yaml_text import read_yaml
from sdkwright.problems import Position, Problem, ProblemsError, Severity, nearest, shown
from sdkwright.problems.codes.changes import BAD_EXCUSE, OLD_EXCUSE

_KEYS = frozenset({"rule", "subject", "reason", "until"})


class Excuse(Frozen):
    """One entry."""

    rule: str
    """The code of a rule, or a pattern such as `response-*`."""
    subject: str
    """What it is about, or a pattern."""
    reason: str
    until: date
    """The last day on which it counts."""
    position: Position

    def covers(self, one: Placed) -> bool:
        """Whether a change may pass."""
        return fnmatchcase(one.change.rule.code, self.rule) and fnmatchcase(one.change.subject, self.subject)


def excuse(changes: Iterable[Placed], excuses: Sequence[Excuse], today: date) -> tuple[Placed, ...]:
    """The changes, those that may pass with the reason; what has run out excuses nothing."""
    valid = [one for one in excuses if today <= one.until]
    found = ((one, next((e.reason for e in valid if e.covers(one)), None)) for one in changes)
    return tuple(replace(one, excuse=reason) for one, reason in found)


def outdated(excuses: Iterable[Excuse], today: date) -> tuple[Problem, ...]:
    """A warning for each entry that has run out."""
    return tuple(
        Problem(
            Severity.WARNING,
            OLD_EXCUSE,
            f"This entry has run out on {one.until.isoformat()}, and excuses nothing any more",
            position=one.position,
        )
        for one in excuses
        if one.until < today
    )


def read_excuses(path: Path) -> tuple[Excuse, ...]:
    """The entries of an ignore file.  Raises ProblemsError with everything that is wrong in it."""
    tree = read_yaml(read_source(path, str(path)))
    reader = _Reader(tree)
    found = reader.excuses()
    if reader.problems:
        raise ProblemsError(reader.problems)
    return found


class _Reader:
    """Reads the entries, and keeps what is wrong."""

    def __init__(self, tree: Tree) -> None:
        self.problems: list[Problem] = []
        self._root = tree.root
        self._positions = Positions()
        self._positions.add(tree)

    def excuses(self) -> tuple[Excuse, ...]:
        """Those that can be read."""
        if not isinstance(self._root, list):
            self._wrong("#", "The file is no list")
            return ()
        entries = ((join("#", str(index)), entry) for index, entry in enumerate(self._root))
        return tuple(one for place, entry in entries if (one := self._excuse(place, entry)) is not None)

    def _excuse(self, place: str, entry: Json) -> Excuse | None:
        before = len(self.problems)
        if not isinstance(entry, dict):
            self._wrong(place, "The entry is no mapping")
            return None
        for key in entry.keys() - _KEYS:
            self._wrong(join(place, key), f"An entry has no key {shown(key)}")
        said = {key: self._text(place, key, entry.get(key)) for key in ("rule", "subject", "reason")}
        until = self._day(place, entry.get("until"))
        if "*" not in said["rule"] and said["rule"] and said["rule"] not in RULES:
            near = nearest(said["rule"], RULES)
            meant = f"; did you mean {shown(near)}?" if near else ""
            self._wrong(join(place, "rule"), f"There is no rule {shown(said['rule'])}{meant}")
        if len(self.problems) > before or until is None:
            return None
        return Excuse(**said, until=until, position=self._position(place))

    def _text(self, place: str, key: str, value: Json) -> str:
        if isinstance(value, str) and value.strip():
            return value
        self._wrong(place, f"An entry needs `{key}`, a text")
        return ""

    def _day(self, place: str, value: Json) -> date | None:
        try:
            return datetime.strptime(value if isinstance(value, str) else "", "%Y-%m-%d").date()
        except ValueError:
            self._wrong(place, "An entry needs `until`, a day such as 2030-12-31")
            return None

    def _wrong(self, place: str, message: str) -> None:
        self.problems.append(Problem(Severity.ERROR, BAD_EXCUSE, message, position=self._position(place)))

    def _position(self, place: str) -> Position:
        found = self._positions.find(self._root, place)
        assert found is not None, "every entry was read from the file"
        return found
