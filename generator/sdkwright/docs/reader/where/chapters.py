"""Which operations share a page: those of a resource, or, where they are too many, those below one path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from sdkwright.frozen import Frozen
from sdkwright.text.kinds import Prose
from sdkwright.view.package import Method, Resource

_MOST = 80
"""Operations of a resource that stand on its own page: beyond it readers wait for pages, and some show none so long."""
_FEWEST = 2
"""How many operations the parts of a resource hold, by and large; with fewer they are no parts."""
_LONGEST = 60
_NOT_IN_FOLDERS = re.compile(r"[^a-z0-9]+")


class Part(Frozen):
    """The operations below one path."""

    path: Prose
    methods: tuple[Method, ...]


class Chapter(Frozen):
    """The operations on one page."""

    resource: Resource
    methods: tuple[Method, ...]
    folder: str
    """Of the page, below `docs/`."""
    path: Prose | None = None
    """Where all of them stand; None: they are all of the resource."""

    @property
    def page(self) -> str:
        return page_of(self.folder)


def page_of(folder: str) -> str:
    """The page that tells of a folder below `docs/`."""
    return f"docs/{folder}/README.md"


def chapters(resource: Resource, folder: str, taken: set[str]) -> Iterator[Chapter]:
    """Those of a resource whose folder is `folder`; `taken` are the folders that there are."""
    parts = by_path(resource.methods) if len(resource.methods) > _MOST else ()
    if len(parts) < 2:
        yield Chapter(resource, resource.methods, folder)
        return
    for part in parts:
        own = free(f"{folder}/{_folder(part.path)}", taken)
        yield Chapter(resource, part.methods, own, part.path)


def by_path(methods: Sequence[Method]) -> tuple[Part, ...]:
    """The operations by what stands first in their paths behind what all begin with, in the order of the document.
    Empty where paths do not put operations together."""
    split = [method.path.raw.strip("/").split("/") for method in methods]
    shared = sum(1 for _ in takewhile(lambda column: len({*column}) == 1, zip(*split, strict=False)))
    paths: dict[tuple[str, ...], str] = {}
    found: dict[tuple[str, ...], list[Method]] = {}
    for method, segments in zip(methods, split, strict=True):
        fixed = (number for number in range(shared, len(segments)) if "{" not in segments[number])
        own = segments[: next((number + 1 for number in fixed), shared)]
        key = tuple("{}" if "{" in segment else segment for segment in own)
        paths.setdefault(key, "/" + "/".join(own))
        found.setdefault(key, []).append(method)
    if len(found) < 2 or len(found) * _FEWEST > len(methods):
        return ()
    return tuple(Part(Prose(paths[key]), tuple(one)) for key, one in found.items())


def _folder(path: Prose) -> str:
    """A name for the folder of a path: what is fixed at its end, in letters that every file system has."""
    fixed = [segment for segment in path.raw.split("/") if "{" not in segment]
    return _NOT_IN_FOLDERS.sub("", fixed[-1].lower())[:_LONGEST] or "others" if fixed else "others"


def free(path: str, taken: set[str]) -> str:
    """`path`, with a number behind it if it is taken."""
    found, number = path, 2
    while found in taken:
        found, number = f"{path}{number}", number + 1
    taken.add(found)
    return found
