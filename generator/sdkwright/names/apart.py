"""Errors that stand in a package of their own, where no name of a model stands in their way.

While names are allotted, and in the ledger, such a name has `errors.` in front; a class in a program has it without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdkwright.names.scope import Wish

_ERRORS = "errors."


def apart(wishes: Iterable[Wish]) -> Iterator[Wish]:
    """The wishes of an error in a package of its own, each made when it is asked for."""
    return (Wish(_ERRORS + wish.identifier, wish.reason) for wish in wishes)


def both(names: Iterable[str]) -> tuple[str, ...]:
    """Names that neither a model nor an error may have."""
    return tuple(each for name in names for each in (name, _ERRORS + name))


def is_apart(name: str) -> bool:
    """Whether a name is that of an error in a package of its own."""
    return name.startswith(_ERRORS)


def plain(name: str) -> str:
    """What a class is called in its package."""
    return name.removeprefix(_ERRORS)
