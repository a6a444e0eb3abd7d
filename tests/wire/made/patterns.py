"""Texts that a regular expression matches: a walk over the parsed expression that takes the shortest way.

Only what the documents use is supported; anything else (look-arounds) raises `PatternError`.  Whoever calls tries the
result with the expression itself.  The samples of the docs have a maker of their own (`plan/example_patterns.py`): it
must do without the private parser of `re` that is used here, and gives one text where the judge wants many.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from random import Random
from typing import Any

from wire.untyped import MAXREPEAT, parse_pattern

_PREFERRED = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_. "
_CATEGORIES = {
    "CATEGORY_DIGIT": "0123456789",
    "CATEGORY_NOT_DIGIT": "abcxyz",
    "CATEGORY_WORD": "abcxyz019_",
    "CATEGORY_NOT_WORD": "-. ",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "abcxyz019",
}
_MORE = 3
"""How many times more than it must something may be repeated."""


class PatternError(ValueError):
    """The expression cannot be read, or says something that no text is made for."""


def text_like(pattern: str, random: Random, minimum: int = 0) -> str:
    """A text that `pattern` should match, of `minimum` characters where its repeats allow that."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # such as a set inside a set
            parsed = parse_pattern(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise PatternError(f"the pattern cannot be read: {error}") from None
    text = _sequence(parsed, random, 0, {})
    return text if len(text) >= minimum else _sequence(parsed, random, minimum - len(text), {})


def _sequence(parsed: Iterable[Any], random: Random, more: int, groups: dict[int, str]) -> str:
    """The texts of a sequence's parts; `more` characters more are asked of its repeats."""
    text = ""
    for code, argument in parsed:
        text += _part(code, argument, random, more, groups)
    return text


def _part(code: Any, argument: Any, random: Random, more: int, groups: dict[int, str]) -> str:
    match str(code):
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL":
            return next(char for char in _PREFERRED if ord(char) != argument)
        case "ANY":
            return random.choice("abcxyz")
        case "IN":
            return random.choice(_set(argument))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeat(argument, random, more, groups)
        case "SUBPATTERN":
            number, _, _, inner = argument
            text = _sequence(inner, random, more, groups)
            if number is not None:
                groups[number] = text
            return text
        case "ATOMIC_GROUP":
            return _sequence(argument, random, more, groups)
        case "BRANCH":
            return _sequence(random.choice(argument[1]), random, more, groups)
        case "GROUPREF":
            return groups.get(argument, "")
        case "AT":
            return ""
        case _:
            raise PatternError(f"no text is made for {str(code).lower().replace('_', ' ')} in a pattern")


def _repeat(argument: Any, random: Random, more: int, groups: dict[int, str]) -> str:
    least, most, inner = argument
    most = least + max(_MORE, more) if most is MAXREPEAT else most
    wanted = random.randint(least, min(most, max(least, 1) + _MORE)) if not more else min(most, least + more)
    return "".join([_sequence(inner, random, 0, groups) for _ in range(wanted)])


def _set(items: Iterable[Any]) -> str:
    """The characters that a set allows, plain ones where it has some."""
    allowed, negated = "", False
    for code, argument in items:
        match str(code):
            case "NEGATE":
                negated = True
            case "LITERAL":
                allowed += chr(argument)
            case "RANGE":
                low, high = argument
                inside = [char for char in _PREFERRED if low <= ord(char) <= high]
                allowed += "".join(inside) or chr(low)
                if negated:
                    allowed += "".join(chr(code) for code in range(low, min(high, low + 256) + 1))
            case "CATEGORY":
                allowed += _CATEGORIES[str(argument)]
            case _:
                raise PatternError(f"no text is made for {str(code).lower()} in a set")
    if not negated:
        return "".join([char for char in allowed if char in _PREFERRED]) or allowed
    left = [char for char in _PREFERRED if char not in allowed]
    if not left:
        raise PatternError("a set leaves out every plain character")
    return "".join(left)
