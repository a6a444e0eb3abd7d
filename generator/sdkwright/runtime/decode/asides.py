"""What stands in a stream and is none of its values: errors of the server, pings, events without data.

A server that has begun to answer with 200 can only say in the stream that it failed: in an event named `error`, or in
an object with `error` in it.  One that reads as a value of which nothing is known is no value.
"""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel

from ..streams import PASSED
from ..values.unions import Unrecognized
from .words import words_in

__all__ = ["AsideError", "checked", "is_suspect", "said_in"]

_ASIDE: Final = frozenset({"error", "ping"})
"""The names of events that servers send beside those of the document."""

_BEGINNING: Final = 16


class AsideError(ValueError):
    """A piece of a stream could be read as a value, and says nothing of one."""


def is_suspect(data: bytes, kind: str = "") -> bool:
    """Whether a piece may be none of the stream's values, however well it fits their type."""
    return kind in _ASIDE or b'"error"' in data[:_BEGINNING]


def checked(value: Any) -> Any:
    """The value of a suspect piece.  Raises `AsideError` if a loose type alone lets it in."""
    if _says_nothing(value):
        raise AsideError("it has no member that the document names")
    return value


def _says_nothing(value: Any) -> bool:
    """Whether a value is an object of which the document names no member."""
    if not isinstance(value, BaseModel):
        return isinstance(value, Unrecognized)
    kind = type(value)
    return kind.model_config.get("extra") != "allow" and value.model_fields_set.isdisjoint(kind.model_fields)


def said_in(data: bytes, kind: str) -> object:
    """What a piece that is no value says: the words of an error, `PASSED`, or None if it is neither."""
    text = data.decode("utf-8", "replace").strip()
    if not text or kind == "ping":
        return PASSED
    return words_in(text) or (text if kind == "error" else None)
