"""Examples as JSON has them: what an answer looks like, and what a model is on the wire.

The same rules choose values here and in the samples: the document's example where it fits, else one that is valid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from sdkwright.examples.answers import AnswerValues
from sdkwright.ir.service import Content
from sdkwright.ir.types import Json, Type
from sdkwright.ir.values import Types, fits

_ALL_SHOWN = 3
"""Down to this depth every property is shown, further down only what is required."""
_NODES = 120
"""From here on, too."""

Allows = Callable[[str, Json], bool]
"""Whether a value is allowed by the schema at a pointer of the document, by all that the schema says."""
Judging = Callable[[Iterable[str]], Allows]
"""What judges by the schemas at these pointers, which alone are asked for."""


class WireExamples:
    """Makes JSON for the types of one API."""

    def __init__(self, types: Types, allows: Allows) -> None:
        self._types = types
        self._allows = allows
        self._of_contents: dict[str, tuple[Json] | None] = {}

    def of(self, shape: Type, pointer: str, examples: Sequence[Json] = ()) -> tuple[Json] | None:
        """A value of a type, whose schema stands at `pointer` (empty: nowhere as it is).

        The first that fits of `examples`, of one with all that can be there, and of one with what must be there alone.

        In a tuple, for null is a value, too; None where none of them fits.
        """
        depths = (_ALL_SHOWN, 0)
        made = (AnswerValues(self._types, shallow=depth, nodes=_NODES).of(shape, "", pointer) for depth in depths)
        fitting = (one for one in chain(examples, made) if fits(self._types, shape, one))
        return next(((one,) for one in fitting if not pointer or self._allows(pointer, one)), None)

    def of_content(self, content: Content, pointer: str) -> tuple[Json] | None:
        """The same of an answer, made once: a response may be that of many operations."""
        if content.id not in self._of_contents:
            self._of_contents[content.id] = self.of(content.type, pointer, content.examples)
        return self._of_contents[content.id]
