"""A body that is ready to be sent, and what makes one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any, NamedTuple, Protocol, cast

from ..unset import UNSET

__all__ = ["BodyEncoder", "OneEncoder", "Payload", "Source"]


class Source(Protocol):
    """Where the bytes of a body or of one part come from."""

    @property
    def replayable(self) -> bool:
        """Whether the bytes can be read again from the beginning."""
        ...

    @property
    def length(self) -> int | None:
        """The number of bytes, where it is known."""
        ...

    def stream(self) -> Iterator[bytes]:
        """The bytes from the beginning."""
        ...

    def astream(self) -> AsyncIterator[bytes]:
        """The bytes from the beginning, without blocking the event loop."""
        ...


class Payload(NamedTuple):
    """A body that is ready to be sent: bytes, or a source of bytes that is opened at each attempt."""

    content_type: bytes
    content: bytes | None
    source: Source | None = None
    replayable: bool = True

    def stream(self, asynchronous: bool) -> Any:
        """The chunks of the source, from its beginning."""
        source = cast("Source", self.source)
        return source.astream() if asynchronous else source.stream()

    @property
    def length(self) -> int | None:
        """The number of bytes of a source, where it is known."""
        return None if self.source is None else self.source.length


class BodyEncoder(Protocol):
    """Makes the body of a call, or None if the caller gave none."""

    def encode(
        self,
        arguments: Mapping[str, object],
        http_headers: Mapping[str, str] | None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Payload | None: ...


class OneEncoder(ABC):
    """The encoder of one media type, in three steps, so that a choice can try a value before it writes it."""

    def encode(
        self,
        arguments: Mapping[str, object],
        http_headers: Mapping[str, str] | None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Payload | None:
        """The body of a call; None if the caller gave none.

        Raises pydantic's `ValidationError`, `TypeError` or `ValueError` for what cannot be sent, and `ValueError` if a
        required body is missing.
        """
        given = self.given(arguments)
        if extra_body:
            return self.extended(given if given is UNSET else self.accept(given), None, extra_body)
        return None if given is UNSET else self.payload(self.accept(given))

    @abstractmethod
    def given(self, arguments: Mapping[str, object]) -> Any:
        """What the caller gave, or `UNSET`.  Raises ValueError if that is nothing and the body is required."""

    @abstractmethod
    def accept(self, given: Any) -> Any:
        """The value, checked.  Raises pydantic's `ValidationError` or `TypeError` for what does not fit."""

    @abstractmethod
    def payload(self, value: Any, asked: str | None = None) -> Payload:
        """The body of a checked value; `asked`: the media type that the caller wants it to have."""

    def extended(self, value: Any, asked: str | None, extra_body: Mapping[str, Any]) -> Payload:
        """The body of a checked value, or of none, with further members.  Raises `TypeError` if it has no members."""
        raise TypeError("extra_body adds members to a body of JSON, a form or parts; this one has none")
