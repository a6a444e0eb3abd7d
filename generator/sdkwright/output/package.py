"""What belongs to the SDK beside the files of a tree, and what lies in its package and belongs to nobody."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from sdkwright.output.paths import UnsafePathError, exists, read_regular, safe_join
from sdkwright.output.tree import Tree
from sdkwright.problems import Position, Problem, ProblemsError, Severity
from sdkwright.problems.codes.output import NOT_PACKED

_LICENCE = re.compile("LICEN[CS]E|COPYING|NOTICE|AUTHORS")
"""The files that every build tool takes for the licence of a project and what it asks for (PEP 639)."""
NOTES = ("CHANGELOG.md", "RELEASES.md")
"""What the owner and `sdkwright release` say of the versions."""


def strays(tree: Tree, out: Path) -> Iterator[str]:
    """Files in the package that this run does not make and the options do not name: left behind by a merge or a lost
    manifest.  Python's caches are none."""
    folder = out / tree.package
    if not tree.package or folder.is_symlink() or not folder.is_dir():
        return
    for file in sorted(_files(folder)):
        path = file.relative_to(out).as_posix()
        if path not in tree.files and path not in tree.left and not is_included(path, tree.include):
            yield path


def packed(tree: Tree, out: Path) -> tuple[str, ...]:
    """The paths of all that a release holds: the tree, what its owner keeps of it, the licence and the history beside
    it, and what the options name.

    Raises ProblemsError where the options name what is not there, or is no plain file.
    """
    named = [path for each in tree.include for path in _included(each, out)]
    kept = [path for path in tree.left if exists(out / path)]
    further = [path.name for path in sorted(out.iterdir()) if _LICENCE.match(path.name) or path.name in NOTES]
    for path in (*named, *kept, *further):
        if read_regular(safe_join(out, path)) is None:
            raise ProblemsError([_not_packed(out, path, "is no plain file")])
    return tuple(sorted({*tree.files, *named, *kept, *further}))


def _included(named: str, out: Path) -> list[str]:
    """The file that the options name, or those in the folder."""
    try:
        place = safe_join(out, named)
    except UnsafePathError as error:
        raise ProblemsError([_not_packed(out, named, str(error))]) from None
    if not exists(place):
        raise ProblemsError([_not_packed(out, named, "is not there")])
    if place.is_symlink() or not place.is_dir():
        return [named]
    return [file.relative_to(out).as_posix() for file in _files(place)]


def _files(folder: Path) -> Iterator[Path]:
    """All that is no folder, links included, but Python's caches."""
    for above, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        links = [name for name in folders if os.path.islink(os.path.join(above, name))]
        yield from (Path(above, name) for name in (*names, *links) if not name.endswith(".pyc"))


def is_included(path: str, include: tuple[str, ...]) -> bool:
    """Whether the options name the file, or a folder that holds it."""
    return any(path == each or path.startswith(f"{each}/") for each in include)


def _not_packed(out: Path, path: str, what: str) -> Problem:
    message = f"`{path}`, which belongs to the SDK by its name or the options, {what}"
    return Problem(Severity.ERROR, NOT_PACKED, message, position=Position(str(out / path)))
