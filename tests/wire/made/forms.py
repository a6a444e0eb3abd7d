"""Values at the edges of their types: valid, and seldom met."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Final

from wire.data import Json

from .schemas import Facts

ODD_TEXTS: Final = ("", "true", "null", "12", "1.50", "2025-04-20", "été €😀", '\t\n\\ "c"', " x ", "\u2028</script>")
"""Texts that look like something else, or that are hard to write."""

ODD_MOMENTS: Final = (
    "2025-04-20t01:02:03z",
    "2025-04-20T01:02:03.120Z",
    "2025-04-20T01:02:03.123456789Z",
    "2025-04-20T01:02:03-00:00",
    "2016-12-31T23:59:60Z",
)
"""Of a server alone, which writes texts; callers give `datetime`.  RFC 3339, section 5.6: letters of either case, any
number of digits; section 4.3: an offset that is not known; section 5.7: leap seconds."""

ODD_FORMATS: Final[Mapping[str, tuple[str, ...]]] = {
    "date-time": (
        "2025-04-20T01:02:03+05:30",
        "2025-04-20T01:02:03.123456Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z",
    ),
    "date": ("0001-01-01", "9999-12-31", "2024-02-29"),
    "uuid": ("123E4567-E89B-42D3-A456-426614174000", "00000000-0000-0000-0000-000000000000"),
    "uri": ("urn:isbn:0451450523", "https://EXAMPLE.com:443/%7Ea?b=c#d", "https://example.com"),
    "byte": ("", "AA==", "/+8="),
    "decimal": ("0.10", "1E+3", "12345678901234567890.123456789"),
}

_WHOLE: Final = (0, -1, 2**31 - 1, 2**53 + 1, 2**63 - 1, -(2**63))
NO_DOUBLES: Final = (2**53 + 1,)
"""Numbers that a schema of `number` allows and no double is."""
_ANY: Final = (0, -0.5, 0.1, 1e21, 5e-324, 1.7976931348623157e308, 123456789.987654321, 1.0, *NO_DOUBLES)
_BITS: Final = {"int32": 32, "int64": 64}


def odd_numbers(facts: Facts, *, whole: bool) -> Iterator[int | float]:
    """The bounds of the schema, and the numbers that are at the edge for one reader or another."""
    bits = _BITS.get(facts.format or "", 64)
    if facts.format == "float":
        yield from (0.5, -2.25, 16777216.0)
    for bound in ("minimum", "exclusiveMinimum"):
        if bound in facts.least:
            yield from _beside(facts.least[bound], 1)
    for bound in ("maximum", "exclusiveMaximum"):
        if bound in facts.most:
            yield from _beside(facts.most[bound], -1)
    for number in _WHOLE if whole else _ANY:
        if facts.format != "float" and (not whole or -(2 ** (bits - 1)) <= number < 2 ** (bits - 1)):
            yield number


def _beside(bound: float, step: int) -> Iterator[int | float]:
    if math.isfinite(bound):
        yield bound
        yield bound + step


ANYTHING: Final[tuple[Json, ...]] = (
    {"key": "text", "count": 3, "none": None, "list": [1, "two", {"three": 3.5}], "inner": {"deep": {"er": False}}},
    "text",
    12,
    0.5,
    True,
    None,
    [1, None, "x", {"a": []}],
    {},
    [],
    "2025-04-20T01:02:03Z",
    "",
)
"""What may stand where the schema says nothing."""

FREE: Final[tuple[Mapping[str, Json], ...]] = (
    {"key": "text", "count": 3, "none": None, "list": [1, "two", {"three": 3.5}], "inner": {"deep": {"er": False}}},
    {"id": 1, "type": "x", "data": [], "class": None, "model_dump": True, "_private": {"a b": "ü"}},
    {},
)
"""What an object may hold of which the schema names no property."""
