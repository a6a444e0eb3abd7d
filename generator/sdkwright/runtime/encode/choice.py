"""Which of several media types a body is sent as.

What the caller asks for by name is taken.  Otherwise the value decides: bytes, paths and files go as the first binary
body, text as the first text; an instance as the body of its class; anything else as the body that accepts it, the one
that knows most of its members first, then the one that stands first.  A value that holds a file goes as multipart where
the same class may, since no other media type has names and types of files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import pydantic

from ..files import File, handed_over
from ..unset import UNSET
from .media_types import essence, matches
from .payload import OneEncoder, Payload
from .properties import as_list
from .request_rows import BinaryBody, FormBody, JsonBody, LinesBody, MultipartBody, OneBody, TextBody

__all__ = ["Choice"]

_Row = tuple[OneBody, OneEncoder]
_Taken = tuple[OneBody, OneEncoder, Any]


class Choice:
    """The encoder of a body of several media types; `argument` is what names one of them."""

    def __init__(self, bodies: Sequence[_Row], argument: str | None) -> None:
        self._bodies = bodies
        self._argument = argument
        self._by_class = [(row, cls) for row in bodies if (cls := _class_of(row[0])) is not None]

    def encode(
        self,
        arguments: Mapping[str, object],
        http_headers: Mapping[str, str] | None,
        extra_body: Mapping[str, Any] | None = None,
    ) -> Payload | None:
        """The body of a call; None if the caller gave none.

        Raises what the encoder of the body does that was asked for, or that stands first where none accepts the value;
        and ValueError for a media type that the operation does not have.
        """
        asked = None if self._argument is None else arguments.get(self._argument)
        by_name = self._asked(asked, http_headers)
        encoder = self._bodies[0][1] if by_name is None else by_name[1]
        given = encoder.given(arguments)
        if given is UNSET and not extra_body:
            return None
        kind, value = (None, given) if by_name is None else (by_name[0], given)
        if given is not UNSET:
            if by_name is None:
                _, encoder, value = self._fitting(given)
            else:
                value = encoder.accept(given)
        return encoder.extended(value, kind, extra_body) if extra_body else encoder.payload(value, kind)

    def _asked(self, asked: object, http_headers: Mapping[str, str] | None) -> tuple[str | None, OneEncoder] | None:
        """The encoder that the caller named, and the media type where it is another than the encoder's own."""
        if asked is not None and not isinstance(asked, str):
            raise TypeError(f"content_type is text, not {type(asked).__name__}")
        wanted = asked or next((v for n, v in (http_headers or {}).items() if n.lower() == "content-type"), None)
        if wanted is None:
            return None
        for body, encoder in self._bodies:
            if essence(wanted) == essence(body.media_type):
                return (wanted if ";" in wanted and isinstance(body, JsonBody) else None), encoder
        for body, encoder in self._bodies:
            if any(matches(wanted, kind) for kind in (body.media_type, *getattr(body, "other_types", ()))):
                return wanted, encoder
        if asked is None:
            return None
        types = ", ".join(body.media_type for body, _ in self._bodies)
        raise ValueError(f"content_type is none of the media types of this body: {types}")

    def _fitting(self, given: object) -> _Taken:
        """The encoder for a value, and what it accepts."""
        taken = next(self._by_kind(given), None) or self._best(given)
        body, _, value = taken
        if isinstance(body, JsonBody | FormBody) and _prefers_parts(body, value):
            for other, encoder in self._bodies:
                if isinstance(other, MultipartBody) and other.type() == body.type():
                    return other, encoder, value
        return taken

    def _by_kind(self, given: object) -> Iterator[_Taken]:
        """The bodies that the kind or the class of a value alone tells."""
        if isinstance(given, str):
            yield from ((body, encoder, given) for body, encoder in self._bodies if isinstance(body, TextBody))
        elif handed_over(given) is not None:
            yield from ((body, encoder, given) for body, encoder in self._bodies if isinstance(body, BinaryBody))
        for exactly in (True, False):
            for (body, encoder), cls in self._by_class:
                if type(given) is cls if exactly else isinstance(given, cls):
                    yield body, encoder, encoder.accept(given)

    def _best(self, given: object) -> _Taken:
        """The body that accepts the value and knows most of it.  Raises the first error if none does."""
        found: list[tuple[int, _Taken]] = []
        errors: list[Exception] = []
        for body, encoder in self._bodies:
            if isinstance(body, TextBody) or (isinstance(body, BinaryBody) and isinstance(given, list)):
                continue
            try:
                value = encoder.accept(given)
            except (pydantic.ValidationError, TypeError) as error:
                errors.append(error)
                continue
            if not isinstance(body, BinaryBody | LinesBody) or isinstance(given, list | tuple):
                found.append((_unknown(value), (body, encoder, value)))
            elif not isinstance(given, Mapping | pydantic.BaseModel):
                found.append((1, (body, encoder, value)))
        if not found:
            raise errors[0]
        return min(found, key=lambda one: one[0])[1]


def _class_of(body: OneBody) -> type | None:
    """The class of a structured body, if its type is one."""
    if not isinstance(body, JsonBody | FormBody | MultipartBody):
        return None
    type_ = body.type()
    return type_ if isinstance(type_, type) and issubclass(type_, pydantic.BaseModel) else None


def _unknown(value: object) -> int:
    """How many members of an accepted value its type does not name."""
    if isinstance(value, pydantic.BaseModel):
        return len(value.model_extra or ())
    return len(cast("Mapping[str, object]", value)) if isinstance(value, Mapping) else 0


def _prefers_parts(body: JsonBody | FormBody, value: object) -> bool:
    """Whether a value holds a file; bytes alone are at home in JSON, as base64 text, and in no urlencoded form."""
    kinds = File if isinstance(body, JsonBody) else (File, bytes, bytearray)
    members: list[Any] = list(value.__dict__.values()) if isinstance(value, pydantic.BaseModel) else []
    return any(isinstance(one, kinds) for member in members for one in (member, *(as_list(member) or ())))
