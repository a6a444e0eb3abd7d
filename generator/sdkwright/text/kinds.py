"""The two kinds of text: `Code`, which the generator made, and `Prose`, which came from a document.

Templates print `Code` alone.  `Prose` is deliberately no `str`: it cannot be concatenated, formatted or printed
until one of the sinks in `escape.py` has made it safe for one place (a docstring, a Markdown cell, a TOML string …).
That is the whole defence against a document that tries to become code.

`Code` can be put together and never be taken apart: whoever wants to know something about it asks what it was made
from.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NoReturn

from sdkwright.frozen import Frozen
from sdkwright.text.told import Told


class Code(str):
    """Text that is safe to print as it is: made by the generator from names, `repr` and types, or by a sink.

    It is compared, sorted, measured, joined and formatted like any text.  All else that a `str` can be asked raises
    `TypeError`: `in`, slices, iteration, `split`, `replace` …"""

    __slots__ = ()


def _refuse(_: Code, *__: object, **___: object) -> NoReturn:
    raise TypeError("code is not looked into: ask what it was made from")


_KEPT = frozenset(
    {
        "__add__",
        "__doc__",
        "__eq__",
        "__format__",
        "__ge__",
        "__getattribute__",
        "__getnewargs__",
        "__gt__",
        "__hash__",
        "__le__",
        "__len__",
        "__lt__",
        "__mul__",
        "__ne__",
        "__new__",
        "__repr__",
        "__rmul__",
        "__sizeof__",
        "__str__",
        "join",
    }
)
for _name in vars(str).keys() - _KEPT:
    setattr(Code, _name, _refuse)


@lru_cache(maxsize=4096)
def common(text: str) -> Code:
    """`Code` of a text that a package says many times, such as a name or an annotation: one value for all of them."""
    return Code(text)


class Docstring(Code):
    """A docstring that shows a text of the document, and what it was made from."""

    __slots__ = ("indent", "parts")

    parts: tuple[str | Prose | Parameters, ...]
    indent: int

    @classmethod
    def of(cls, text: str, parts: tuple[str | Prose | Parameters, ...], indent: int) -> Docstring:
        """The docstring `text`, which was made from `parts`."""
        made = cls(text)
        made.parts, made.indent = parts, indent
        return made


class Parameters(Frozen):
    """The part of a docstring that says what each parameter is."""

    rows: tuple[tuple[Code, Prose | None], ...]


class Prose(Frozen):
    """Text of a document, not yet made safe for any place.  `raw` is for sinks, never for printing."""

    raw: str

    def __bool__(self) -> bool:
        return bool(self.raw)

    @property
    def told(self) -> Told | None:
        """The text at its place in the document; None where it was put together."""
        return self.raw if isinstance(self.raw, Told) else None
