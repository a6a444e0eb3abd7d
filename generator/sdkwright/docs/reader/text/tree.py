"""A description as a tree of its blocks, as far as the pages ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sdkwright.docs.reader.text.html import BREAK, as_markdown
from sdkwright.docs.reader.text.inline import seen
from sdkwright.docs.reader.text.pieces import Piece, piece
from sdkwright.docs.reader.text.plain import plain_paragraphs
from sdkwright.frozen import Frozen, field

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OPEN = len("_open")


class Block(Frozen):
    """A block, which leads to nothing but what it holds: nobody collects circles."""

    type: str
    """`paragraph`, `bullet_list` and so on, as the parser calls it."""
    token: Token | None = None
    """Its beginning; what is plain has none."""
    children: list[Block] = field(default_factory=list["Block"])
    pieces: list[Piece] = field(default_factory=list[Piece])
    """Of a paragraph, a heading or a cell: what stands in its lines."""

    @property
    def start(self) -> Token:
        """Its beginning, where that says more than what it is."""
        assert self.token is not None
        return self.token

    @property
    def level(self) -> int:
        """Of a heading."""
        return int(self.start.tag[1])


@cache
def _parser() -> MarkdownIt:
    """Imported by the first description that is more than plain paragraphs."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


@lru_cache(maxsize=16)
def markdown_of(text: str) -> str:
    """A description without HTML, and with a sign for each break of a line that is meant."""
    return as_markdown(seen(text).replace(BREAK, ""))


@lru_cache(maxsize=16)
def parsed(text: str) -> Sequence[Block]:
    """The blocks of a description.  The last few are kept: the page of an operation has its first sentence, too."""
    said = markdown_of(text)
    plain = plain_paragraphs(said)
    if plain is None:
        return _tree(_parser().parse(said))
    return [Block("paragraph", pieces=pieces) for pieces in plain]


def _tree(tokens: Iterable[Token]) -> list[Block]:
    """What begins and ends, one in the other."""
    root = Block("root")
    above: list[Block] = [root]
    for token in tokens:
        if token.type == "inline":
            above[-1].pieces.extend(map(piece, token.children or ()))
        elif token.nesting < 0:
            above.pop()
        elif token.nesting:
            block = Block(token.type[:-_OPEN], token)
            above[-1].children.append(block)
            above.append(block)
        else:
            above[-1].children.append(Block(token.type, token))
    return root.children


def headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """All of them, those in lists and quotes too."""
    for block in blocks:
        if block.type == "heading":
            yield block
        else:
            yield from headings(block.children)


def words(pieces: Iterable[Piece]) -> str:
    """What is read of them."""
    return "".join(one.content if one.type in ("text", "code_inline") else words(one.inside) for one in pieces)
