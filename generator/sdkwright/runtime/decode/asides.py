"""What stands in a stream and is none of its values: errors of the server, pings, events without data.

A server that has begun to answer with 200 can only say in the stream that it failed: in an event named `error`, or in
an object with `error` in it.  One that reads as a value of which nothing is known is no value.
"""

from __future__ import annotations

from typing import Any, Final

from ..values.lenient import knows_nothing
from ..values.unions import Unrecognized

__all__ = ["AsideError", "checked", "is_suspect"]

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
    if isinstance(value, Unrecognized) or knows_nothing(value):
        raise AsideError("it has no member that the document names")
    return value
