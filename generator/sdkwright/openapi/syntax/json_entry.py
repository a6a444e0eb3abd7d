"""An edit of texts in a document of JSON: the two files differ within values in quotes, and nowhere else.

What is in quotes says the same whatever stands around it (RFC 8259, chapter 7), so it is read by itself.  Which text of
the document it is says the number of the mapping that holds it, counted by the brackets before it.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from sdkwright.openapi.syntax.edit import Change, Edit, changes_of
from sdkwright.openapi.syntax.source import Source
from sdkwright.problems import Position

_BLANKS: Final = " \t\n\r"
_NO_BRACKETS: Final = bytes({*range(256)} - {*b"{}[]"})


def edit_in_json(old: Source, new: Source, keys: Sequence[int], names: Sequence[str]) -> Edit | None:
    """The edit if the two differ in texts alone.  The `keys` say which mapping has each text (`Positions.keys`), the
    `names` under which key; `old` is JSON by our rules where there are any.

    None where that is not certain."""
    if not keys:
        return None
    text = old.text
    numbers = {one: number for number, one in enumerate(zip(keys, names, strict=True))}
    brackets = b""

    def change_at(begin: int, at: int, more: int) -> Change | None:
        nonlocal brackets
        parts = text[at:begin].replace(r"\\", "").replace(r"\"", "").split('"')
        if len(parts) % 2:
            return None  # As many quotes end there as begin.
        start = _last_quote(text, begin)
        key, before, after = _key_before(text, start), _text_at(text, start), _text_at(new.text, start + more)
        if key is None or before is None or after is None:
            return None
        brackets += "".join(parts[::2]).encode().translate(None, _NO_BRACKETS)
        number = numbers.get((_mapping(brackets), text[key + 1 : text.index('"', key + 1)]))
        if number is None:
            return None
        return Change(number, before[0], after[0], key, before[1], after[1] - before[1])

    changes = changes_of(old, new, change_at)
    return None if changes is None else Edit(changes, tuple(keys), _moved(old, new, changes))


def _moved(old: Source, new: Source, changes: Sequence[Change]) -> Callable[[Position], Position | None]:
    """Where a place stands now: further on in its line by the characters that were added before; None for that of a key
    whose text was edited."""
    more = [0, *(change.more for change in changes)]
    ends = [change.end for change in changes]
    gone = {old.position(change.key) for change in changes}
    starts: dict[int, int] = {}
    """Where each line begins in which a text ends that was edited."""
    for end in ends:
        at = old.position(end)
        starts[at.line] = end - at.column + 1

    def moved(place: Position) -> Position | None:
        if place in gone:
            return None
        if place.line not in starts:
            return place
        index = starts[place.line] + place.column - 1
        return new.position(index + more[bisect_right(ends, index)])

    return moved


def _last_quote(text: str, end: int) -> int:
    """Where the last quote before `end` stands that no backslash takes its meaning from."""
    found = end
    while True:
        found = text.rfind('"', 0, found)
        slashes = found
        while slashes and text[slashes - 1] == "\\":
            slashes -= 1
        if (found - slashes) % 2 == 0:
            return found


def _text_at(text: str, start: int) -> tuple[str, int] | None:
    """The text in quotes that begins at `start`, and where it ends; None for what our reader refuses."""
    try:
        found, end = json.JSONDecoder().raw_decode(text, start)
        found.encode()  # No half of a pair of surrogates.
    except ValueError:
        return None
    return found, end


def _key_before(text: str, start: int) -> int | None:
    """Where the key stands whose value begins at `start`; None for an item of a list, and a key with a backslash."""
    end = text.rfind('"', 0, start)
    begin = text.rfind('"', 0, max(end, 0))
    is_key = begin > 0 and text[end + 1 : start].strip(_BLANKS) == ":" and "\\" not in text[begin - 1 : end]
    return begin if is_key else None


def _mapping(brackets: bytes) -> int:
    """Which mapping or list is open behind some brackets, counted as they begin."""
    number = brackets.count(b"{") + brackets.count(b"[")
    closed = 0
    for sign in reversed(brackets):
        if sign in b"}]":
            closed += 1
            continue
        number -= 1
        if not closed:
            break
        closed -= 1
    return number
