"""The text of a key or item that stands in lines of its own (YAML 1.2.2, sections 8.1.1 to 8.1.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_BREAKS: Final = re.compile(r"\n+")


def block_text(lines: Sequence[str], number: int, column: int, header: str) -> tuple[str, int] | None:
    """The text that begins in a line, and the line that follows it; None where only a whole parser knows.

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
