"""The two kinds of text: `Code`, which the generator made, and `Prose`, which came from a document.

Templates print `Code` alone.  `Prose` is deliberately no `str`: it cannot be concatenated, formatted or printed
until one of the sinks in `sinks.py` has made it safe for one place (a docstring, a Markdown cell, a TOML string …).
That is the whole defence against a document that tries to become code.
"""

from __future__ import annotations

from dataclasses import dataclass


class Code(str):
    """Text that is safe to print as it is: made by the generator from names, `repr` and types, or by a sink."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Text of a document, not yet made safe for any place.  `raw` is for sinks, never for printing."""

    raw: str

    def __bool__(self) -> bool:
        return bool(self.raw)
