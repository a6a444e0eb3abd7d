"""The pages of a site: the files of the SDK, and the navigation by resource."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

_HEADING: Final = re.compile(r"^# +(.+?) *#* *$", re.MULTILINE)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A sign that Markdown would read (CommonMark 0.31, section 2.4)."""
_INDEX: Final = "README.md"
_FIRST: Final = (
    ("README.md", "Home"),
    ("USAGE.md", "First calls"),
    ("docs/README.md", "All resources"),
    ("docs/api.md", "All methods"),
    ("docs/models.md", "All models"),
    ("docs/guide.md", "Guide"),
    ("MIGRATION.md", "What was renamed"),
)
"""The pages of the whole SDK, by their paths."""


@dataclass(frozen=True)
class Entry:
    """A line of the navigation, and those below it."""

    title: str
    path: str
    below: list[Entry] = field(default_factory=list["Entry"])


@dataclass(frozen=True)
class Pages:
    """What the site is made from."""

    texts: Mapping[str, str]
    """The texts of all pages by their paths, and files that lie beside them as they are."""

    @property
    def count(self) -> int:
        return sum(path.endswith(".md") for path in self.texts)

    @property
    def title(self) -> str:
        return self._title("README.md")

    @cached_property
    def first(self) -> list[Entry]:
        """The pages of the whole SDK that there are."""
        return [Entry(title, path) for path, title in _FIRST if path in self.texts]

    @cached_property
    def resources(self) -> list[Entry]:
        """The index pages of folders, each below that of the folder above it.

        A model's page is reached from these: as lines of the navigation on every page they would be most of the site.
        """
        top: list[Entry] = []
        open_entries: list[Entry] = []
        for path in sorted(self._indices(), key=lambda one: PurePosixPath(one).parts[:-1]):
            while open_entries and not path.startswith(open_entries[-1].path.removesuffix(_INDEX)):
                open_entries.pop()
            entry = Entry(self._title(path), path)
            (open_entries[-1].below if open_entries else top).append(entry)
            open_entries.append(entry)
        return top

    def _indices(self) -> Iterator[str]:
        return (
            path
            for path in self.texts
            if path.startswith("docs/") and path.endswith(f"/{_INDEX}") and path != "docs/README.md"
        )

    def _title(self, path: str) -> str:
        """The first heading as plain text; of a page without one its place."""
        found = _HEADING.search(self.texts.get(path, ""))
        text = "" if found is None else _ESCAPED.sub(r"\1", found[1]).replace("`", "").strip()
        return text or PurePosixPath(path).parent.name or path
