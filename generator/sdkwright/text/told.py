"""Texts for people as the document has them, which know whether somebody has looked into them.

From the document to the view such a text is carried along and shown at the end.  What shows it depends on it and
nothing else does, so that another text in its place changes what shows it alone: a run after such an edit need make no
more.
That holds only as long as nothing on the way asks for more than whether there is a text, so whoever does is noted.
(Not seen is what takes its characters without asking it, `re` and `join`; nobody on the way uses them on such a text.)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from sdkwright.frozen import Frozen
from sdkwright.text.comments import without_comments

Place: TypeAlias = "tuple[Place, str | int] | tuple[()]"
"""The way to a text: that to what holds it, and its key there."""


_LOOKED: set[int] = set()


def looked() -> frozenset[int]:
    """Into which of these texts somebody has looked since that was asked last: their identities."""
    found = frozenset(_LOOKED)
    _LOOKED.clear()
    return found


class Told(str):
    """A `summary` or `description` at its place.  It is compared, hashed and asked like the text that it is."""

    __slots__ = ("asked", "compared", "place")

    place: Place
    asked: bool
    """Somebody found it equal to another, compared it with a text that is none of these, or asked what is in it."""
    compared: bool
    """Somebody wanted to know whether it is equal to others of these."""

    def __new__(cls, text: str, place: Place) -> Told:
        """`text`, which stands at `place`."""
        made = super().__new__(cls, text)
        made.place = place
        made.asked = made.compared = False
        return made

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        is_same = str.__eq__(self, other) is True
        self._compare(is_same or not isinstance(other, Told))
        if isinstance(other, Told):
            other._compare(is_same)
        return is_same

    def _compare(self, is_found: bool) -> None:
        _LOOKED.add(id(self))
        self.compared = True
        self.asked = self.asked or is_found

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        _LOOKED.add(id(self))
        self.compared = True
        return str.__hash__(self)

    def __radd__(self, before: str) -> str:
        _LOOKED.add(id(self))
        self.asked = True
        return before + plain(self)

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """A copy is a plain text, and of that nobody knows where it goes."""
        self.asked = True
        return str, (plain(self),)


def _noted(name: str) -> Callable[..., Any]:
    method = getattr(str, name)

    def asked(self: Told, *arguments: Any, **named: Any) -> Any:
        _LOOKED.add(id(self))
        self.asked = True
        return method(self, *arguments, **named)

    return asked


_UNNOTED = frozenset(
    {
        "__class__",
        "__doc__",
        "__eq__",
        "__getattribute__",
        "__hash__",
        "__len__",
        "__ne__",
        "__new__",
        "__sizeof__",
    }
)
for _name in vars(str).keys() - _UNNOTED:
    setattr(Told, _name, _noted(_name))


class Shown(Frozen):
    """The texts of a document, and what is known of them when the plan is made."""

    texts: tuple[Told, ...]
    asked: frozenset[int]
    """The numbers of those into which somebody looked."""
    compared: frozenset[int]
    """The numbers of those of which it counts whether they are equal."""

    @classmethod
    def of(cls, texts: tuple[Told, ...]) -> Shown:
        """What is known now."""
        asked = frozenset(number for number, text in enumerate(texts) if text.asked)
        compared = frozenset(number for number, text in enumerate(texts) if text.compared)
        return cls(texts, asked, compared)


def plain(text: str) -> str:
    """The same as a plain `str`; for those that show it."""
    if type(text) is str:
        return text
    if isinstance(text, Told):
        _LOOKED.add(id(text))
    return str.__str__(text)


def is_blank(text: str) -> bool:
    """Whether there is nothing but white space and comments."""
    if not text or str.isspace(text):
        return True
    said = without_comments(plain(text))
    return not said or said.isspace()


def are_same(one: str, other: str) -> bool:
    """Whether two texts are shown alike; what comes of it is noted where they are."""
    is_same = str.strip(one) == str.strip(other)
    for text in (one, other):
        if isinstance(text, Told):
            text.compared = True
            text.asked = text.asked or is_same
    return is_same
