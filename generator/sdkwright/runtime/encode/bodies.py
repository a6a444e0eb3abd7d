"""How the arguments of a call become its body: one encoder per media type, chosen when the operation is prepared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from ..unset import UNSET, is_absent
from ..values.arguments import accepted
from ..values.codec import Codec, codec
from .media_types import concrete, of_file
from .payload import BodyEncoder, OneEncoder, Payload
from .request_rows import (
    BinaryBody,
    Body,
    BodyChoice,
    Field,
    FormBody,
    JsonBody,
    LinesBody,
    MultipartBody,
    OneBody,
    TextBody,
)

__all__ = ["body_encoder"]


def body_encoder(body: Body) -> BodyEncoder:
    """The encoder of a body's row."""
    if not isinstance(body, BodyChoice):
        return _encoder(body, None)
    from .choice import Choice

    return Choice([(one, _encoder(one, body.fields)) for one in body.bodies], body.content_type)


def _encoder(body: OneBody, fields: tuple[Field, ...] | None) -> OneEncoder:
    match body:
        case JsonBody():
            return _Json(body, fields or body.fields)
        case FormBody():
            return _Form(body, fields or body.fields)
        case MultipartBody():
            return _Multipart(body, fields or body.fields)
        case LinesBody():
            from .lines import LinesEncoder

            return LinesEncoder(body)
        case BinaryBody():
            return _Binary(body)
        case TextBody():
            return _Text(body)
        case _:
            assert_never(body)


class _Structured(OneEncoder):
    """What JSON, form and multipart bodies share: the value is one argument, or made of flattened ones."""

    nullable = False

    def __init__(self, body: JsonBody | FormBody | MultipartBody, fields: tuple[Field, ...]) -> None:
        self.codec: Codec[Any] = codec(body.type())
        self._argument = body.argument
        self._fields = fields
        self._required = body.required
        self._media_type = body.media_type

    def accept(self, given: Any) -> Any:
        """The value of the body's type."""
        return self.codec.accept(given) if self._argument is None else accepted(self.codec, self._argument, given)

    def given(self, arguments: Mapping[str, object]) -> Any:
        """The whole body, or a dictionary of the flattened fields."""
        if self._argument is not None:
            given = arguments.get(self._argument, UNSET)
            if given is None and self.nullable:
                return None
            return _whole(given, self._media_type, required=self._required)
        fields: dict[str, object] = {}
        for field in self._fields:
            item = arguments.get(field.argument, UNSET)
            if item is not UNSET and (item is not None or field.nullable):
                fields[field.name] = item
        return fields if fields or self._required else UNSET


def _whole(given: object, media_type: str, *, required: bool) -> Any:
    """The argument of a whole body."""
    if not is_absent(given):
        return given
    if required:
        raise ValueError(f"the request needs a body ({media_type})")
    return UNSET


class _Json(_Structured):
    def __init__(self, body: JsonBody, fields: tuple[Field, ...]) -> None:
        super().__init__(body, fields)
        self.nullable = body.nullable
        self._content_type = concrete(body.media_type, "application/json").encode("ascii")

    def payload(self, value: Any, asked: str | None = None) -> Payload:
        content_type = self._content_type if asked is None else asked.encode("ascii")
        return Payload(content_type, self.codec.write(value))

    def extended(self, value: Any, asked: str | None, extra_body: Mapping[str, Any]) -> Payload:
        from .members import with_members

        content_type = self._content_type if asked is None else asked.encode("ascii")
        return Payload(content_type, with_members(b"{}" if value is UNSET else self.codec.write(value), extra_body))


class _Form(_Structured):
    def __init__(self, body: FormBody, fields: tuple[Field, ...]) -> None:
        super().__init__(body, fields)
        self._content_type = body.media_type.encode("ascii")
        from .forms import form_body

        self._encodings = body.encodings
        self._write = form_body
        self._empty_brackets = body.empty_brackets

    def payload(self, value: Any, asked: str | None = None) -> Payload:
        return self.extended(value, asked, {})

    def extended(self, value: Any, asked: str | None, extra_body: Mapping[str, Any]) -> Payload:
        content = self._write(self.codec, value, self._encodings, extra_body, empty_brackets=self._empty_brackets)
        return Payload(self._content_type, content)


class _Multipart(_Structured):
    def __init__(self, body: MultipartBody, fields: tuple[Field, ...]) -> None:
        super().__init__(body, fields)
        from .multipart import multipart_body

        self._encodings = body.encodings
        self._write = multipart_body
        self._brackets = body.brackets
        self._media_type = concrete(body.media_type, "multipart/form-data")

    def payload(self, value: Any, asked: str | None = None) -> Payload:
        return self.extended(value, asked, {})

    def extended(self, value: Any, asked: str | None, extra_body: Mapping[str, Any]) -> Payload:
        made = self._write(
            self.codec,
            value,
            self._encodings,
            extra_body,
            brackets=self._brackets,
            media_type=asked or self._media_type,
        )
        content_type = made.content_type.encode("ascii")
        content = made.content
        return (
            Payload(content_type, content)
            if content is not None
            else Payload(content_type, None, made, made.replayable)
        )


class _Binary(OneEncoder):
    def __init__(self, body: BinaryBody) -> None:
        self._argument = body.argument
        self._required = body.required
        self._media_type = body.media_type

    def given(self, arguments: Mapping[str, object]) -> Any:
        return _whole(arguments.get(self._argument), self._media_type, required=self._required)

    def accept(self, given: Any) -> Any:
        return given

    def payload(self, value: Any, asked: str | None = None) -> Payload:
        from ..files import File, handed_over
        from .sources import payload_of, source_of

        told = handed_over(value)
        content_type = asked or self._media_type
        if told is None:
            return payload_of(source_of(value), of_file(content_type, None, None).encode("ascii"))
        file = File.model_construct(**told)
        kind = of_file(content_type, file.content_type, file.name(""))
        return payload_of(source_of(file.content), kind.encode("ascii"))


class _Text(OneEncoder):
    def __init__(self, body: TextBody) -> None:
        self._argument = body.argument
        self._required = body.required
        self._media_type = concrete(body.media_type, "text/plain")

    def given(self, arguments: Mapping[str, object]) -> Any:
        return _whole(arguments.get(self._argument), self._media_type, required=self._required)

    def accept(self, given: Any) -> Any:
        if not isinstance(given, str):
            raise TypeError(f"a {self._media_type} body is text, not {type(given).__name__}")
        return given

    def payload(self, value: Any, asked: str | None = None) -> Payload:
        kind = self._media_type if asked is None else asked.partition(";")[0].strip()
        charset = "" if "charset" in kind.lower() else "; charset=utf-8"
        return Payload(f"{kind}{charset}".encode("ascii"), value.encode())
