"""One file of a document: its text, and the mappings and lists that were read from it.

The n-th mapping or list has the n-th places, which are looked at only where there is something to report.
"""

from __future__ import annotations

import hashlib
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Final, NoReturn

from sdkwright.frozen import Frozen, field
from sdkwright.openapi.data import Container, Json, one_line
from sdkwright.openapi.limits import MAX_BYTES
from sdkwright.problems import Position, Problem, ProblemCode, ProblemsError, Severity, shown
from sdkwright.problems.codes.syntax import DUPLICATE_KEY, NO_DOCUMENT, NOT_UTF8, TOO_LARGE, UNREADABLE

STANDARD_INPUT: Final = "-"
"""What is typed for the document on standard input."""
_BLOCK: Final = 1 << 16
_AROUND: Final = 200
"""How many characters of a line before and behind a place go with it: a document in one line is megabytes."""
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_OTHER_ENCODINGS: Final = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


class Source:
    """The text of one file, and how its lines are counted (from 1; line ends are LF, CRLF and CR)."""

    def __init__(self, file: str, path: Path, text: str, digest: str = "") -> None:
        self.file = file
        """The path as messages show it."""
        self.path = path
        self.text = text
        self.digest = digest
        """SHA-256 of the bytes, in hexadecimal."""

    @cached_property
    def _starts(self) -> list[int] | None:
        """Where each line begins; None for a text whose lines all end with LF, for which counting is quicker."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))] if "\r" in self.text else None

    @cached_property
    def _before(self) -> list[int]:
        """How many lines end before each block of such a text."""
        blocks = range(0, len(self.text), _BLOCK)
        return [0, *accumulate(self.text.count("\n", block, block + _BLOCK) for block in blocks)]

    def position(self, index: int) -> Position:
        """The place of the character at `index`."""
        starts = self._starts
        if starts is None:
            block = index // _BLOCK
            line = self._before[block] + self.text.count("\n", block * _BLOCK, index) + 1
            begin, end = self.text.rfind("\n", 0, index) + 1, self.text.find("\n", index)
        else:
            line = bisect_right(starts, index)
            begin, end = starts[line - 1], starts[line] if line < len(starts) else -1
        first, last = max(begin, index - _AROUND), min(len(self.text) if end < 0 else end, index + _AROUND)
        written = self.text[first:last].rstrip("\r\n")
        return Position(self.file, line, index - begin + 1, written, first - begin)

    def fail(self, code: ProblemCode, message: str, index: int | None = None, remedy: str = "") -> NoReturn:
        """Raise the one problem that ends the reading of this file."""
        position = Position(self.file) if index is None else self.position(index)
        raise ProblemsError([Problem(Severity.ERROR, code, one_line(message), remedy, position)])


class Marks(Frozen):
    """Where a container begins, and where each of its keys or items does: indexes into the text, in written order."""

    start: int
    """Where the container begins: its first key, if it is a mapping without braces."""
    entries: tuple[tuple[str, int], ...]


class Tree(Frozen):
    """What was read from one source."""

    source: Source
    root: Json
    containers: list[Container]
    """Keeps them alive, so that their identity stays theirs."""
    marks: Callable[[int], Marks]
    """Finds where the n-th of the containers begins and its entries stand."""
    copies: list[tuple[Container, Container]] = field(default_factory=list[tuple[Container, Container]])
    """(copy, original) for everything that an alias repeats."""
    merged: list[tuple[Container, str, Container]] = field(default_factory=list[tuple[Container, str, Container]])
    """(mapping, key, mapping the key was merged from) for every key that `<<` brought."""
    anchors: dict[str, Container] = field(default_factory=dict[str, Container])
    """The mappings and lists that have an anchor of YAML; the last one of a name."""
    key: Callable[[int, str], tuple[int, int, bool] | None] | None = None
    """Finds where the n-th of the containers begins and a key of it stands, and whether it has no other; None for JSON,
    where nothing is noted."""


def read_source(path: Path, file: str) -> Source:
    """The text of `path`; raises ProblemsError if it is missing, too large or not UTF-8.

    `-` is standard input, whose references are relative to the working folder.
    """
    blank = Source(file, path, "")
    try:
        if file == STANDARD_INPUT:
            raw = sys.stdin.buffer.read(MAX_BYTES + 1)
            if len(raw) > MAX_BYTES:
                blank.fail(TOO_LARGE, f"Standard input has more than {MAX_BYTES // 1048576} MB")
            return decode(raw, path, "standard input")
        if path.is_dir():
            blank.fail(UNREADABLE, f"`{file}` is a folder, not a document", remedy="Name the file itself.")
        with path.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            blank.fail(TOO_LARGE, f"The file has more than {MAX_BYTES // 1048576} MB, which is the most that is read")
    except FileNotFoundError:
        blank.fail(NO_DOCUMENT, f"There is no file `{file}`", remedy="Check the path.")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no path"
        blank.fail(UNREADABLE, f"`{file}` cannot be read: {reason}")
    return decode(raw, path, file)


def decode(raw: bytes, path: Path, file: str) -> Source:
    """The source with the text of `raw`: UTF-8, with or without a byte order mark."""
    for mark, name in _OTHER_ENCODINGS:
        if raw.startswith(mark):
            Source(file, path, "").fail(NOT_UTF8, f"The file is {name}, not UTF-8")
    body = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return Source(file, path, body.decode("utf-8"), hashlib.sha256(raw).hexdigest())
    except UnicodeDecodeError as error:
        head = body[: error.start].decode("utf-8")
        Source(file, path, head + "\ufffd").fail(
            NOT_UTF8, f"The byte 0x{body[error.start]:02x} is not UTF-8", len(head)
        )


def duplicate_keys(source: Source, marks: Iterable[Marks]) -> list[Problem]:
    """A problem for every key that stands twice in one mapping, with both lines."""
    problems: list[Problem] = []
    for mark in marks:
        first: dict[str, int] = {}
        for key, index in mark.entries:
            if key in first:
                line = source.position(first[key]).line
                problems.append(
                    Problem(
                        Severity.ERROR,
                        DUPLICATE_KEY,
                        f"The key {shown(key)} stands twice in this mapping: first in line {line}",
                        position=source.position(index),
                    )
                )
            else:
                first[key] = index
    return problems
