"""What a person did where a text is no YAML: the parser says in what state it stopped, which helps nobody."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Mistake(NamedTuple):
    """A mistake: what is said, where in the text, and what to do."""

    message: str
    place: int
    remedy: str


_MERGE_MARK: Final = re.compile(r"^(?:<{7}|>{7})(?:[ \t].*)?$", re.MULTILINE)
_TAB: Final = re.compile(r"[ ]*\t")
_KEY: Final = re.compile(r"\s*(?:- +)*(\"[^\"\n]*\"|'[^'\n]*'|[^\s#\"'\[{][^#\n]*?):(?:[ \t]+|$)")
"""The beginning of a line up to its value."""
_RESERVED: Final = re.compile(r"[@`%]")
_CLOSED: Final = re.compile(r"(?:'[^'\n]*'|\"(?:[^\"\\\n]|\\.)*\")[ \t]*[^\s,#}\]:']")
"""A value in quotes, and a character behind them."""
_BRACES: Final = re.compile(r"([{\[])[^{}\[\]\n]*[}\]][ \t]*[^\s,#}\]:]")
"""A value that begins with a brace or a bracket, and goes on behind it."""


def merge_mark(text: str) -> Mistake | None:
    """The first mark of a merge that has not been settled."""
    found = _MERGE_MARK.search(text)
    if found is None:
        return None
    return Mistake(
        "The mark of a merge conflict stands in the file", found.start(), "Settle the conflict, and remove the marks."
    )


def mistake(text: str, stopped: int, began: int | None, said: str) -> Mistake | None:
    """What was most likely done where the parser stopped, in what began at `began`; None if nothing fits."""
    if (mark := merge_mark(text)) is not None:
        return mark
    begin = text.rfind("\n", 0, stopped) + 1
    line = _line(text, begin)
    if _TAB.match(line):
        place = begin + line.index("\t")
        return Mistake("A tab indents this line, where YAML takes spaces", place, "Indent with spaces.")
    if "quoted scalar" in said and began is not None:
        return Mistake(
            "A quote is opened here and not closed", began, "Close it; inside of '…', a quote is written ''."
        )
    for start in (begin, _before(text, begin)):
        if start is not None and (found := _in_value(_line(text, start), start, said)) is not None:
            return found
    if began is not None and ("flow mapping" in said or "flow sequence" in said):
        sign = text[began : began + 1]
        what = f"What is opened with {sign} in this place" if sign in "{[" else "A mapping or list in braces"
        remedy = "Close it, put a comma between its entries, or quote the text that it was meant to be."
        return Mistake(f"{what} is not closed, or lacks a comma", began, remedy)
    if "simple key" in said and began is not None:
        return Mistake(
            "This line has no value: there is no colon behind it", began, "Write a colon and a blank behind the key."
        )
    if "block" in said or "mapping values" in said or "expected key" in said:
        remedy = "Indent it like the lines that it belongs to; check that the line above is complete."
        return Mistake("This line is indented otherwise than the lines around it", begin + _indent(line), remedy)
    return None


def _in_value(line: str, begin: int, said: str) -> Mistake | None:
    """A mistake in the plain value of one line."""
    key = _KEY.match(line)
    value = line[key.end() :] if key is not None else line.lstrip(" -")
    at = begin + len(line) - len(value)
    if _RESERVED.match(value) or ("alias" in said and value.startswith("*")) or ("anchor" in said and value[:1] == "&"):
        return Mistake(f"A value cannot begin with {value[0]}", at, "Quote the value.")
    if _BRACES.match(value):
        return Mistake(
            f"A text that begins with {value[0]} must be quoted",
            at,
            f"Write '…' around it: {value[0]} opens " f"a {'mapping' if value[0] == '{' else 'list'}.",
        )
    if (closed := _CLOSED.match(value)) is not None:
        sign = "''" if value[0] == "'" else '\\"'
        return Mistake("A quote ends here, and text follows", at + closed.end() - 1, f"Inside of quotes, write {sign}.")
    if key is not None and value and value[0] not in "\"'{[|>&*!#" and re.search(r":(?:\s|$)", value):
        return Mistake(
            'A text with ": " in it must be quoted', at, "Write '…' around the value, or begin it with >- or |-."
        )
    return None


def _line(text: str, begin: int) -> str:
    end = text.find("\n", begin)
    return text[begin : len(text) if end < 0 else end].rstrip("\r")


def _before(text: str, begin: int) -> int | None:
    """Where the line before begins."""
    return None if begin == 0 else text.rfind("\n", 0, begin - 1) + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
