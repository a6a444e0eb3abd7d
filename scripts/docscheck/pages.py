"""A folder of Markdown as readers see it: headings with their anchors, links, fenced code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")
_ID = re.compile(r"<a\s+(?:id|name)=\"([^\"]+)\"")


@dataclass(frozen=True)
class Link:
    """One link or image: the path that it names, empty for the page itself, and the anchor."""

    target: str
    path: str
    anchor: str


@dataclass(frozen=True)
class Block:
    """Fenced code."""

    language: str
    text: str
    line: int


@dataclass(frozen=True)
class Page:
    """One file."""

    path: str
    text: str

    @cached_property
    def tokens(self) -> list[Token]:
        """What the page is made of."""
        return _PARSER.parse(self.text)

    @cached_property
    def headings(self) -> list[str]:
        """The texts of the headings, in their order."""
        after = zip(self.tokens, self.tokens[1:], strict=False)
        return [_plain(inner) for opened, inner in after if opened.type == "heading_open"]

    @cached_property
    def anchors(self) -> Counter[str]:
        """How often each anchor would be made of a heading, if none were numbered."""
        return Counter([*map(slug, self.headings), *_ID.findall(self.text)])

    @cached_property
    def links(self) -> list[Link]:
        """All links and images that lead to files."""
        return [link for token in self.inline for link in _links(token)]

    @property
    def inline(self) -> Iterator[Token]:
        """The lines of text."""
        return (token for token in self.tokens if token.type == "inline")

    @cached_property
    def blocks(self) -> list[Block]:
        """Fenced code, in its order."""
        return [
            Block(token.info.strip().split(" ")[0], token.content, (token.map or [0])[0] + 1)
            for token in self.tokens
            if token.type == "fence"
        ]


def slug(heading: str) -> str:
    """The anchor that GitHub makes of a heading."""
    return _NOT_IN_ANCHORS.sub("", heading.strip().lower()).replace(" ", "-")


def _plain(token: Token) -> str:
    return "".join(one.content for one in token.children or () if one.type in ("text", "code_inline"))


def _links(token: Token) -> Iterator[Link]:
    for one in token.children or ():
        target = str(one.attrs.get("href") or one.attrs.get("src") or "")
        if one.type in ("link_open", "image") and not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", target):
            path, _, anchor = target.partition("#")
            yield Link(target, unquote(path), unquote(anchor))


def read(folder: Path) -> dict[str, Page]:
    """The pages of a folder by their paths."""
    found = sorted(folder.rglob("*.md"))
    return {path.relative_to(folder).as_posix(): _page(folder, path) for path in found}


def _page(folder: Path, path: Path) -> Page:
    return Page(path.relative_to(folder).as_posix(), path.read_text("utf-8"))
