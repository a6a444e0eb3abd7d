"""An edit of one text in a document of JSON: the two files differ within one value in quotes, and nowhere else.

What is in quotes says the same whatever stands around it (RFC 8259, chapter 7), so it is read by itself.  Which text of
the document it is says the number of the mapping that holds it, counted by the brackets before it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from sdkwright.openapi.syntax.edit import Edit, shared
from sdkwright.openapi.syntax.source import Source
from sdkwright.problems import Position

_BLANKS: Final = " \t\n\r"
_NO_BRACKETS: Final = bytes({*range(256)} - {*b"{}[]"})


def edit_in_json(old: Source, new: Source, keys: Sequence[int], names: Sequence[str]) -> Edit | None:
    """The edit if the two differ in one text.  The `keys` say which mapping has each text (`Positions.keys`), the
    `names` under which key; `old` is JSON by our rules where there are any.

    None where that is not certain."""
    if not keys:
        return None
    text = old.text
    begin = shared(text, new.text)
    parts = text[:begin].replace(r"\\", "").replace(r"\"", "").split('"')
    if len(parts) % 2:
        return None  # As many quotes end there as begin.
    start = _last_quote(text, begin)
    before, after = _text_at(text, start), _text_at(new.text, start)
    if before is None or after is None or text[before[1] :] != new.text[after[1] :]:
        return None
    key = _key_before(text, start)
    asked = (_mapping("".join(parts[::2])), None if key is None else text[key + 1 : text.index('"', key + 1)])
    number = next((number for number, one in enumerate(zip(keys, names, strict=True)) if one == asked), None)
    if key is None or number is None:
        return None
    above, at, more = old.position(key), old.position(start), after[1] - before[1]

    def moved(place: Position) -> Position | None:
        index = start + place.column - at.column
        if place == above or (place.line == at.line and start <= index < before[1]):
            return None
        return place if place.line != at.line else new.position(index if index < start else index + more)

    return Edit(number, before[0], after[0], tuple(keys), moved)


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


def _mapping(outside: str) -> int:
    """Which mapping or list is open at the end of a text without what is in quotes, counted as they begin."""
    brackets = outside.encode().translate(None, _NO_BRACKETS)
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
