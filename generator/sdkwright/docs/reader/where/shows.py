"""Which texts each of the reader's pages shows, and where inline classes have their sections: what is known when all
pages are made, so that after an edit of texts those few that show one of them can be made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from sdkwright.text.told import looked
from sdkwright.view.package import Page
from sdkwright.view.reference import ModelKey

Section: TypeAlias = tuple[ModelKey, str, str]
"""An inline class, the page that has its section, and the anchor there."""


class Shows:
    """Filled while all pages are made."""

    def __init__(self) -> None:
        self.texts: dict[str, frozenset[int]] = {}
        """The texts into which somebody looked for each page, by their identities; in the order of the pages."""
        self.everywhere: frozenset[int] = frozenset()
        """Those into which somebody looked before there was a page."""
        self.listed: tuple[str, ...] = ()
        """The pages that also stand in the one that holds all of the reference."""
        self.sections: tuple[Section, ...] = ()

    def begin(self) -> None:
        """What was looked into by now is not for pages."""
        looked()

    def places_found(self) -> None:
        """What was looked into since is for all of them."""
        self.everywhere = looked()

    def noted(self, pages: Iterable[Page]) -> Iterator[Page]:
        """The pages, which are made one by one."""
        for page in pages:
            self.texts[page.path] = looked()
            yield page

    def noted_together(self, pages: Iterable[Page]) -> Iterator[Page]:
        """The same of pages that are made of one and the same."""
        made = list(pages)
        self.texts.update(dict.fromkeys((page.path for page in made), looked()))
        yield from made
