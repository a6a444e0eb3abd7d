"""How the arguments of a call become its body: one encoder per media type, chosen when the operation is prepared."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any, NamedTuple, Protocol, assert_never, cast

from ..unset import UNSET, is_absent
from ..values.arguments import accepted
from ..values.codec import Codec, codec
from .request_rows import BinaryBody, Body, BodyChoice, Field, FormBody, JsonBody, MultipartBody, TextBody
from .sources import BytesSource, Source, source_of


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


def payload_of(source: Source, content_type: bytes) -> Payload:
    """The payload of a source; what is in memory already is sent in one piece."""
    if isinstance(source, BytesSource):
        return Payload(content_type, source.content)
    return Payload(content_type, None, source, source.replayable)


class BodyEncoder(Protocol):
    """Makes the body of a call, or None if the caller gave none."""

    def encode(self, arguments: Mapping[str, object], http_headers: Mapping[str, str] | None) -> Payload | None: ...


def body_encoder(body: Body) -> BodyEncoder:
    """The encoder of a body's row."""
    match body:
        case JsonBody():
            return _Json(body)
        case FormBody():
            return _Form(body)
        case MultipartBody():
            return _Multipart(body)
        case BinaryBody():
            return _Binary(body)
        case TextBody():
            return _Text(body)
        case BodyChoice():
            return _Choice(body)
        case _:
            assert_never(body)


def _missing(media_type: str) -> ValueError:
    return ValueError(f"the request needs a body ({media_type})")


class _Structured:
    """What JSON, form and multipart bodies share: the value is one argument, or made of flattened ones."""

    def __init__(self, body: JsonBody | FormBody | MultipartBody) -> None:
        self._codec: Codec[Any] = codec(body.type())
        self._argument = body.argument
        self._fields: tuple[Field, ...] = body.fields
        self._required = body.required
        self._media_type = body.media_type

    def value(self, arguments: Mapping[str, object]) -> Any:
        """The checked value, or `UNSET`.

        Raises pydantic's `ValidationError` for what does not fit, and `ValueError` if a required body is missing.
        """
        if self._argument is not None:
            given = arguments.get(self._argument)
            if is_absent(given):
                if self._required:
                    raise _missing(self._media_type)
                return UNSET
            return accepted(self._codec, self._argument, given)
        fields: dict[str, object] = {}
        for field in self._fields:
            item = arguments.get(field.argument, UNSET)
            if item is not UNSET and (item is not None or field.nullable):
                fields[field.name] = item
        if not fields and not self._required:
            return UNSET
        return self._codec.accept(fields)


class _Json(_Structured):
    def __init__(self, body: JsonBody) -> None:
        super().__init__(body)
        self._content_type = body.media_type.encode("ascii")

    def encode(self, arguments: Mapping[str, object], http_headers: Mapping[str, str] | None) -> Payload | None:
        value = self.value(arguments)
        return None if value is UNSET else Payload(self._content_type, self._codec.write(value))


class _Form(_Structured):
    def __init__(self, body: FormBody) -> None:
        super().__init__(body)
        self._content_type = body.media_type.encode("ascii")
        from .forms import form_body

        self._encodings = body.encodings
        self._write = form_body

    def encode(self, arguments: Mapping[str, object], http_headers: Mapping[str, str] | None) -> Payload | None:
        value = self.value(arguments)
        if value is UNSET:
            return None
        return Payload(self._content_type, self._write(self._codec, value, self._encodings))


class _Multipart(_Structured):
    def __init__(self, body: MultipartBody) -> None:
        super().__init__(body)
        from .forms import multipart_body

        self._encodings = body.encodings
        self._write = multipart_body
        self._brackets = body.brackets

    def encode(self, arguments: Mapping[str, object], http_headers: Mapping[str, str] | None) -> Payload | None:
        value = self.value(arguments)
        if value is UNSET:
            return None
        made = self._write(self._codec, value, self._encodings, brackets=self._brackets)
        content_type = made.content_type.encode("ascii")
        content = made.content
        return (
            Payload(content_type, content)
            if content is not None
            else Payload(content_type, None, made, made.replayable)
        )


class _Binary:
    def __init__(self, body: BinaryBody) -> None:
        self._argument = body.argument
        self._required = body.required
        self._media_type = body.media_type

    def encode(self, arguments: Mapping[str, object], http_headers: Mapping[str, str] | None) -> Payload | None:
        value = arguments.get(self._argument)
        if is_absent(value):
            if self._required:
                raise _missing(self._media_type)
            return None
        return payload_of(source_of(value), self._media_type.encode("ascii"))


class _Text:
    def __init__(self, body: TextBody) -> None:
        self._argument = body.argument
        self._required = body.required
        self._media_type = body.media_type
        charset = "" if "charset" in body.media_type.lower() else "; charset=utf-8"
        self._content_type = f"{body.media_type}{charset}".encode("ascii")

    def encode(self, arguments: Mapping[str, object], http_headers: Mapping[str, str] | None) -> Payload | None:
        value = arguments.get(self._argument)
        if is_absent(value):
            if self._required:
                raise _missing(self._media_type)
            return None
        if not isinstance(value, str):
            raise TypeError(f"a {self._media_type} body is text, not {type(value).__name__}")
        return Payload(self._content_type, value.encode())


class _Choice:
    """Chooses by the caller's Content-Type, then by the kind of the value, then the first."""

    def __init__(self, choice: BodyChoice) -> None:
        self._bodies = [(body, body_encoder(body)) for body in choice.bodies]

    def encode(self, arguments: Mapping[str, object], http_headers: Mapping[str, str] | None) -> Payload | None:
        return self._chosen(arguments, http_headers).encode(arguments, http_headers)

    def _chosen(self, arguments: Mapping[str, object], http_headers: Mapping[str, str] | None) -> BodyEncoder:
        wanted = next((value for name, value in (http_headers or {}).items() if name.lower() == "content-type"), "")
        for body, encoder in self._bodies:
            if wanted and _essence(wanted) == _essence(body.media_type):
                return encoder
        for body, encoder in self._bodies:
            if _suits(body, arguments):
                return encoder
        return self._bodies[0][1]


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _suits(body: JsonBody | FormBody | MultipartBody | BinaryBody | TextBody, arguments: Mapping[str, object]) -> bool:
    """Whether the kind of a body fits the value of its argument."""
    value = arguments.get(body.argument) if body.argument is not None else None
    match body:
        case TextBody():
            return isinstance(value, str)
        case BinaryBody():
            return isinstance(value, bytes | bytearray | PathLike) or hasattr(value, "read")
        case JsonBody() | FormBody() | MultipartBody():
            return not (isinstance(value, str | bytes | bytearray | PathLike) or hasattr(value, "read"))
