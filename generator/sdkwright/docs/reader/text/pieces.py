"""What stands in the lines of a description, piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdkwright.frozen import Frozen

if TYPE_CHECKING:
    from markdown_it.token import Token


class Piece(Frozen):
    """A run of text, code, or the beginning or end of what stands around others."""

    type: str
    """`text`, `code_inline`, `link_open` and so on, as the parser calls it."""
    content: str = ""
    target: str = ""
    """Of a link or an image."""
    nesting: int = 0
    """1 of a beginning, -1 of an end."""
    inside: tuple[Piece, ...] = ()
    """Of an image: what stands for it."""


def piece(token: Token) -> Piece:
    """One that the parser has found."""
    target = token.attrs.get("src" if token.type == "image" else "href", "")
    inside = tuple(map(piece, token.children)) if token.children else ()
    return Piece(token.type, token.content, str(target), token.nesting, inside)
