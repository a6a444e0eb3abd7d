"""A text that a regular expression matches, made from the expression without ever running it.

Known is what documents use to describe codes and names: literals, classes, groups, choices, repetitions and anchors at
the ends.  For anything else (look-around, back references, properties of characters) there is no answer.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from sdkwright.frozen import Frozen

_LONGEST = 200
"""Characters; a longer text reads as no example."""
_DEEPEST = 20
_EVERY = frozenset(string.printable) - frozenset("\r\n\x0b\x0c")
_DIGITS, _SPACE = frozenset(string.digits), frozenset(" \t")
_WORD = frozenset(f"{string.ascii_letters}{string.digits}_")
_CLASSES = {"d": _DIGITS, "w": _WORD, "s": _SPACE, "D": _EVERY - _DIGITS, "W": _EVERY - _WORD, "S": _EVERY - _SPACE}
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v"}
_CYCLE = f"{string.digits[1:]}0{string.ascii_lowercase}{string.ascii_uppercase}-_ "
"""In which order characters fill a class."""
_COUNT = re.compile(r"\{(\d{1,4})(,(\d{0,4}))?\}")
_CODE = re.compile(r"x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})")


class _UnknownError(Exception):
    """The expression has a part that is not understood."""


def matching(pattern: str, wish: str, shortest: int = 0, longest: int | None = None) -> str | None:
    """A text that `pattern` matches, of a length within the bounds; `wish` or a part of it where a class repeats.
    None where the pattern is not understood.

    >>> matching(r"^BU[0-9a-f]{8}$", "<id>"), matching("^[a-z_]+$", "<id>"), matching("^(GB|NL)[0-9]{2}", "<value>")
    ('BU12345678', 'id', 'GB12')
    """
    bound = _LONGEST if longest is None else min(longest, _LONGEST)
    for least, optional in ((0, False), (shortest, False), (shortest, True)):
        try:
            text = _Maker(pattern, wish, least, optional=optional).all()
        except _UnknownError:
            return None
        if max(shortest, 1) <= len(text) <= bound:
            return text
    return None


class _Chars(Frozen):
    """One of these characters, as often as is said behind it."""

    chars: frozenset[str]


class _Maker:
    """Reads an expression once, from left to right, and writes the text on the way."""

    def __init__(self, pattern: str, wish: str, least: int, *, optional: bool) -> None:
        self._pattern, self._at = pattern, 0
        self._wishes = (wish, wish.strip("<>"), "value", "VALUE", "Value")
        self._least = least
        """How often what may repeat without end does so at least."""
        self._optional = optional
        """Whether groups and signs are written that may be missing."""

    def all(self) -> str:
        """The text for the whole expression."""
        text = self._choices(0)
        if self._at < len(self._pattern):
            raise _UnknownError
        return text

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _next(self) -> str:
        sign = self._peek()
        if not sign:
            raise _UnknownError
        self._at += 1
        return sign

    def _choices(self, depth: int) -> str:
        """The first of `a|b|c`; the others are read, too."""
        if depth > _DEEPEST:
            raise _UnknownError
        texts = [self._sequence(depth)]
        while self._peek() == "|":
            self._next()
            texts.append(self._sequence(depth))
        return texts[0]

    def _sequence(self, depth: int) -> str:
        start, made = self._at, list[str]()
        while self._peek() not in ("", "|", ")"):
            if self._peek() == "^":
                if depth or self._at != start:
                    raise _UnknownError
                self._next()
            elif self._peek() == "$":
                self._next()
                if depth or self._peek() not in ("", "|"):
                    raise _UnknownError
            else:
                made.append(self._repeated(self._atom(depth)))
            if sum(map(len, made)) > _LONGEST:
                raise _UnknownError
        return "".join(made)

    def _atom(self, depth: int) -> str | _Chars:
        sign = self._next()
        if sign == "(":
            return self._group(depth)
        if sign == "[":
            return self._class()
        if sign == ".":
            return _Chars(_EVERY)
        if sign == "\\":
            return self._escape()
        if sign in "*+?{":
            raise _UnknownError
        return sign

    def _group(self, depth: int) -> str:
        if self._peek() == "?":
            if not self._pattern.startswith("?:", self._at):
                raise _UnknownError
            self._at += 2
        text = self._choices(depth + 1)
        if self._next() != ")":
            raise _UnknownError
        return text

    def _escape(self) -> str | _Chars:
        """A class, a control, a character by its code, or a sign that means itself."""
        sign = self._next()
        if sign in _CLASSES:
            return _Chars(_CLASSES[sign])
        if sign in _CONTROLS:
            return _CONTROLS[sign]
        code = _CODE.match(self._pattern, self._at - 1)
        if code:
            self._at = code.end()
            return chr(int(code[1] or code[2], 16))
        if sign.isalnum():
            raise _UnknownError
        return sign

    def _class(self) -> _Chars:
        """`[a-z_]` or `[^a-z]`."""
        negated = self._peek() == "^"
        if negated:
            self._next()
        chars = set[str]()
        while self._peek() != "]":
            first = self._member()
            if self._peek() == "-" and self._pattern[self._at + 1 : self._at + 2] not in ("", "]"):
                self._next()
                last = self._member()
                if isinstance(first, _Chars) or isinstance(last, _Chars):
                    raise _UnknownError
                chars.update(map(chr, range(ord(first), min(ord(last), ord(first) + 0xFFF) + 1)))
            else:
                chars.update(first.chars if isinstance(first, _Chars) else first)
        self._next()
        found = _EVERY - chars if negated else chars
        if not found:
            raise _UnknownError
        return _Chars(frozenset(found))

    def _member(self) -> str | _Chars:
        sign = self._next()
        return self._escape() if sign == "\\" else sign

    def _repeated(self, atom: str | _Chars) -> str:
        """The atom, as often as the quantifier behind it asks for."""
        low, high = self._quantifier()
        if isinstance(atom, str):
            count = max(low, min(high, 1)) if self._optional else low
            if count * len(atom) > _LONGEST:
                raise _UnknownError
            return atom * count
        least = max(low, self._least) if high > _LONGEST else low
        for wish in self._wishes:
            if max(least, 2) <= len(wish) <= high and atom.chars.issuperset(wish):
                return wish
        count = max(least, min(1, high))
        if count > _LONGEST:
            raise _UnknownError
        return "".join(_cycled(atom.chars, count))

    def _quantifier(self) -> tuple[int, int]:
        """How often the last atom stands at least and at most."""
        low, high = 1, 1
        found = _COUNT.match(self._pattern, self._at)
        if found:
            self._at = found.end()
            low = int(found[1])
            high = low if not found[2] else int(found[3]) if found[3] else _LONGEST + 1
        elif self._peek() and self._peek() in "*+?":
            low, high = {"*": (0, _LONGEST + 1), "+": (1, _LONGEST + 1), "?": (0, 1)}[self._next()]
        else:
            return low, high
        if self._peek() == "?":
            self._next()
        return low, high


def _cycled(chars: frozenset[str], count: int) -> Iterator[str]:
    """Characters of a class, those first that read best."""
    order = [sign for sign in _CYCLE if sign in chars] or sorted(chars)
    return (order[place % len(order)] for place in range(count))
