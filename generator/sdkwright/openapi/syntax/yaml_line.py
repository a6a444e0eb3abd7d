"""What one line of YAML says by itself, and what a text says that stands in lines of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
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
FLOW: Final = 4
"""A mapping or list in braces, which may be JSON."""
LIST: Final = 5
"""A list that begins in the line of a dash, with what is said behind it."""
ODD: Final = 6
"""Only a whole parser knows."""
NOTHING: Final = 7
COMMENT: Final = 8

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
_BREAKS: Final = re.compile(r"\n+")
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
        if said == "-" or said.startswith("- "):
            return LIST, width, None, said, width
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
    if written[0] in "{[":
        return FLOW, written
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


def block_text(lines: Sequence[str], number: int, column: int, header: str) -> tuple[str, int] | None:
    """The text that begins in a line, and the line that follows it (YAML 1.2.2, sections 8.1.1 to 8.1.3); None where
    only a whole parser knows.

    Its key or dash stands `column` from the margin, and `header` says how it is cut: `|`, `>`, `|-` …
    """
    end, parts, margin = number, list[str](), ""
    while end < len(lines):
        line = lines[end]
        if margin and line.startswith(margin):
            parts.append(line[len(margin) :])
        elif not (said := line.lstrip(" ")):
            parts.append("")
        elif margin or len(line) - len(said) <= column:
            break
        else:  # The first line that is not empty says how far all of them stand from the margin.
            margin = " " * (len(line) - len(said))
            if said[0] == "\t" or any(len(empty) > len(margin) for empty in lines[number:end]):
                return None
            parts.append(said)
        end += 1
    follows = lines[end] if end < len(lines) else ""
    if not margin or len(follows) - len(follows.lstrip(" ")) > column:
        return None
    while not parts[-1]:
        parts.pop()
    text = "\n".join(parts)
    if header[0] == ">":
        is_even = text[0] != "\n" and not any(odd in text for odd in ("\n\n", "\n ", "\n\t"))
        text = text.replace("\n", " ") if is_even else _BREAKS.sub(_folded, text)
    ends = {"-": 0, "+": end - number - len(parts) + 1}.get(header[1:], 1)
    return text + "\n" * ends, end


def _folded(breaks: re.Match[str]) -> str:
    """One line end is a blank, of several all but the first stay; all do before the text and beside a line that stands
    further in."""
    text, begin, end = breaks.string, breaks.start(), breaks.end()
    if begin == 0 or text[end] in " \t" or text[text.rfind("\n", 0, begin) + 1] in " \t":
        return breaks[0]
    return breaks[0][1:] or " "
