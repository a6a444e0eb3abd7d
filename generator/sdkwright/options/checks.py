"""What a value in `gen.yaml` may be: small checks that return the value in the type that `Config` holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from sdkwright.frozen import Frozen
from sdkwright.openapi.data import Json, kind_of
from sdkwright.openapi.syntax.scalars import WrittenFloat
from sdkwright.options.formats import Format, parse_format
from sdkwright.options.model import MODELS
from sdkwright.problems import shown
from sdkwright.text.reserved import FIXED_ERRORS, KEYWORDS, PACKAGE_MODULES

Check = Callable[[Json], object]
"""Returns the checked value; raises BadValueError with what is expected instead."""

MAX_TEXT = 20_000
"""Characters in one value: what an option can sensibly need, times a lot."""


class BadValueError(ValueError):
    """A value of the wrong kind.  Its text goes on where "KEY must be" began."""


def flag(value: Json) -> bool:
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise BadValueError(f"true or false, not {kind_of(value)}")
    return value


def strictness(value: Json) -> str:
    """`strict` or `lenient`; published files say true for the one and false for the other."""
    if isinstance(value, bool):
        return "strict" if value else "lenient"
    if value not in ("strict", "lenient"):
        raise BadValueError(f"strict or lenient, not {shown(value)}")
    return value


def count(value: Json) -> int:
    """A whole number from 0 on."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 10**9:
        raise BadValueError(f"a whole number from 0 on, not {shown(value)}")
    return value


def text(value: Json) -> str:
    """Text; a number is taken as it is written, so that `version: 1.0` is the text 1.0."""
    if isinstance(value, WrittenFloat):
        return value.text
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise BadValueError(f"text, not {kind_of(value)}")
    if len(value) > MAX_TEXT or not value.isprintable():
        raise BadValueError(f"one line of printable text of at most {MAX_TEXT} characters")
    return value


def prose(value: Json) -> str:
    """Text of any number of lines."""
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        raise BadValueError(f"text of at most {MAX_TEXT} characters, not {kind_of(value)}")
    return value


_FOLDER = re.compile(r"[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)*/?")


def package_folder(value: Json) -> str:
    """A folder of packages inside of the SDK; empty is that of the models."""
    found = text(value)
    if not found:
        return MODELS
    first, *below = segments = found.rstrip("/").split("/")
    if _FOLDER.fullmatch(found) is None or KEYWORDS.intersection(segments):
        raise BadValueError(f"a relative folder such as models/errors, or empty, not {shown(found)}")
    if first in PACKAGE_MODULES - {MODELS, "errors"}:
        raise BadValueError(f"a folder that every SDK does not have already, not {shown(found)}")
    return "/".join((first, *below))


_CLASS_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_TAKEN = FIXED_ERRORS - {"SDKError"}
"""Of the errors that every SDK has, what is none of the two that have a name by choice."""


def error_class(value: Json) -> str:
    """The name of a class of errors, which every SDK has beside those whose names are fixed."""
    found = text(value)
    if _CLASS_NAME.fullmatch(found) is None:
        raise BadValueError(f"a name of letters, digits and underscores, not {shown(found)}")
    if found in KEYWORDS:
        raise BadValueError(f"a name that a class can have; {shown(found)} is a word of the language")
    if found in _TAKEN:
        raise BadValueError(f"a name that no other class of errors has; every SDK has {shown(found)}")
    return found


def docs_format(value: Json) -> Format:
    """The format of the docs: a month such as 2025-04, or the version of a generator such as 2.585."""
    found = parse_format(text(value))
    if found is None:
        raise BadValueError(f"a month such as 2025-04 or a version such as 2.585, not {shown(value)}")
    return found


class Shaped(Frozen):
    """Text that a pattern matches from end to end."""

    pattern: str
    expected: str
    """What it is, in words."""

    def __call__(self, value: Json) -> str:
        found = text(value)
        if not re.fullmatch(self.pattern, found, re.ASCII):
            raise BadValueError(f"{self.expected}, not {shown(found)}")
        return found


class Optional(Frozen):
    """A check of a value that may be empty, which means that the option is not set (None)."""

    check: Check

    def __call__(self, value: Json) -> object:
        return None if value is None or value == "" else self.check(value)


class OneOf(Frozen):
    """One of a few words."""

    values: tuple[str, ...]

    def __call__(self, value: Json) -> str:
        if not isinstance(value, str) or value not in self.values:
            raise BadValueError(f"{_or(self.values)}, not {shown(value)}")
        return value


class Member(Frozen):
    """One of the values of an enum, as its member."""

    choices: type[StrEnum]

    def __call__(self, value: Json) -> StrEnum:
        for choice in self.choices:
            if choice.value == value:
                return choice
        raise BadValueError(f"{_or([choice.value for choice in self.choices])}, not {shown(value)}")


class Listed(Frozen):
    """A list of values that each pass a check."""

    check: Check

    def __call__(self, value: Json) -> object:
        return tuple(self.check(item) for item in texts(value))


def one_of(*values: str) -> OneOf:
    """One of a few words."""
    return OneOf(values)


shaped, optional, member, listed = Shaped, Optional, Member, Listed
"""As they read in the table of keys."""


def texts(value: Json) -> tuple[str, ...]:
    """A list of text."""
    if not isinstance(value, list):
        raise BadValueError(f"a list of text, not {kind_of(value)}")
    return tuple(text(item) for item in value)


def optional_texts(value: Json) -> tuple[str, ...]:
    """A list of text; an empty value is an empty list."""
    return () if value is None else texts(value)


def one_text(value: Json) -> tuple[str, ...]:
    """One text, as a list of it (`author` beside `authors`)."""
    return (text(value),)


def pairs(value: Json) -> tuple[tuple[str, str], ...]:
    """A mapping of text to text, in its order; an empty value is an empty mapping."""
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise BadValueError(f"a mapping of text to text, not {kind_of(value)}")
    return tuple((text(key), text(item)) for key, item in value.items())


def anything(value: Json) -> Json:
    """Any value: the option has no effect here, so that its value is nobody's concern."""
    return value


def _or(values: tuple[str, ...] | list[str]) -> str:
    return " or ".join(values) if len(values) < 3 else f"one of {', '.join(values)}"
