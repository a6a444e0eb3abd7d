"""Values against the texts that were read: what both sides of a request say must be the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .data import Json, is_list, is_object


class DifferentError(ValueError):
    """What was sent is not what was given."""


def written(value: Json) -> str:
    """The text of a scalar."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def same_text(text: str | None, value: Json, what: str) -> None:
    """Compares a scalar with its text; `1.0` is 1.  Raises `DifferentError`."""
    if not _equal(text, value):
        raise DifferentError(f"{what}: {written(value)[:60]!r} was given and {str(text)[:60]!r} sent")


def _equal(text: str | None, value: Any) -> bool:
    if text is None:
        return False
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return float(text) == float(value)
        except ValueError:
            return False
    return text == written(value)


def same_json(read: Any, value: Any, what: str) -> None:
    """Compares two JSON values.  Raises `DifferentError`."""
    if is_object(read) and is_object(value):
        if read.keys() != value.keys():
            raise DifferentError(f"{what}: the keys {sorted(read.keys() ^ value.keys())[:5]} are on one side only")
        for key in read:
            same_json(read[key], value[key], f"{what}/{key}")
    elif is_list(read) and is_list(value):
        for one, other in zipped(read, value, what):
            same_json(one, other, what)
    elif read != value or isinstance(read, bool) is not isinstance(value, bool):
        raise DifferentError(f"{what}: {str(value)[:60]!r} was given and {str(read)[:60]!r} sent")


def zipped(read: list[str], items: list[Json], what: str) -> Iterator[tuple[str, Json]]:
    """Pairs of what was read and what was given.  Raises `DifferentError` if one side has more."""
    if len(read) != len(items):
        raise DifferentError(f"{what}: {len(items)} items were given and {len(read)} sent")
    yield from zip(read, items, strict=True)


def members(value: Json) -> Iterator[tuple[str, Json]]:
    """The properties that have a form on the wire: null has none."""
    for name, each in value.items():
        if each is not None:
            yield name, each


def same_pieces(
    text: str | None, value: Json, delimiter: str, what: str, *, explode: bool, decoded: Callable[[str], str] = str
) -> None:
    """Compares an array or an object with its members joined in one text, which `decoded` reads once it is split.

    With `explode` a member of an object is `name=value`, without it name and value follow each other.
    """
    items: list[tuple[str | None, Json]]
    if is_list(value):
        items = [(None, each) for each in value if each is not None]
    elif explode:
        items = list(members(value))
    else:
        items = [(None, part) for pair in members(value) for part in pair]
    read = text.split(delimiter) if text is not None and (text or items) else []
    flat = [(f"{name}=" if name is not None else "") + written(each) for name, each in items]
    plain = decoded(delimiter)
    if any(plain in each for each in flat) and decoded(text or "") == plain.join(flat):
        return  # the delimiter is in a value; the whole is right
    for piece, (name, each) in zipped(read, items, what):
        key, _, rest = piece.partition("=") if name is not None else ("", "", piece)
        same_text(decoded(key), name or "", what)
        same_text(decoded(rest), each, what)
