"""What can be said of docs without running anything, each kind with how much was tried and what failed."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it.token import Token

from .pages import Link, Page, read

_ESM = re.compile(r"(?:import|export)\b")
_HARMLESS = re.compile(r"<br/>")
_NOT_SEEN = re.compile(r"\\[!-/:-@\[-`{-~]|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
"""What is escaped, and code."""
_LIVE_IN_MDX = re.compile(r"[{}<]")


@dataclass
class Count:
    """One kind of thing."""

    tried: int = 0
    failed: list[str] = field(default_factory=list[str])

    def take(self, results: Iterable[str | None]) -> None:
        """Counts results: None for what is right, else what is wrong."""
        for result in results:
            self.tried += 1
            if result is not None:
                self.failed.append(result)


Counts = dict[str, Count]


def checked_folder(folder: Path) -> Counts:
    """All counts of the folder of an SDK."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return checked(read(folder), files, "docs/README.md")


def checked(pages: Mapping[str, Page], files: Container[str], start: str) -> Counts:
    """All counts of some pages among `files`; each page must be reached from `start`."""
    kinds: Mapping[str, Callable[[Page], Iterator[str | None]]] = {
        "links": lambda page: _links(files, pages, page),
        "anchors": _anchors,
        "blocks": _blocks,
        "mdx": _mdx,
    }
    counts: Counts = {}
    for kind, check in kinds.items():
        counts[kind] = Count()
        for page in pages.values():
            counts[kind].take(check(page))
    reached = reachable(pages, start)
    counts["pages"] = Count()
    counts["pages"].take(None if path in reached else f"{path}: nothing leads there" for path in pages)
    return counts


def _place(page: Page, link: Link) -> str:
    """The file that a link names, from the folder on."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), link.path)) if link.path else page.path


def _links(files: Container[str], pages: Mapping[str, Page], page: Page) -> Iterator[str | None]:
    """Each link leads to a file that is there, and to one heading."""
    for link in page.links:
        path = _place(page, link)
        if path not in files:
            yield f"{page.path}: no file {link.target}"
        elif link.anchor and path in pages and pages[path].anchors[link.anchor] != 1:
            yield f"{page.path}: {pages[path].anchors[link.anchor]} headings for {link.target}"
        else:
            yield None


def _anchors(page: Page) -> Iterator[str | None]:
    """Each heading has an anchor of its own."""
    for anchor, times in page.anchors.items():
        for number in range(times):
            yield f"{page.path}: #{anchor} again" if number else None


def _blocks(page: Page) -> Iterator[str | None]:
    """Python compiles, and JSON is JSON."""
    for block in page.blocks:
        where = f"{page.path}:{block.line}"
        try:
            if block.language == "python":
                compile(block.text, where, "exec")
            elif block.language == "json":
                json.loads(block.text)
            else:
                continue
        except (SyntaxError, ValueError) as error:
            yield f"{where}: {error}"
        else:
            yield None


def _mdx(page: Page) -> Iterator[str | None]:
    """Nothing that MDX would take for an expression, an element or a statement (mdxjs.com, "What is MDX")."""
    for token in page.tokens:
        if token.type == "html_block" and _HARMLESS.sub("", token.content).strip():
            yield f"{page.path}: HTML {token.content[:60]!r}"
        elif token.type == "code_block":
            yield f"{page.path}: code by indentation {token.content[:60]!r}"
        elif token.type == "inline":
            yield _live(page, token)


def _live(page: Page, token: Token) -> str | None:
    seen = _NOT_SEEN.sub("", _HARMLESS.sub("", token.content))
    if _LIVE_IN_MDX.search(seen) or (token.level == 1 and _ESM.match(token.content)):
        return f"{page.path}: {token.content[:80]!r}"
    return None


def reachable(pages: Mapping[str, Page], start: str) -> set[str]:
    """The pages to which links lead, on some way from `start`."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path in found or path not in pages:
            continue
        found.add(path)
        waiting += [_place(pages[path], link) for link in pages[path].links]
    return found
