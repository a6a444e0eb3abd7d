"""Regular expressions of an overlay (RFC 9485), run so that no expression and no text makes the run long.

An expression becomes a list of steps, and a text is read once: after each character it is known at which steps all the
ways to read the beginning are (Thompson's construction).  So the time is at most that of text times steps, where the
standard library tries one way after the other.  Beside RFC 9485 `^`, `$`, classes such as `\\d` and `(?:…)`
are known, which people write.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

MOST_STEPS: Final = 2_000
"""Steps of one expression, with all that is repeated written out."""
DEEPEST: Final = 50
"""Groups inside of groups."""

_COUNT: Final = re.compile(r"\{([0-9]{1,4})(,([0-9]{0,4}))?\}")
_PROPERTY: Final = re.compile(r"\\([pP])\{([CLMNPSZ][a-z]?)\}")
_CLASS: Final = re.compile(r"\[\^?\]?(?:\\[^pPbB0-9]|([-&|~])(?!\1)|[^-&|~\]\\\[])*\]")
_ESCAPE: Final = re.compile(r"\\[dDsSwW]|\\[nrt(-+\-.?*\[-^{-}$/]")
_MANY: Final = {"*": (0, None), "+": (1, None), "?": (0, 1)}


class NoExpressionError(ValueError):
    """A text that is no regular expression, or none that is understood here; says why."""


@dataclass(slots=True)
class _Step:
    """One step: a character that it reads, or where to go on without reading."""

    reads: Callable[[str], object] | None = None
    ways: tuple[int, ...] = ()
    """From here to there, counted from this step."""
    at: str = ""
    """`^` and `$` are passed at the ends of the text alone."""


class Expression:
    """A regular expression, ready for any number of texts."""

    def __init__(self, source: str) -> None:
        self._steps = [*_Reader(source).all(), _Step()]

    def matches(self, text: str, spend: Callable[[int], None], *, anywhere: bool = False) -> bool:
        """Whether it matches the whole of `text`, or a part of it.

        `spend` is told of the work after each character, and may end it by an exception."""
        last = len(self._steps) - 1
        now = self._reached([0], is_first=True, is_last=not text)
        for number, character in enumerate(text, 1):
            if anywhere and last in now:
                return True
            spend(len(now))
            read = [at + 1 for at in now if (reads := self._steps[at].reads) is not None and reads(character)]
            now = self._reached([0, *read] if anywhere else read, is_first=False, is_last=number == len(text))
            if not now:
                return False
        return last in now

    def _reached(self, begun: Iterable[int], *, is_first: bool, is_last: bool) -> set[int]:
        """All steps to which the ways from these lead before the next character."""
        found: set[int] = set()
        todo = list(begun)
        while todo:
            at = todo.pop()
            if at in found:
                continue
            found.add(at)
            step = self._steps[at]
            if (step.at == "^" and not is_first) or (step.at == "$" and not is_last):
                continue
            todo.extend(at + way for way in step.ways)
        return found


class _Reader:
    """Reads an expression from left to right into steps."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._deep = 0

    def all(self) -> list[_Step]:
        steps = self._choice()
        if self._at < len(self._source):
            raise NoExpressionError(f"`{self._source[self._at]}` closes nothing")
        return steps

    def _next(self) -> str:
        return self._source[self._at : self._at + 1]

    def _choice(self) -> list[_Step]:
        """Branches between `|`."""
        steps = self._branch()
        while self._next() == "|":
            self._at += 1
            other = self._branch()
            steps = [_Step(ways=(1, len(steps) + 2)), *steps, _Step(ways=(len(other) + 1,)), *other]
        return _bounded(steps)

    def _branch(self) -> list[_Step]:
        steps: list[_Step] = []
        while self._next() not in ("", "|", ")"):
            steps += self._repeated(self._atom())
            _bounded(steps)
        return steps

    def _repeated(self, atom: list[_Step]) -> list[_Step]:
        """An atom and how often it may come; that the fewest are wanted (`*?`) changes nothing here."""
        counted = _COUNT.match(self._source, self._at)
        if counted is not None:
            self._at = counted.end()
            least = int(counted[1])
            most = least if counted[2] is None else int(counted[3]) if counted[3] else None
        elif self._next() in ("*", "+", "?"):
            least, most = _MANY[self._next()]
            self._at += 1
        else:
            return atom
        if self._next() == "?":
            self._at += 1
        if most is not None and most < least:
            raise NoExpressionError(f"it wants at least {least} and at most {most}")
        if len(atom) * max(least, most or 1) > MOST_STEPS:
            raise NoExpressionError("it is too long")
        ahead = atom * least
        if most is None:
            return [*ahead, _Step(ways=(1, len(atom) + 2)), *atom, _Step(ways=(-len(atom) - 1,))]
        return ahead + [_Step(ways=(1, len(atom) + 1)), *atom] * (most - least)

    def _atom(self) -> list[_Step]:
        """One character, a class of them, a group or an end of the text."""
        sign = self._next()
        if sign == "(":
            return self._group()
        if sign in ("*", "+", "?", "{", "}", "]"):
            raise NoExpressionError(f"`{sign}` repeats or closes nothing")
        if sign in ("^", "$"):
            self._at += 1
            return [_Step(ways=(1,), at=sign)]
        if sign == ".":
            self._at += 1
            return [_Step(reads=_is_in_a_line)]
        if sign == "\\" or sign == "[":
            return [_Step(reads=self._class())]
        self._at += 1
        return [_Step(reads=partial(str.__eq__, sign))]

    def _group(self) -> list[_Step]:
        self._at += 3 if self._source.startswith("(?:", self._at) else 1
        self._deep += 1
        if self._deep > DEEPEST:
            raise NoExpressionError("its groups stand too deep in each other")
        steps = self._choice()
        if self._next() != ")":
            raise NoExpressionError("a group is not closed")
        self._deep -= 1
        self._at += 1
        return steps

    def _class(self) -> Callable[[str], object]:
        """What tells the characters of a class or of an escape: of one character the library tells it at once."""
        if (category := _PROPERTY.match(self._source, self._at)) is not None:
            self._at = category.end()
            return partial(_has_category, category[2], category[1] == "p")
        found = _ESCAPE.match(self._source, self._at) or _CLASS.match(self._source, self._at)
        if found is None:
            raise NoExpressionError(f"`{self._source[self._at : self._at + 10]}` is not understood")
        self._at = found.end()
        try:
            return re.compile(found[0]).fullmatch
        except re.error as error:
            raise NoExpressionError(f"`{found[0][:20]}`: {error.msg}") from error


def _bounded(steps: list[_Step]) -> list[_Step]:
    if len(steps) > MOST_STEPS:
        raise NoExpressionError("it is too long")
    return steps


def _is_in_a_line(character: str) -> bool:
    """RFC 9485, section 5.3: a dot is no line end."""
    return character not in "\r\n"


def _has_category(category: str, wanted: bool, character: str) -> bool:
    return unicodedata.category(character).startswith(category) is wanted
