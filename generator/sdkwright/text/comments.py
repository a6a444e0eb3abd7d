"""Comments of HTML in texts for people: notes of their authors, which no reader sees (CommonMark 0.31, section 6.6)."""

from __future__ import annotations

import re

CODE = (
    r"(?P<code>^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[ ]{0,3}(?P=fence)[`~]*[ \t]*$"
    r"|(?:(?<=\n\n)|\A)(?:[ ]{4}|\t)[^\n]*(?:\n(?:[ ]{4}|\t)[^\n]*)*"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:.+?)(?<!`)(?P=ticks)(?!`))"
)
"""Code of Markdown as a pattern with `MULTILINE` and `DOTALL`: in fences, by its indentation, between backticks."""
_BEGINS = "<!--"
_PIECE = re.compile(rf"\\[\\<]|{CODE}|{_BEGINS}", re.MULTILINE | re.DOTALL)


def without_comments(text: str) -> str:
    """`text` without its comments; those in code, and one that nothing ends, are text like any other."""
    if _BEGINS not in text:
        return text
    kept: list[str] = []
    done = at = 0
    while (found := _PIECE.search(text, at)) is not None:
        at = found.end()
        if found.group() != _BEGINS:
            continue
        end = text.find("-->", found.start() + 2)  # `<!-->` is one, too
        if end < 0:
            break
        at = end + 3
        before = text[done : found.start()]
        kept.append(before.rstrip(" \t") if at == len(text) or text[at] == "\n" else before)
        done = at
    return "".join((*kept, text[done:]))
