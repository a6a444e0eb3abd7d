"""The text of a key or item that stands in lines of its own (YAML 1.2.2, sections 8.1.1 to 8.1.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_BREAKS: Final = re.compile(r"\n(\n*)")


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
        if text[0] in "\n \t" or "\n " in text or "\n\t" in text:
            return None
        text = _BREAKS.sub(_folded, text) if "\n\n" in text else text.replace("\n", " ")
    ends = {"-": 0, "+": end - number - len(parts) + 1}.get(header[1:], 1)
    return text + "\n" * ends, end


def _folded(breaks: re.Match[str]) -> str:
    """One line end is a blank; of several all but the first stay."""
    return breaks[1] or " "
