"""Paragraphs of words, code and links, which nearly every description is: read in a fraction of the parser's time.

What is read here is what the parser would read (CommonMark 0.31, sections 4.8 and 6).  Whatever could be anything else
is left to it.
"""

from __future__ import annotations

import re

from sdkwright.docs.reader.text.html import BREAK
from sdkwright.docs.reader.text.pieces import Piece

_OTHER_SPACE = re.compile(r"[^\S\n ]")
"""White space that is no blank."""
_OTHER_BLOCK = re.compile(rf"\n(?![^\W\d_]|[\"'(\[`$/{{?.,{BREAK}]|\d++[^\d.)]|\d++\Z|\n)")
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
_AS_IT_IS = re.compile(
    r"(?=[^\W\d_]|[\"'(`$/?.,]|\d++[^\d.)])"
    r"((?:[A-Za-z0-9 !\"$%'()+,./:;=?@>\u2013\u2014\u2018\u2019\u201c\u201d\u2026-]++|[^\W_]"
    r"|`(?![ `])[ -;=-_a-~]++(?<! )`(?!`))++) ?+"
).fullmatch
"""A line of words and code in which nothing is written otherwise than it is read."""
_SOFT_BREAK = Piece("softbreak")
_LINK_END = Piece("link_close", nesting=-1)


def plain_lines(text: str) -> list[list[str]] | None:
    """The lines of each paragraph, if all of them are written as they stand; None where one may not be."""
    found: list[list[str]] = [[]]
    for line in text.strip("\n").rstrip("\n ").split("\n"):
        if not line:
            found.append([])
        elif _AS_IT_IS(line) and line[-2:] != "  ":
            found[-1].append(line.rstrip(" "))
        else:
            return None
    return [paragraph for paragraph in found if paragraph]


def plain_paragraphs(text: str) -> list[list[Piece]] | None:
    """The pieces of each paragraph, as the parser names them; None where it has to look itself."""
    said = text.lstrip("\n").rstrip("\n ")
    if "  \n" in said or _OTHER_SPACE.search(said):
        return None
    said = said.replace(" \n", "\n")
    if not said or _OTHER_BLOCK.search(f"\n{said}"):
        return None if said else []
    found: list[list[Piece]] = []
    for paragraph in said.split("\n\n"):
        pieces = _pieces(paragraph.strip("\n"))
        if pieces is None:
            return None
        found += [pieces] if pieces else []
    return found


def _pieces(text: str) -> list[Piece] | None:
    """Those of one paragraph, or of what a link says."""
    found: list[Piece] = []
    done = 0
    while done < len(text):
        piece = _PIECE.match(text, done)
        if piece is None:
            return None
        done = piece.end()
        match piece.lastgroup:
            case "text":
                found.append(Piece("text", piece[0]))
            case "softbreak":
                found.append(_SOFT_BREAK)
            case "code":
                found.append(Piece("code_inline", piece[0][1:-1]))
            case _:
                inner = _pieces(piece["said"])
                if inner is None:
                    return None
                found += [Piece("link_open", "", piece["target"], 1), *inner, _LINK_END]
    return found
