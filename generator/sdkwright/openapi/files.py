"""The files that a document may consist of: the root document, and relative files in its folder.

Nothing else is ever opened.  A reference is refused by its spelling first (a scheme, a host, an absolute path), then
by where it leads once symbolic links are resolved.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from sdkwright.openapi.data import Json
from sdkwright.openapi.limits import MAX_FILES
from sdkwright.openapi.positions import Positions
from sdkwright.openapi.syntax.source import Source, Tree, read_source
from sdkwright.openapi.syntax.yaml_text import read_yaml
from sdkwright.problems import ProblemCode, ProblemsError, shown
from sdkwright.problems.codes.document import NOT_OPENAPI
from sdkwright.problems.codes.references import (
    ABSOLUTE_REF,
    BROKEN_FILE,
    DANGLING_REF,
    REF_OUTSIDE,
    REMOTE_REF,
    TOO_MANY_FILES,
)
from sdkwright.problems.codes.syntax import JSON, TOO_DEEP, TOO_LARGE, TOO_MANY_NODES

_TOO_MUCH: Final = frozenset({TOO_LARGE, TOO_DEEP, TOO_MANY_NODES})
"""What is no fault of one part: nothing is generated from a document that is more than may be read."""
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class RefusedError(Exception):
    """A reference that is not followed: what is wrong with it, and how to mend it if the table does not say it."""

    def __init__(self, code: ProblemCode, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


def read_tree(path: Path, file: str, positions: Positions) -> Tree:
    """Read one file, JSON or YAML; raises ProblemsError."""
    source = read_source(path, file)
    try:
        return _read(source, path, positions)
    except ProblemsError:
        positions.sources.append(source)  # It was looked at, as whoever asks whether anything has changed must know.
        refuse_foreign(source)
        raise


def refuse_foreign(source: Source, root: Json = None) -> None:
    """Raise ProblemsError where a text, or what was read of it, is known to be something else than a document."""
    from sdkwright.openapi.foreign import foreign_data, foreign_text  # Its patterns are for those who come here.

    found = foreign_text(source.text) or foreign_data(root)
    if found is not None:
        source.fail(NOT_OPENAPI, f"This is {found.what}, not an OpenAPI document", 0, found.remedy)


def _read(source: Source, path: Path, positions: Positions) -> Tree:
    tree = _read_json(source, path) or read_yaml(source)
    positions.add(tree)
    return tree


def _read_json(source: Source, path: Path) -> Tree | None:
    """The tree of a text in JSON; None for one that is to be read as YAML."""
    is_named = path.suffix.lower() == ".json" and bool(source.text.strip())
    begins = source.text.lstrip()[:1] in ("{", "[")
    if not is_named and not begins:
        return None
    from sdkwright.openapi.syntax.json_text import read_json

    try:
        return read_json(source)
    except ProblemsError as error:
        if is_named or error.problems[0].code != JSON:
            raise
        return None


class Files:
    """The files read so far, by their real path."""

    def __init__(self, root: Path, file: str, positions: Positions, ref_root: Path | None) -> None:
        self.root = root.resolve()
        self._shown_root = file
        self._allowed = Path(os.path.realpath(ref_root or self.root.parent))  # unlike `resolve`, also of circles
        self._positions = positions
        self.wider = self._allowed
        """The nearest folder that holds the document and every file that was refused for its place."""
        self._trees: dict[Path, Tree] = {self.root: read_tree(root, file, positions)}
        self._broken: dict[Path, ProblemsError] = {}

    def tree(self, path: Path) -> Tree:
        """A file that was located.

        Raises RefusedError if it cannot be read, and ProblemsError if it is more than may be read.
        """
        if path not in self._trees and path not in self._broken:
            if len(self._trees) + len(self._broken) >= MAX_FILES:
                raise RefusedError(TOO_MANY_FILES, f"The document has more than {MAX_FILES} files")
            try:
                self._trees[path] = read_tree(path, self._shown(path), self._positions)
            except ProblemsError as error:
                self._broken[path] = error
                if all(source.path != path for source in self._positions.sources):
                    self._positions.missing.append(path)  # as long as it is no text
        if (broken := self._broken.get(path)) is not None:
            problem = broken.problems[0]
            if problem.code in _TOO_MUCH:
                raise ProblemsError(broken.problems)
            message = f"The file cannot be read: {problem.position or self._shown(path)}: {problem.message}"
            raise RefusedError(BROKEN_FILE, message, problem.remedy)
        return self._trees[path]

    def _shown(self, path: Path) -> str:
        """The path as messages show it: beside the root document, as that was given."""
        relative = os.path.relpath(path, self.root.parent)
        return str(Path(self._shown_root).parent / relative)

    def locate(self, base: Path, reference: str) -> Path:
        """The file that the part of a reference before `#` means, seen from `base`; raises RefusedError."""
        if _SCHEME.match(reference) or reference.startswith(("//", "\\\\")):
            message = f"The reference leads out of the document, to {shown(reference, 80)}; nothing is fetched"
            raise RefusedError(REMOTE_REF, message)
        if reference.startswith("/") or "\\" in reference or "\0" in reference:
            message = f"{shown(reference, 80)} is no relative path"
            raise RefusedError(ABSOLUTE_REF, message)
        path = self._resolved(base.parent, unquote(reference))
        if path is None or not path.is_relative_to(self._allowed):
            if path is not None and path == Path(os.path.normpath(base.parent / unquote(reference))):
                self.wider = Path(os.path.commonpath((self.wider, path.parent)))
            message = f"{shown(reference, 80)} lies outside the folder of the document"
            raise RefusedError(REF_OUTSIDE, message)
        try:
            is_there = path.is_file()
        except OSError:  # the name is longer than any file's
            is_there = False
        if not is_there:
            self._positions.missing.append(path)
            message = f"There is no file {shown(reference, 80)}"
            raise RefusedError(DANGLING_REF, message, "Check the path; it is relative to this file.")
        return path

    def root_to_type(self) -> str | None:
        """The `--ref-root` that would do, as it is typed here; None where the references lead anywhere on the machine.

        No symbolic link counts, and no file is looked for: a document finds out nothing about the machine.
        """
        if self.wider in (self._allowed, Path(self.wider.anchor)):
            return None
        return os.path.relpath(self.wider)

    @staticmethod
    def _resolved(folder: Path, relative: str) -> Path | None:
        try:
            return (folder / relative).resolve()
        except (OSError, ValueError, RuntimeError):
            return None
