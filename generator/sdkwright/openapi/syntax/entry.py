"""An edit of one text in a document of YAML, read by itself: what stands before it and behind it is as it was.

What a reader of YAML knows when it comes to a key of a mapping that is written line by line is how far that stands from
the margin, and nothing else counts until the next line that stands no further in (YAML 1.2.2, chapter 8).  So the lines
between say the same alone as among all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from sdkwright.frozen import replace
from sdkwright.openapi.syntax.edit import Edit, shared
from sdkwright.openapi.syntax.source import Source
from sdkwright.openapi.syntax.yaml_text import read_yaml
from sdkwright.problems import Position, ProblemsError

_BEFORE: Final = re.compile(r" *(?:- +)*")
"""What may stand before a key in its line: it is in block style then, and not in braces."""
_KEY: Final = re.compile(r"([a-z]+|\"[a-z]+\"|'[a-z]+'): ")
_NAMED: Final = re.compile(r"(?:[ \n]|(?<=[ \n])#[^\n]*\n)*[&*!]")
"""A value with an anchor or a tag, or one that an anchor names; blanks, line ends and comments may stand before it."""
_NOT_ALONE: Final = re.compile(
    r"[^\n -~\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff\ue000-\ufdff\U00010000-\U0010ffff]|^(?:---|\.\.\.|%)", re.MULTILINE
)
"""What may mean more than itself: line ends of other kinds, tabs, marks of a document, what cannot be seen."""


def edit_of(old: Source, new: Source, keys: Sequence[int]) -> Edit | None:
    """The edit if the two differ in what one of the `keys` says, which are given by where they stand in the old one.

    None where that is not certain."""
    begin = shared(old.text, new.text)
    key = max((key for key in keys if 0 <= key <= begin), default=None)
    if key is None:
        return None
    head = _KEY.match(old.text, key)
    line = old.text.rfind("\n", 0, key) + 1
    if head is None or begin < head.end() or _BEFORE.fullmatch(old.text, line, key) is None or "\r" in old.text:
        return None
    end, new_end = _end(old.text, key, key - line), _end(new.text, key, key - line)
    if old.text[end:] != new.text[new_end:] or old.text[end:].lstrip(" ").startswith("\t"):
        return None
    before, after = _value(old, line, key, end), _value(new, line, key, new_end)
    if before is None or after is None:
        return None
    first = old.text.count("\n", 0, key) + 1
    lines = old.text.count("\n", key, end)
    more = new.text.count("\n", key, new_end) - lines
    last = 0 if old.text.endswith("\n", key, end) else 1  # the last line of the file may have no end
    keys_now = tuple(one + new_end - end if one > key else one for one in keys)
    return Edit(keys.index(key), before, after, keys_now, partial(_moved, first, first + lines + last, more))


def _moved(first: int, end: int, lines: int, place: Position) -> Position | None:
    """Where a place stands now: that many lines further down, if it is below the edit; None if it is within."""
    if place.line < first:
        return place
    return None if place.line < end else replace(place, line=place.line + lines)


def _end(text: str, key: int, column: int) -> int:
    """Where the next line begins that stands no further in than a key, and is no comment and not empty."""
    line = text.find("\n", key) + 1
    found = re.compile(rf"^ {{0,{column}}}[^ #\n]", re.MULTILINE).search(text, line) if line else None
    return len(text) if found is None else found.start()


def _value(source: Source, line: int, key: int, end: int) -> str | None:
    """The text of a key, read without what is around it."""
    lines = source.text[key:end]
    head = _KEY.match(lines)
    if head is None or _NOT_ALONE.search(lines) or _NAMED.match(lines, head.end()):
        return None
    try:
        root = read_yaml(Source(source.file, source.path, " " * (key - line) + lines)).root
    except ProblemsError:
        return None
    found = root.get(head[1].strip("\"'")) if isinstance(root, dict) and len(root) == 1 else None
    return found if isinstance(found, str) else None
