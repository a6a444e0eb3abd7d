"""An edit of texts in a document of YAML, each read by itself: what stands before it and behind it is as it was.

What a reader of YAML knows when it comes to a key of a mapping that is written line by line is how far that stands from
the margin, and nothing else counts until the next line that stands no further in (YAML 1.2.2, chapter 8).  So the lines
between say the same alone as among all others.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from sdkwright.frozen import replace
from sdkwright.openapi.syntax.edit import Change, Edit, changes_of
from sdkwright.openapi.syntax.source import Source
from sdkwright.openapi.syntax.yaml_text import read_yaml
from sdkwright.problems import Position, ProblemsError

_BEFORE: Final = re.compile(r" *(?:- +)*")
"""What may stand before a key in its line: it is in block style then, and not in braces."""
_KEY: Final = re.compile(r"([a-z]+|\"[a-z]+\"|'[a-z]+'): ")
_TAB: Final = re.compile(r" *\t")
"""What a line behind the value must not begin with: nobody knows how far in it stands."""
_NAMED: Final = re.compile(r"(?:[ \n]|(?<=[ \n])#[^\n]*\n)*[&*!]")
"""A value with an anchor or a tag, or one that an anchor names; blanks, line ends and comments may stand before it."""
_NOT_ALONE: Final = re.compile(
    r"[^\n -~\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff\ue000-\ufdff\U00010000-\U0010ffff]|^(?:---|\.\.\.|%)", re.MULTILINE
)
"""What may mean more than itself: line ends of other kinds, tabs, marks of a document, what cannot be seen."""


def edit_of(old: Source, new: Source, keys: Sequence[int]) -> Edit | None:
    """The edit if the two differ in what some of the `keys` say, which are given by where they stand in the old one.

    None where that is not certain."""
    if "\r" in old.text:
        return None
    numbers = {key: number for number, key in enumerate(keys)}
    known = sorted(numbers)

    def change_at(begin: int, at: int, more: int) -> Change | None:
        before_it = bisect_right(known, begin)
        key = known[before_it - 1] if before_it else -1
        head = _KEY.match(old.text, key) if at <= key <= begin else None
        line = old.text.rfind("\n", 0, key) + 1
        if head is None or begin < head.end() or _BEFORE.fullmatch(old.text, line, key) is None:
            return None
        end, new_end = _end(old.text, key, key - line), _end(new.text, key + more, key - line)
        if _TAB.match(old.text, end) or _TAB.match(new.text, new_end):
            return None
        before, after = _value(old, key - line, key, end), _value(new, key - line, key + more, new_end)
        if before is None or after is None:
            return None
        return Change(numbers[key], before, after, key, end, new_end - end)

    changes = changes_of(old, new, change_at)
    if changes is None:
        return None
    changed = [change.key for change in changes]
    more = [0, *(change.more for change in changes)]
    return Edit(changes, tuple(key + more[bisect_left(changed, key)] for key in keys), _moved(old, new, changes))


def _moved(old: Source, new: Source, changes: Sequence[Change]) -> Callable[[Position], Position | None]:
    """Where a place stands now: further down by the lines that were added above; None for one in a line of a change."""
    firsts: list[int] = []
    ends: list[int] = []
    added = [0]
    more = 0
    for change in changes:
        lines = old.text.count("\n", change.key, change.end)
        last = 0 if old.text.endswith("\n", change.key, change.end) else 1  # the last line of the file may have no end
        firsts.append(old.position(change.key).line)
        ends.append(firsts[-1] + lines + last)
        added.append(added[-1] + new.text.count("\n", change.key + more, change.end + change.more) - lines)
        more = change.more

    def moved(place: Position) -> Position | None:
        above = bisect_right(firsts, place.line)
        if above and place.line < ends[above - 1]:
            return None
        return replace(place, line=place.line + added[above])

    return moved


def _end(text: str, key: int, column: int) -> int:
    """Where the next line begins that stands no further in than a key, and is no comment and not empty."""
    line = text.find("\n", key) + 1
    found = re.compile(rf"^ {{0,{column}}}[^ #\n]", re.MULTILINE).search(text, line) if line else None
    return len(text) if found is None else found.start()


def _value(source: Source, column: int, key: int, end: int) -> str | None:
    """The text of a key, read without what is around it."""
    lines = source.text[key:end]
    head = _KEY.match(lines)
    if head is None or _NOT_ALONE.search(lines) or _NAMED.match(lines, head.end()):
        return None
    try:
        root = read_yaml(Source(source.file, source.path, " " * column + lines)).root
    except ProblemsError:
        return None
    found = root.get(head[1].strip("\"'")) if isinstance(root, dict) and len(root) == 1 else None
    return found if isinstance(found, str) else None
