"""Examples as JSON has them: what an answer looks like, and what a model is on the wire.

The same rules choose values here and in the samples: the document's example where it fits, else one that is valid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Protocol

from sdkwright.examples.answers import AnswerValues
from sdkwright.ir.types import Json, Type
from sdkwright.ir.values import Types, fits

_ALL_SHOWN = 3
"""Down to this depth every property is shown, further down only what is required."""
_NODES = 120
"""From here on, too."""


class Judge(Protocol):
    """What judges values by the schemas of a document, which are named by their pointers."""

    def expect(self, pointers: Iterable[str], /) -> None:
        """Says which schemas will be asked for."""

    def place(self, pointer: str, /) -> str:
        """Where the schema stands to which the one at `pointer` leads if it is a reference and nothing else."""
        ...

    def allows(self, pointer: str, value: Json, /) -> bool:
        """Whether a value is allowed by a schema, by all that it says."""
        ...


class Unjudged:
    """What is said of values where there is no document to ask: each is allowed."""

    def expect(self, pointers: Iterable[str], /) -> None:
        """Nobody is asked."""

    def place(self, pointer: str, /) -> str:
        """It stands where it stands."""
        return pointer

    def allows(self, pointer: str, value: Json, /) -> bool:
        """It is."""
        return True


class WireExamples:
    """Makes JSON for the types of one API."""

    def __init__(self, types: Types, judge: Judge) -> None:
        self._types = types
        self._judge = judge
        self._values = tuple(AnswerValues(types, shallow=depth, nodes=_NODES) for depth in (_ALL_SHOWN, 0))

    def of(self, shape: Type, pointer: str, examples: Sequence[Json] = ()) -> tuple[Json] | None:
        """A value of a type, whose schema stands at `pointer` (empty: nowhere as it is).

        The first that fits of `examples`, of one with all that can be there, and of one with what must be there alone.

        In a tuple, for null is a value, too; None where none of them fits.
        """
        made = (values.of(shape, "", pointer) for values in self._values)
        fitting = (one for one in chain(examples, made) if fits(self._types, shape, one))
        return next(((one,) for one in fitting if not pointer or self._judge.allows(pointer, one)), None)
