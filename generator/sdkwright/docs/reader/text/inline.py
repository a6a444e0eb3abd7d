"""What stands in a line: each piece written so that it is nothing else to any reader, MDX included.

Text is escaped where it would begin something (CommonMark 0.31, sections 2.4 and 6; in MDX a brace begins an
expression).  Links lead to other sites or to headings of the same text; any other is left out, and its text stays.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Sequence
from urllib.parse import quote

from sdkwright.docs.markdown import code_span, readable
from sdkwright.docs.reader.text.html import BREAK
from sdkwright.docs.reader.text.pieces import Piece

LINE_BREAK = "<br/>"
_SPECIAL = re.compile(r"[\\`*\[\]{}|<]|~(?=~)|(?<=~)~|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)|(?<=\])\(|" + BREAK)
"""The parenthesis behind a bracket as well: readers that know no backslash would find a link there."""
_SIGN = re.compile(rf"[\\`*\[\]{{}}|<~_&!{BREAK}]")
"""Without any of these there is none of them, which is found out in a tenth of the time."""
_WRITTEN = {"<": "&lt;", "&": "&amp;", BREAK: LINE_BREAK}
_STARTS_A_BLOCK = re.compile(
    r"^[ \t]*(?:(?P<number>\d{1,9})(?=[.)](?:\s|$))"
    r"|(?P<sign>#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-+\s*$|:?-+:?\s*$|!!!|={3}|\?\?\?|:::)|(?P<word>[ie])(?=mport\b|xport\b))",
    re.MULTILINE,
)
_SCHEMES = ("http://", "https://", "mailto:")
_SCHEME_NOISE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\ufeff]")


Find = Callable[[str], str]
"""Where a link inside of the document leads, seen from the page; empty if nowhere."""


def nowhere(href: str) -> str:
    """Knows no page of the document."""
    return ""


def seen(value: str) -> str:
    """A text of a document as people see it; a mark of the byte order is for whoever reads a file."""
    return readable(value.removeprefix("\ufeff"))


def text(value: str) -> str:
    """Plain text in a line."""
    if not _SIGN.search(value):
        return value
    return _SPECIAL.sub(lambda found: _WRITTEN.get(found[0]) or f"\\{found[0]}", value)


def lines(value: str) -> str:
    """The same of text that begins a block: no line of it begins another."""
    return _STARTS_A_BLOCK.sub(_as_text, value)


def _as_text(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{found['number']}\\"
    return f"\\{found['sign']}" if found["sign"] else f"&#{ord(found['word'])};"


class InlineWriter:
    """Writes the inline pieces of one text."""

    def __init__(self, anchors: Collection[str] = (), find: Find = nowhere) -> None:
        self.anchors = anchors
        """Of its own headings."""
        self.find = find
        self.dead: list[str] = []
        """The targets of links that lead nowhere."""
        self.line_end = "\n"
        """What a line end of the document becomes."""

    def all(self, pieces: Sequence[Piece]) -> str:
        """The pieces one behind the other."""
        out: list[str] = []
        ends: list[str] = []
        for piece in pieces:
            match piece.type:
                case "text":
                    out.append(text(piece.content))
                case "softbreak":
                    out.append(self.line_end)
                case "hardbreak":
                    out.append(LINE_BREAK)
                case "code_inline":
                    out.append(code_span(piece.content.replace(BREAK, " ")))
                case "strong_open" | "strong_close":
                    out.append("**")
                case "em_open" | "em_close":
                    out.append("*")
                case "s_open" | "s_close":
                    out.append("~~")
                case "link_open":
                    begin, end = self._link(piece.target)
                    out.append(begin)
                    ends.append(end)
                case "link_close":
                    out.append(ends.pop())
                case "image":
                    out.append(self._image(piece))
                case _:
                    out.append(text(piece.content))
        return "".join(out)

    def _link(self, href: str) -> tuple[str, str]:
        """What stands before and behind the text of a link."""
        target = self.target(href)
        return ("[", f"]({target})") if target else ("", "")

    def _image(self, piece: Piece) -> str:
        target = self.target(piece.target)
        said = text(" ".join(piece.content.split()))
        return f"![{said}]({target})" if target else said

    def target(self, href: str) -> str:
        """Where a link leads; empty if nowhere."""
        bare = _SCHEME_NOISE.sub("", html.unescape(href))
        if bare.lower().startswith(_SCHEMES) or (bare.startswith("#") and bare[1:] in self.anchors):
            return quote(bare, safe="%/:?#@!$&'+,;=~")
        if bare.startswith("#") and (found := self.find(bare)):
            return found
        if bare:
            self.dead.append(href)
        return ""
