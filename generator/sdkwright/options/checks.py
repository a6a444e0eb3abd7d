"""What a value in `gen.yaml` may be: small checks that return the value in the type that `Config` holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from sdkwright.openapi.data import Json, kind_of
from sdkwright.openapi.syntax.scalars import WrittenFloat
from sdkwright.options.formats import Format, parse_format
from sdkwright.problems import shown

Check = Callable[[Json], object]
"""Returns the checked value; raises BadValueError with what is expected instead."""
Choice = TypeVar("Choice", bound=StrEnum)

MAX_TEXT = 20_000
"""Characters in one value: what an option can sensibly need, times a lot."""


class BadValueError(ValueError):
    """A value of the wrong kind.  Its text goes on where "KEY must be" began."""


def flag(value: Json) -> bool:
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise BadValueError(f"true or false, not {kind_of(value)}")
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


_RELEASE = re.compile(
    r"v?(?:(?P<epoch>[0-9]+)!)?(?P<numbers>[0-9]+(?:\.[0-9]+)*)"
    r"(?:[-_.]?(?P<before>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?P<before_number>[0-9]*))?"
    r"(?:-(?P<bare>[0-9]+)|[-_.]?(?P<after>post|rev|r)[-_.]?(?P<after_number>[0-9]*))?"
    r"(?:[-_.]?dev[-_.]?(?P<development>[0-9]*)(?P<is_development>))?",
    re.ASCII | re.IGNORECASE,
)
_BEFORE = {"alpha": "a", "beta": "b", "c": "rc", "pre": "rc", "preview": "rc"}


def release(value: Json) -> str:
    """A version of PEP 440 in its normal form (`1.2.0-beta.1` is 1.2.0b1), without a local part: no index takes one."""
    found = text(value)
    parts = _RELEASE.fullmatch(found)
    if parts is None:
        raise BadValueError(f"a version such as 1.2.0, 1.2.0rc1 or 1.2.0-rc.1, not {shown(found)}")
    normal = f"{int(parts['epoch'])}!" if parts["epoch"] and int(parts["epoch"]) else ""
    normal += ".".join(str(int(number)) for number in parts["numbers"].split("."))
    if parts["before"]:
        word = parts["before"].lower()
        normal += f"{_BEFORE.get(word, word)}{int(parts['before_number'] or 0)}"
    if parts["bare"] or parts["after"]:
        normal += f".post{int(parts['bare'] or parts['after_number'] or 0)}"
    return f"{normal}.dev{int(parts['development'] or 0)}" if parts["is_development"] is not None else normal


def docs_format(value: Json) -> Format:
    """The format of the docs: a month such as 2025-04, or the version of a generator such as 2.585."""
    found = parse_format(text(value))
    if found is None:
        raise BadValueError(f"a month such as 2025-04 or a version such as 2.585, not {shown(value)}")
    return found


def license_name(value: Json) -> str:
    """The licence: text, or the short name of a mapping {name, shortName, url}, which newer files have."""
    if not isinstance(value, dict):
        return text(value)
    named = value.get("shortName") or value.get("name")
    if named is None:
        raise BadValueError("text, or a mapping with a shortName or a name")
    return text(named)


def shaped(pattern: str, expected: str) -> Check:
    """Text that `pattern` matches from end to end; `expected` says it in words."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: Json) -> str:
        found = text(value)
        if not compiled.fullmatch(found):
            raise BadValueError(f"{expected}, not {shown(found)}")
        return found

    return check


def optional(check: Check) -> Check:
    """An empty value means that the option is not set (None)."""

    def inner(value: Json) -> object:
        return None if value is None or value == "" else check(value)

    return inner


def one_of(*values: str) -> Check:
    """One of a few words."""

    def check(value: Json) -> str:
        if not isinstance(value, str) or value not in values:
            raise BadValueError(f"{_or(values)}, not {shown(value)}")
        return value

    return check


def member(choices: type[Choice]) -> Check:
    """One of the values of an enum, as its member."""

    def check(value: Json) -> Choice:
        for choice in choices:
            if choice.value == value:
                return choice
        raise BadValueError(f"{_or([choice.value for choice in choices])}, not {shown(value)}")

    return check


def texts(value: Json) -> tuple[str, ...]:
    """A list of text."""
    if not isinstance(value, list):
        raise BadValueError(f"a list of text, not {kind_of(value)}")
    return tuple(text(item) for item in value)


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


_DISTRIBUTION = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_CLAUSE = r"(==|!=|~=|<=?|>=?) ?[0-9][0-9A-Za-z.+!*-]*"
_RANGE = re.compile(rf"\*?|[\^~]?[0-9][0-9A-Za-z.+!-]*|{_CLAUSE}(, ?{_CLAUSE})*")


def requirements(value: Json) -> tuple[tuple[str, str], ...]:
    """A mapping of distributions to version ranges, as pip (`>=2,<3`) or poetry (`^2.1`) write them."""
    found = pairs(value)
    for name, versions in found:
        if not _DISTRIBUTION.fullmatch(name):
            raise BadValueError(f"a mapping of distributions to versions; {shown(name)} is no name of one")
        if not _RANGE.fullmatch(versions):
            raise BadValueError(f"a mapping of distributions to versions; {shown(versions)} is no range of versions")
    return found


def groups(value: Json) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """A mapping of the names of extras to what each requires."""
    if value is None:
        return ()
    if not isinstance(value, dict):
        raise BadValueError(f"a mapping of extras, not {kind_of(value)}")
    for name in value:
        if not _DISTRIBUTION.fullmatch(name):
            raise BadValueError(f"a mapping of extras; {shown(name)} is no name of one")
    return tuple((name, requirements(item)) for name, item in value.items())


def anything(value: Json) -> Json:
    """Any value: the option has no effect here, so that its value is nobody's concern."""
    return value


def _or(values: tuple[str, ...] | list[str]) -> str:
    return " or ".join(values) if len(values) < 3 else f"one of {', '.join(values)}"
