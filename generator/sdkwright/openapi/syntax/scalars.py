"""What an unquoted scalar means: the core schema of YAML 1.2 (section 10.3), narrowed to what JSON can say.

Narrowed, because every other reading has changed a wire value silently somewhere: `012`, `0o14`, `0x1F`, `1_000`,
`12:30:45` and `2020-01-01` stay text, and so do `yes`, `no`, `on`, `off`, `.inf` and `.nan`.
"""

from __future__ import annotations

import math
import re
from typing import Final, TypeAlias

from sdkwright.openapi.limits import MAX_DIGITS

Plain: TypeAlias = bool | int | float | str | None

_WORDS: Final[dict[str, Plain]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER_STARTS: Final = frozenset("+-.0123456789")
BEGINNINGS: Final = _NUMBER_STARTS.union(word[:1] for word in _WORDS)
"""How each scalar begins that is no text: what begins otherwise needs not be resolved."""
_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


class WrittenFloat(float):
    """A number with a fraction or an exponent, which remembers how it was written (`1.10`, `1e3`)."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> WrittenFloat:
        self = super().__new__(cls, text)
        self.text = text
        return self

    def __reduce__(self) -> tuple[type[WrittenFloat], tuple[str]]:
        return WrittenFloat, (self.text,)


class ScalarError(ValueError):
    """A number that cannot be kept: too many digits, or beyond the range of a double."""


def integer(text: str) -> int:
    """The integer that `text` writes; ScalarError if it has more digits than the limit."""
    if len(text) > MAX_DIGITS:
        raise ScalarError(f"This number has {len(text)} digits; at most {MAX_DIGITS} are read")
    return int(text)


def floating(text: str) -> WrittenFloat:
    """The number that `text` writes; ScalarError if it is too long or larger than a double can be."""
    if len(text) > MAX_DIGITS:
        raise ScalarError(f"This number has {len(text)} digits; at most {MAX_DIGITS} are read")
    value = WrittenFloat(text)
    if math.isinf(value):
        raise ScalarError(f"The number {text[:40]} is too large: a double ends at 1.8e308")
    return value


def resolve(text: str) -> Plain:
    """The value of an unquoted, untagged scalar; ScalarError for a number that cannot be kept."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    if _INTEGER.fullmatch(text):
        return integer(text)
    if _FLOAT.fullmatch(text):
        return floating(text)
    return text
