"""What a problem code is: a name that stays, and what the table says about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from sdkwright.frozen import Frozen


class Where(StrEnum):
    """What an example shows, in the words of the page; the tests put the rest of a document around it."""

    DOCUMENT = "A document"
    ROOT = "At the top of a document"
    PATHS = "Below `paths`"
    OPERATION = "An operation"
    SCHEMA = "A schema"
    OPTIONS = "In `gen.yaml`"
    OVERLAY = "An overlay"
    LEDGER = "In `names.lock`"
    SITUATION = "It happens when"
    """Not a text that can be written down in a few lines: the example says in words how it comes about."""


class Example(Frozen):
    """A small text that really gives the code."""

    where: Where
    text: str


class ProblemCode(str):
    """The kebab-case name of a kind of problem.  It is made in `problems/codes/` and nowhere else.

    It is text, so that it prints and compares as its name; but no text is a `ProblemCode`, so that type checkers refuse
    a problem with a code that the table does not have.
    """

    __slots__ = ("example", "remedy", "what")
    what: str
    """What is wrong and what comes of it, as sentences."""
    remedy: str
    """What to do, as sentences; problems that know better say it better."""
    example: Example

    def __new__(cls, name: str, what: str, remedy: str, example: Example) -> Self:
        self = super().__new__(cls, name)
        self.what = what
        self.remedy = remedy
        self.example = example
        return self


def document(*lines: str) -> Example:
    """A whole document."""
    return Example(Where.DOCUMENT, "\n".join(lines))


def root(*lines: str) -> Example:
    """Fields at the top of a document that is sound without them."""
    return Example(Where.ROOT, "\n".join(lines))


def paths(*lines: str) -> Example:
    """Entries of `paths`."""
    return Example(Where.PATHS, "\n".join(lines))


def operation(*lines: str) -> Example:
    """Fields of an operation, which has `responses` if none are written."""
    return Example(Where.OPERATION, "\n".join(lines))


def schema(*lines: str) -> Example:
    """A schema that an operation answers with."""
    return Example(Where.SCHEMA, "\n".join(lines))


def options(*lines: str) -> Example:
    """Keys of `gen.yaml`."""
    return Example(Where.OPTIONS, "\n".join(lines))


def overlay(*lines: str) -> Example:
    """A whole overlay."""
    return Example(Where.OVERLAY, "\n".join(lines))


def ledger(*lines: str) -> Example:
    """Lines of the ledger."""
    return Example(Where.LEDGER, "\n".join(lines))


def situation(text: str) -> Example:
    """How it comes about, in words that go on where "it happens when" began."""
    return Example(Where.SITUATION, text)
