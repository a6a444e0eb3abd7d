"""The doors from text of a document to the reader's pages: one function per place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sdkwright.docs.markdown import readable
from sdkwright.docs.reader.text.blocks import block_lines, cell_text, first_sentence, until_full_stop
from sdkwright.docs.reader.text.hints import may_link
from sdkwright.docs.reader.text.inline import LINE_BREAK, Find, InlineWriter, lines, nowhere, seen
from sdkwright.docs.reader.text.inline import text as plain_text
from sdkwright.docs.reader.text.plain import plain_lines
from sdkwright.docs.reader.text.tree import Block, headings, markdown_of, parsed, words
from sdkwright.docs.reader.where.anchors import Anchors, slug
from sdkwright.text.kinds import Code, Prose
from sdkwright.text.told import plain

_DEEPEST = 6


def rich(text: Prose, anchors: Anchors, level: int = 3, find: Find = nowhere) -> Code:
    """A description of several blocks.  Its headings begin at `level`; one whose anchor is taken is bold text."""
    written = plain(text.raw)
    paragraphs = _plain_lines(written)
    if paragraphs is not None:
        return Code("\n\n".join([lines("\n".join(paragraph)) for paragraph in paragraphs]))
    blocks = parsed(written)
    found = [*headings(blocks)]
    own = [words(heading.pieces) for heading in found]
    shift = level - min((heading.level for heading in found), default=level)
    free = [anchors.take(said) for said in own]
    writer = InlineWriter({slug(said) for said, is_free in zip(own, free, strict=True) if is_free}, find)
    turns = iter(free)

    def heading(node: Block, said: str) -> str:
        marks = "#" * min(node.level + shift, _DEEPEST)
        return f"{marks} {said}" if next(turns) else f"**{said}**"

    return Code("\n".join(block_lines(blocks, writer, heading)))


def _plain_lines(text: str) -> list[list[str]] | None:
    return plain_lines(markdown_of(text) if "<" in text else text)


def cell(text: Prose, find: Find = nowhere) -> Code:
    """A description in a cell of a table."""
    said = plain(text.raw)
    if "#" in said:
        return Code(cell_text(parsed(said), InlineWriter(find=find)))
    return _cell(said)


@lru_cache(maxsize=8192)
def _cell(text: str) -> Code:
    """The same of a text without links to parts of the document: it is so on every page."""
    paragraphs = _plain_lines(text)
    if paragraphs is not None:
        return Code(f"{LINE_BREAK}{LINE_BREAK}".join(map(" ".join, paragraphs)))
    return Code(cell_text(parsed(text), InlineWriter()))


def sentence(text: Prose, find: Find = nowhere) -> Code:
    """The first sentence of a description, in a cell of a table."""
    said = plain(text.raw)
    if "#" in said:
        return Code(first_sentence(parsed(said), InlineWriter(find=find)))
    return _sentence(said)


@lru_cache(maxsize=8192)
def _sentence(text: str) -> Code:
    """The same of a text without links to parts of the document, which two pages show at least."""
    paragraphs = _plain_lines(text)
    if paragraphs and len(paragraphs[0]) == 1 and "`" not in paragraphs[0][0]:
        return Code(until_full_stop(paragraphs[0][0]))
    return Code(first_sentence(parsed(text), InlineWriter()))


def line(text: Prose, find: Find = nowhere) -> Code:
    """One line of running text: the first block, its line ends as blanks."""
    first = str(cell(text, find)).split("<br/><br/>", 1)[0]
    return Code(" ".join(first.replace("<br/>", " ").split()))


def start(text: Prose, find: Find = nowhere) -> Code:
    """The same where a paragraph begins."""
    return Code(lines(f"{line(text, find)}"))


def title(text: Prose) -> Code:
    """A text that is no Markdown: a name, a title."""
    return Code(lines(plain_text(" ".join(seen(text.raw).split()))))


def address(url: Prose) -> Code:
    """A web address as a link, which shows itself."""
    said = plain_text(readable(url.raw).strip())
    target = InlineWriter().target(readable(url.raw).strip())
    return Code(f"[{said}]({target})" if target else said)


def dead_links(text: str, find: Find = nowhere) -> tuple[str, ...]:
    """The targets of links in a description that lead nowhere in the docs, where `find` knows the document."""
    if not may_link(text):
        return ()
    blocks = parsed(text)
    writer = InlineWriter({slug(words(heading.pieces)) for heading in headings(blocks)}, find)
    block_lines(blocks, writer, lambda node, said: said)
    return tuple(dict.fromkeys(writer.dead))


def anchors_in(text: str) -> Iterator[str]:
    """The anchors of the headings in a description."""
    return (slug(words(heading.pieces)) for heading in headings(parsed(text)))
