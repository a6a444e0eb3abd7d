"""Which examples can be sent where a parameter stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from sdkwright.ir.types import Json, Location

_BREAK = re.compile(r"[\r\n\0]")


def sendable(location: Location, examples: Iterable[Json]) -> tuple[Json, ...]:
    """The examples that the client takes for a parameter in this place: paths hold no empty text, headers no line
    breaks, and no white space around a text, which is dropped."""
    match location:
        case Location.PATH:
            return tuple(example for example in examples if example not in ("", [], {}))
        case Location.HEADER:
            stripped = (example.strip() if isinstance(example, str) else example for example in examples)
            return tuple(example for example in stripped if not any(map(_BREAK.search, _texts(example))))
        case Location.COOKIE | Location.QUERY:
            return tuple(examples)
        case _:
            assert_never(location)


def _texts(value: Json) -> Iterator[str]:
    """All text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (item for item in value if isinstance(item, str))
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for text in pair if isinstance(text, str))
