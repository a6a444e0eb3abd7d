"""Paragraphs of words, code and links, which nearly every description is: read in a fraction of the parser's time.

What is read here is what the parser would read (CommonMark 0.31, sections 4.8 and 6).  Whatever could be anything else
is left to it.
"""

from __future__ import annotations

import re

from markdown_it.token import Token

from sdkwright.docs.reader.text.html import BREAK

_OTHER_SPACE = re.compile(r"[^\S\n ]|  \n")
"""White space that is no blank, and blanks that break a line."""
_OTHER_BLOCK = re.compile(rf"^(?![^\W\d_]|[\"'(\[`$/{{?.,{BREAK}]|\d++[^\d.)]|\d++\Z|\n)", re.MULTILINE)
"""Where a line might begin a list, a heading or any other block, or stands further in."""
_WORDS = r"(?:[^\\`*_\[\]<&~!\n]++|!(?!\[)|&(?![#A-Za-z])|<(?= )|(?<=[A-Za-z0-9])_++(?=[A-Za-z0-9]))++"
"""Nothing in them is a sign of Markdown where it stands."""
_CODE = r"`(?![ `\n])[^`\n]++(?<! )`(?!`)"
_TARGET = (
    r"(?:https?://[a-z0-9-]++(?:\.[a-z0-9-]++)*+)?+(?:/[A-Za-z0-9.][A-Za-z0-9._-]*+)*+/?+"
    r"(?:\?[A-Za-z0-9_.=&-]++)?+(?:\#[A-Za-z0-9_./-]++)?+"
)
"""Of a link; in these letters it needs no other spelling."""
_PIECE = re.compile(
    rf"(?P<text>{_WORDS})|(?P<softbreak>\n)|(?P<code>{_CODE})"
    rf"|\[(?P<said>(?:{_WORDS}|{_CODE})++)\]\((?P<angle><)?(?P<target>{_TARGET})(?(angle)>)\)"
)
_SOFT_BREAK = Token("softbreak", "br", 0)
_LINK_END = Token("link_close", "a", -1)


def plain_paragraphs(text: str) -> list[list[Token]] | None:
    """The pieces of each paragraph, as the parser names them; None where it has to look itself."""
    said = text.lstrip("\n").rstrip("\n ")
    if _OTHER_SPACE.search(said):
        return None
    said = said.replace(" \n", "\n")
    if not said or _OTHER_BLOCK.search(said):
        return None if said else []
    found: list[list[Token]] = []
    for paragraph in said.split("\n\n"):
        pieces = _pieces(paragraph.strip("\n"))
        if pieces is None:
            return None
        found += [pieces] if pieces else []
    return found


def _pieces(text: str) -> list[Token] | None:
    """Those of one paragraph, or of what a link says."""
    found: list[Token] = []
    done = 0
    while done < len(text):
        piece = _PIECE.match(text, done)
        if piece is None:
            return None
        done = piece.end()
        match piece.lastgroup:
            case "text":
                found.append(Token("text", "", 0, content=piece[0]))
            case "softbreak":
                found.append(_SOFT_BREAK)
            case "code":
                found.append(Token("code_inline", "code", 0, content=piece[0][1:-1], markup="`"))
            case _:
                inner = _pieces(piece["said"])
                if inner is None:
                    return None
                found += [Token("link_open", "a", 1, attrs={"href": piece["target"]}), *inner, _LINK_END]
    return found
