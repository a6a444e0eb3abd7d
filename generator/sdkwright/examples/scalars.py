"""Values chosen where the document has no example: plausible, valid for their schema, the same in every run."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from sdkwright.examples.patterns import matching
from sdkwright.ir.types import Json
from sdkwright.openapi.data import is_number
from sdkwright.text.casing import words

_BY_FORMAT: Mapping[str, str] = {
    "duration": "P1D",
    "email": "user@example.com",
    "hostname": "example.com",
    "idn-email": "user@example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "iri": "https://example.com",
    "json-pointer": "/example",
    "time": "12:00:00Z",
    "uri": "https://example.com",
    "uri-reference": "https://example.com",
    "url": "https://example.com",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
}
_BY_NAME: Mapping[tuple[str, ...], str] = {
    ("country", "code"): "NL",
    ("country",): "Netherlands",
    ("currency",): "EUR",
    ("description",): "A short description",
    ("display", "name"): "Jane Doe",
    ("email",): "user@example.com",
    ("first", "name"): "Jane",
    ("key",): "<key>",
    ("last", "name"): "Doe",
    ("password",): "correct horse battery",
    ("phone", "number"): "+31 20 555 0100",
    ("phone",): "+31 20 555 0100",
    ("time", "zone"): "Europe/Amsterdam",
    ("timezone",): "Europe/Amsterdam",
    ("uri",): "https://example.com",
    ("url",): "https://example.com",
    ("username",): "jane.doe",
    ("user", "name"): "jane.doe",
}
"""By the last words of a name."""
_LONGEST = 200
"""A longer `minLength` is not filled: nobody reads such an example."""


def chosen_string(name: str, constraints: Mapping[str, Json]) -> str:
    """A string for something called `name`; it matches a `pattern` of the plain kind, which is never run."""
    if not constraints:
        return _by_name(name)
    shape, pattern = constraints.get("format"), constraints.get("pattern")
    value = _BY_FORMAT.get(shape) if isinstance(shape, str) else None
    if value is None:
        value = _by_name(name)
        if isinstance(pattern, str):
            shortest, longest = _count(constraints.get("minLength")), _count(constraints.get("maxLength"))
            found = matching(pattern, value, shortest or 0, longest)
            if found is not None:
                return found
    return _fitted(value, constraints)


@lru_cache(maxsize=4096)
def _by_name(name: str) -> str:
    """`<id>`, `<key>`, something that such a name usually holds, or `<value>`."""
    spoken = tuple(word.lower() for word in words(name))
    if spoken and spoken[-1] == "id":
        return "<id>"
    for length in (2, 1):
        if value := _BY_NAME.get(spoken[-length:]):
            return value
    return "<value>"


def _fitted(value: str, constraints: Mapping[str, Json]) -> str:
    """`value`, or a plain text of the length that the schema asks for."""
    shortest, longest = _count(constraints.get("minLength")), _count(constraints.get("maxLength"))
    if longest is not None and len(value) > longest:
        value = "value"[:longest] if longest < 5 else "value"
    if shortest is not None and len(value) < shortest <= _LONGEST:
        value = (value.strip("<>") + "-value" * shortest)[:shortest]
    return value


def _count(limit: Json) -> int | None:
    """A limit as the document means it, None without one."""
    return limit if isinstance(limit, int) and not isinstance(limit, bool) else None


def chosen_integer(constraints: Mapping[str, Json]) -> int:
    """The first of 1, the least and the greatest value that the schema allows."""
    if not constraints:
        return 1
    low, high = _bounds(constraints, 1)
    step = _number(constraints.get("multipleOf"))
    value = 1.0 if low <= 1 <= high else (low if math.isfinite(low) else high)
    value = math.ceil(value) if math.isfinite(low) else math.floor(value)
    if step is not None and step >= 1:
        value = math.ceil(max(value, 1 if high >= step else value) / step) * step
    return int(value)


def chosen_number(constraints: Mapping[str, Json]) -> float:
    """As `chosen_integer`, half a step from a bound that is excluded."""
    if not constraints:
        return 1.5
    low, high = _bounds(constraints, 0)
    step = _number(constraints.get("multipleOf"))
    if step is not None and step > 0:
        return float(chosen_integer(constraints)) if step >= 1 else _multiple(low, high, step)
    if _inside(1.5, low, high, constraints):
        return 1.5
    if math.isfinite(low) and math.isfinite(high):
        return low + (high - low) / 2
    return low + 1.5 if math.isfinite(low) else high - 1.5


def _multiple(low: float, high: float, step: float) -> float:
    """The least multiple of a fraction within the bounds, 1 if it is one."""
    return 1.0 if low <= 1 <= high else math.ceil(low / step) * step if math.isfinite(low) else high


def _inside(value: float, low: float, high: float, constraints: Mapping[str, Json]) -> bool:
    """Whether `value` lies within the bounds, excluded ones too."""
    above, below = _number(constraints.get("exclusiveMinimum")), _number(constraints.get("exclusiveMaximum"))
    return low <= value <= high and (above is None or value > above) and (below is None or value < below)


def _bounds(constraints: Mapping[str, Json], step: float) -> tuple[float, float]:
    """The least and the greatest value; an excluded bound is moved by `step`."""
    lows = [_number(constraints.get("minimum")), _shifted(constraints.get("exclusiveMinimum"), step)]
    highs = [_number(constraints.get("maximum")), _shifted(constraints.get("exclusiveMaximum"), -step)]
    low = max((value for value in lows if value is not None), default=-math.inf)
    return low, min((value for value in highs if value is not None), default=math.inf)


def _shifted(limit: Json, step: float) -> float | None:
    number = _number(limit)
    return None if number is None else number + step


def _number(value: Json) -> float | None:
    """A finite number, None for anything else; what no float can hold is no bound for an example."""
    if not is_number(value):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
