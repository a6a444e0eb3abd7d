"""Texts and numbers that a schema allows."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Iterator
from random import Random
from typing import TypeAlias, cast

from .formats import format_checker
from .patterns import PatternError, text_like
from .schemas import Facts, UnmakeableError

Words: TypeAlias = Callable[[Random], str]
"""Makes a text of any kind."""
_FORMATS = {
    # RFC 3339 wants an offset behind a time, the validator wants none.
    "date-time": "2025-04-20T01:02:03Z",
    "date": "2025-04-20",
    "time": "01:02:03",
    "duration": "P1DT2H",
    "email": "someone@example.com",
    "idn-email": "someone@example.com",
    "hostname": "host.example.com",
    "idn-hostname": "host.example.com",
    "ipv4": "192.0.2.1",
    "ip": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "cidr": "192.0.2.0/24",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "iri": "https://example.com/a",
    "uri-reference": "/a/b",
    "iri-reference": "/a/b",
    "uri-template": "/a/{b}",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
    "json-pointer": "/a/b",
    "relative-json-pointer": "1/a",
    "regex": "a+",
    "byte": "dGV4dCB0ZXh0",
    "binary": "dGV4dCB0ZXh0",
    "base64": "dGV4dCB0ZXh0",
    "decimal": "12.50",
    "int64": "12345678901",
    "int32": "12345",
    "bigint": "12345678901234567890",
    "double": "12.5",
    "float": "12.5",
    "color": "#aabbcc",
}


def make_text(facts: Facts, random: Random, words: Words | None = None) -> str:
    """A text that fits.  Raises `UnmakeableError` with the cause."""
    for candidate in _texts(facts, random, words):
        if fits_text(facts, candidate):
            return candidate
    if facts.patterns:
        raise UnmakeableError("a pattern that no text was found for")
    if facts.format is not None:
        raise UnmakeableError(f"a text of the format {facts.format[:20]!r} and such a length")
    raise UnmakeableError("a length that no text has")


def _texts(facts: Facts, random: Random, words: Words | None) -> Iterator[str]:
    least, most = facts.least.get("minLength", 0), facts.most.get("maxLength", math.inf)
    if facts.patterns:
        for attempt in range(40):
            try:
                yield text_like(facts.patterns[attempt % len(facts.patterns)], random, least)
            except PatternError:
                break
        yield from (value for value in facts.samples if isinstance(value, str))
    encoded = facts.encoding in ("base64", "base64url")
    if encoded or facts.format in _FORMATS:
        text = _FORMATS["byte" if encoded else cast("str", facts.format)]
        yield text
        if encoded or facts.format in ("byte", "binary"):
            yield "QUJD" * max(1, math.ceil(least / 4))
        elif facts.format in ("uri", "url", "iri"):
            yield text + "a" * (least - len(text))
            yield "a:b"
        elif facts.format in ("email", "idn-email"):
            yield "a" * (least - len(text)) + text
            yield "a@b.c"
    if words is not None and not facts.patterns and facts.format is None:
        yield words(random)
    word = f"text{random.randrange(10)}"
    length = int(min(max(len(word), least), most))
    yield (word + "abcdefghij" * math.ceil(length / 10))[:length]
    yield from (value for value in facts.samples if isinstance(value, str))


def fits_text(facts: Facts, text: str) -> bool:
    """Whether the schema allows a text."""
    if not facts.least.get("minLength", 0) <= len(text) <= facts.most.get("maxLength", math.inf):
        return False
    try:
        if not all(re.search(pattern, text) for pattern in facts.patterns):
            return False
    except re.error:
        raise UnmakeableError("a pattern that cannot be read") from None
    return facts.format is None or format_checker.conforms(text, facts.format)


def make_number(facts: Facts, random: Random, *, whole: bool) -> int | float:
    """A number that fits.  Raises `UnmakeableError` if there is none."""
    low = max(facts.least.get("minimum", -math.inf), facts.least.get("exclusiveMinimum", -math.inf))
    high = min(facts.most.get("maximum", math.inf), facts.most.get("exclusiveMaximum", math.inf))
    step = functools.reduce(_common, facts.multiples, 1.0 if whole else 0.0)
    for candidate in _numbers(low, high, step, random, whole):
        if fits_number(candidate, facts, whole=whole):
            return int(candidate) if whole else candidate
    raise UnmakeableError("bounds that no number fits")


def fitting_text(pattern: str, random: Random) -> str:
    """A text that a pattern matches.  Raises `UnmakeableError`."""
    try:
        return text_like(pattern, random, 1)
    except PatternError:
        raise UnmakeableError("a pattern that no text was found for") from None


def _common(first: float, second: float) -> float:
    if first == int(first) and second == int(second) and first:
        return math.lcm(int(first), int(second))
    return second


def _numbers(low: float, high: float, step: float, random: Random, whole: bool) -> Iterator[int | float]:
    """Numbers that may lie between the bounds: a plain one, then those beside the bounds, then the middle."""
    plain = random.randint(1, 99)
    fraction = 0 if whole or step else random.choice((0, 0.5))
    base = step or 1
    for start in (plain + fraction, low, high, (low + high) / 2, 0):
        if math.isfinite(start):
            for number in (start, math.ceil(start / base) * base, math.floor(start / base) * base):
                yield from (
                    each for each in (number, number + base, number - base) if not step or _is_multiple(each, step)
                )
    if math.isfinite(low):
        yield low + (1 if whole else 0.001)
    if math.isfinite(high):
        yield high - (1 if whole else 0.001)


def _is_multiple(number: float, step: float) -> bool:
    quotient = number / step
    return math.isfinite(quotient) and quotient == int(quotient)


def fits_number(number: float, facts: Facts, *, whole: bool) -> bool:
    """Whether the schema allows a number."""
    least, most = facts.least, facts.most
    return (
        (not whole or number == int(number))
        and least.get("minimum", -math.inf) <= number <= most.get("maximum", math.inf)
        and number > least.get("exclusiveMinimum", -math.inf)
        and number < most.get("exclusiveMaximum", math.inf)
        and all(_is_multiple(number, multiple) for multiple in facts.multiples)
    )
