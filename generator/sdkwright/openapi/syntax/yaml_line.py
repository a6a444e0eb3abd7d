"""What one line of YAML says by itself."""

from __future__ import annotations

import json
import re
from sys import intern
from typing import Final, TypeAlias

from sdkwright.openapi.data import Json
from sdkwright.openapi.syntax.scalars import BEGINNINGS, ScalarError, resolve

VALUE: Final = 0
"""The line says all of the value."""
WAITS: Final = 1
"""What stands further in is the value, if there is anything."""
BLOCK: Final = 2
"""So is the text in the next lines; the line says how it is cut."""
EMPTY: Final = 3
"""An empty mapping or list."""
ODD: Final = 4
"""Only a whole parser knows."""
NOTHING: Final = 5
COMMENT: Final = 6

Line: TypeAlias = tuple[int, int, str | None, Json, int]
"""What the value is; how far from its dash an item stands, 0 where there is no dash; the key, if there is one; what is
said of the value, and how far from the key or the dash it stands."""

_NOTHING: Final[Line] = (NOTHING, 0, None, None, 0)
_COMMENT: Final[Line] = (COMMENT, 0, None, None, 0)
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_MAY_BEGIN: Final = frozenset("-?:")
"""Those that a text may begin with, if something follows them."""
_QUOTED: Final = re.compile(r"'((?:[^'\t]|'')*)'|\"([^\"\\\t]*)\"")
_ESCAPED: Final = re.compile(r'"(?:[^"\\\t]|\\["\\/bfnrt]|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})*"')
"""A text in double quotes with such escapes as JSON has, too."""
_QUOTED_KEY: Final = re.compile(rf"(?:{_QUOTED.pattern}):(?: |$)")
_MARKS: Final = ("---", "...")
_LONGEST_KEY: Final = 1000
"""Of longer ones libyaml refuses some."""
_HEADERS: Final = frozenset(f"{style}{chomping}" for style in "|>" for chomping in ("", "-", "+"))
_WORD: Final = 40
"""A text that is shorter is likely to stand there more than once."""
_LONG: Final = 100
"""A line that is longer is not."""


class Known(dict[str, Line]):
    """What each line says, without its margin: the same few thousand stand there over and over."""

    def __missing__(self, said: str) -> Line:
        line = _line(said.rstrip(" "))
        if len(said) < _LONG:
            self[said] = line
        return line


def _line(said: str) -> Line:
    if not said:
        return _NOTHING
    if said[0] == "#":
        return _COMMENT
    if said == "-":
        return WAITS, 1, None, None, 1
    width = 0
    if said.startswith("- "):
        item = said[1:].lstrip(" ")
        width, said = len(said) - len(item), item
    name, value = _key(said)
    if name is not None:
        kind, known = _value(value)
        return kind, width, name, known, len(said) - len(value)
    kind, known = _value(said) if width and said[0] != "#" else (ODD, None)
    return kind, width, None, known, width


def _key(said: str) -> tuple[str | None, str]:
    """The key that a line begins with, if it is a usual one, and what follows it."""
    if said[0] in "'\"":
        quoted = _QUOTED_KEY.match(said)
        if quoted is None:
            return None, said
        name, value = _within(quoted), said[quoted.end() :]
    else:
        name, colon, value = said.partition(": ")
        if not colon:
            if said[-1] != ":":
                return None, said
            name = said[:-1]
        if not name or name == "<<" or name[-1] == " " or name.startswith(_MARKS) or not _is_plain(name):
            return None, said
    return (intern(name), value.lstrip(" ")) if len(name) < _LONGEST_KEY else (None, said)


def _value(written: str) -> tuple[int, Json]:
    """What the value of a line is, and what is said of it."""
    if not written or written[0] == "#":
        return WAITS, None
    if _is_plain(written):
        if written[0] not in BEGINNINGS:
            return VALUE, worded(written)
        try:
            return VALUE, resolve(written)
        except ScalarError:
            return ODD, None
    if written in _HEADERS:
        return BLOCK, written
    if written in ("{}", "[]"):
        return EMPTY, written
    if (quoted := _QUOTED.fullmatch(written)) is not None:
        return VALUE, worded(_within(quoted))
    return (VALUE, worded(json.loads(written))) if _ESCAPED.fullmatch(written) else (ODD, None)


def _is_plain(written: str) -> bool:
    """Whether it is a text without quotes, and nothing else (YAML 1.2.2, section 7.3.3)."""
    if written[0] in _INDICATORS and (written[0] not in _MAY_BEGIN or written[1:2] in ("", " ")):
        return False
    return not (": " in written or written[-1] == ":" or " #" in written or "\t" in written)


def _within(quoted: re.Match[str]) -> str:
    return quoted[2] if quoted[1] is None else quoted[1].replace("''", "'")


def worded(text: str) -> str:
    """The same text, which is one value if it is a word."""
    return intern(text) if len(text) < _WORD else text
