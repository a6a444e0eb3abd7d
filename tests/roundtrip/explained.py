"""The differences that a specification explains, each with its section; all others are faults."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wire.data import Json

from .differences import Difference

_MOMENT: Final = re.compile(r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)")


@dataclass(frozen=True)
class Explanation:
    """A class of differences."""

    name: str
    why: str
    fits: Callable[[Difference], bool]


def _same_moment(one: Difference) -> bool:
    """The same instant with the same offset, to the last digit."""
    given, got = _parts(one.given), _parts(one.got)
    return given is not None and given == got


def _parts(value: Json) -> tuple[datetime, str, str] | None:
    match = _MOMENT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return None
    offset = "+00:00" if match[4] in ("Z", "z", "-00:00") else match[4]
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}"), (match[3] or "").rstrip("0"), offset
    except ValueError:
        return None


def _same_double(one: Difference) -> bool:
    given, got = one.given, one.got
    if isinstance(given, bool) or not isinstance(given, int) or not isinstance(got, int | float):
        return False
    return abs(given) > 2**53 and float(given) == got


SENT_BY_ITSELF: Final = Explanation(
    "a member of a request that has a single value, and is required or has a default",
    "No other value is allowed, and the default is what stands where nothing is given (JSON Schema, validation, "
    "sections 6.1.3 and 9.2): it is sent, because many servers do not put it there.",
    lambda one: False,
)
"""Told by the schema, not by the difference."""

EXPLANATIONS: Final = (
    Explanation(
        "a moment written in another form",
        "`t` and `z` may be small, a fraction may end in zeros, `-00:00` and `Z` are one offset: the same instant with "
        "the same offset (RFC 3339, sections 4.3 and 5.6).",
        _same_moment,
    ),
    Explanation(
        "a whole number beyond 2^53 where the schema says `number`",
        "Such a number is a double (RFC 8259, section 6), and the nearest double arrives.",
        _same_double,
    ),
    SENT_BY_ITSELF,
)


def explanation(one: Difference) -> Explanation | None:
    """The class of a difference, or None."""
    return next((each for each in EXPLANATIONS if each.fits(one)), None)
