"""One scope: identifiers that must differ, also where letters differ in case or in width only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import count
from unicodedata import ucd_3_2_0 as unicode_3_2

from sdkwright.frozen import Frozen

LIMIT = 120
"""The most characters an identifier or a file stem may have (trust: limits with messages)."""
_HASH = 8


class Wish(Frozen):
    """An identifier that something would like to have, and why."""

    identifier: str
    reason: str


def fold(identifier: str) -> str:
    """What two identifiers of one scope may not share: Python folds NFKC, file systems fold case."""
    if identifier.isascii():
        return identifier.lower()
    return unicode_3_2.normalize("NFKC", identifier).casefold()


def cut(identifier: str, limit: int = LIMIT) -> str:
    """`identifier`, or its beginning and a hash of all of it where it is longer than `limit` characters."""
    if len(identifier) <= limit:
        return identifier
    return identifier[: limit - _HASH] + sha256(identifier.encode()).hexdigest()[:_HASH]


class Scope:
    """The identifiers given out so far.  `reserved` ones are never given.

    With a `twin`, every identifier brings a second one with that ending, with `before` one that begins so; both must
    be free.
    """

    def __init__(self, reserved: Iterable[str] = (), twin: str = "", before: str = "") -> None:
        self._taken = set(map(fold, reserved))
        self._twin, self._before = fold(twin), fold(before)
        self._brings = bool(twin or before)
        self._next: dict[str, int] = {}

    def __contains__(self, identifier: str) -> bool:
        return self.has(fold(identifier))

    def has(self, folded: str) -> bool:
        """Whether an identifier that folds to this, or what it would bring, was given out."""
        return folded in self._taken or (self._brings and self._before + folded + self._twin in self._taken)

    def take(self, identifier: str) -> str:
        """Mark `identifier` as given out."""
        self._take(fold(identifier))
        return identifier

    def _take(self, folded: str) -> None:
        self._taken.add(folded)
        if self._brings:
            self._taken.add(self._before + folded + self._twin)

    def take_all(self, identifiers: Sequence[str]) -> bool:
        """Give out all of these, if all are free and no two are alike, and say whether it was so."""
        folded = set(map(fold, identifiers))
        differ = len(folded) == len(identifiers) and folded.isdisjoint(self._taken) and not self._brings
        if not differ or max(map(len, identifiers), default=0) > LIMIT:
            return False
        self._taken |= folded
        return True

    def take_free(self, identifier: str) -> bool:
        """Give it out if it is free, and say whether it was."""
        folded = fold(identifier)
        is_free = not self.has(folded)
        if is_free:
            self._take(folded)
        return is_free

    def allot(self, wishes: Sequence[Wish], *, joint: str = "") -> Wish:
        """Give out the first free wish, or the last one with the first free number behind `joint`."""
        for wish in wishes:
            name = cut(wish.identifier)
            if self.take_free(name):
                return wish if name is wish.identifier else Wish(name, wish.reason)
        return self.number(wishes[-1].identifier, joint=joint)

    def give(self, identifier: str) -> str:
        """Give it out, or with the first free number where it is taken."""
        name = cut(identifier)
        return name if self.take_free(name) else self.number(identifier).identifier

    def number(self, stem: str, first: int = 1, *, joint: str = "") -> Wish:
        """Give out `stem` with the first free number from `first` on."""
        stem = cut(stem, LIMIT - _HASH) + joint
        start = max(first, self._next.get(fold(stem), first))
        number = next(i for i in count(start) if f"{stem}{i}" not in self)
        self._next[fold(stem)] = number + 1
        return Wish(self.take(f"{stem}{number}"), f"`{stem}` is taken, so it is numbered")
