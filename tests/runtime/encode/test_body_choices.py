"""Which of several media types a body goes out as; JSON lines; media types with a wildcard."""

import io
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Annotated, Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sdkwright.runtime.encode.bodies import body_encoder
from sdkwright.runtime.encode.payload import Payload
from sdkwright.runtime.files import FILE_OR_BYTES, File
from sdkwright.runtime.model import BaseModel, FreeForm
from sdkwright.runtime.operation import (
    BinaryBody,
    Body,
    BodyChoice,
    Field,
    FormBody,
    JsonBody,
    LinesBody,
    MultipartBody,
    TextBody,
)
from sdkwright.runtime.unset import UNSET
from sdkwright.runtime.values.codec import codec


class First(BaseModel):
    a: str
    note: str | None = None


class Second(BaseModel):
    b: str
    note: str | None = None


class Further(First):
    c: str | None = None


class Document(BaseModel):
    name: str | None = None
    file: Annotated[bytes | File, FILE_OR_BYTES]


def sent(body: Body, http_headers: dict[str, str] | None = None, **arguments: Any) -> tuple[str, bytes]:
    """The media type and the bytes of a body; the boundary of a multipart one left out."""
    payload = body_encoder(body).encode(arguments, http_headers)
    assert payload is not None
    content = payload.content if payload.content is not None else b"".join(payload.stream(asynchronous=False))
    return payload.content_type.decode().partition("; boundary")[0], content


TWO = BodyChoice(
    (
        JsonBody(lambda: First, argument="request", media_type="application/vnd.first+json"),
        JsonBody(lambda: Second, argument="request", media_type="application/vnd.second+json"),
        JsonBody(lambda: list[First], argument="request", media_type="application/vnd.list+json"),
        FormBody(lambda: Second, argument="request"),
    ),
    "content_type",
)


@pytest.mark.parametrize(
    ("given", "kind", "body"),
    [
        (First(a="1"), "first", {"a": "1"}),
        (Second(b="1"), "second", {"b": "1"}),
        (Further(a="1", c="2"), "first", {"a": "1", "c": "2"}),
        ({"a": "1"}, "first", {"a": "1"}),
        ({"b": "1", "note": "n"}, "second", {"b": "1", "note": "n"}),
        ([{"a": "1"}, First(a="2")], "list", [{"a": "1"}, {"a": "2"}]),
    ],
)
def test_the_class_or_the_shape_decides(given: object, kind: str, body: object) -> None:
    media_type, content = sent(TWO, request=given)
    assert media_type == f"application/vnd.{kind}+json"
    if not isinstance(given, Further):
        assert json.loads(content) == body


def test_what_is_asked_for_is_sent() -> None:
    form = "application/x-www-form-urlencoded"
    assert sent(TWO, request={"b": "1"}, content_type=form) == (form, b"b=1")
    assert sent(TWO, {"content-type": form}, request=Second(b="1")) == (form, b"b=1")
    with pytest.raises(ValidationError):
        sent(TWO, request={"b": "1"}, content_type="application/vnd.first+json")
    with pytest.raises(ValueError, match="none of the media types of this body: application/vnd"):
        sent(TWO, request={"b": "1"}, content_type="text/plain")
    with pytest.raises(TypeError, match="content_type is text"):
        sent(TWO, request={"b": "1"}, content_type=1)
    assert sent(TWO, {"Content-Type": "x/y"}, request={"b": "1"})[1] == b'{"b":"1"}'


def test_a_value_that_no_body_takes_is_an_error() -> None:
    with pytest.raises(ValidationError):
        sent(TWO, request={"z": 1})
    assert body_encoder(TWO).encode({"request": None}, None) is None


def test_a_class_that_takes_anything_is_asked_last() -> None:
    choice = BodyChoice(
        (
            JsonBody(lambda: FreeForm, argument="request"),
            JsonBody(lambda: Second, argument="request", media_type="application/vnd.second+json"),
        )
    )
    assert sent(choice, request={"b": "1"})[0] == "application/vnd.second+json"
    assert sent(choice, request={"z": "1"}) == ("application/json", b'{"z":"1"}')


KINDS = BodyChoice(
    (
        JsonBody(lambda: list[First], argument="request", nullable=True),
        TextBody("request"),
        BinaryBody("request"),
        LinesBody(lambda: First, "request"),
    ),
    "content_type",
)


def test_the_kind_decides(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"on disk")
    assert sent(KINDS, request="text") == ("text/plain; charset=utf-8", b"text")
    for value, body in ((b"\x00", b"\x00"), (path, b"on disk"), (io.BytesIO(b"in memory"), b"in memory")):
        assert sent(KINDS, request=value) == ("application/octet-stream", body)
    assert sent(KINDS, request=[First(a="1")]) == ("application/json", b'[{"a":"1"}]')
    assert sent(KINDS, request=iter([First(a="1")]), content_type="application/x-ndjson")[1] == b'{"a":"1"}\n'
    assert sent(KINDS, request=[{"a": "1"}], content_type="application/x-ndjson")[1] == b'{"a":"1"}\n'


def test_null_is_a_body_where_the_document_says_so() -> None:
    body = JsonBody(lambda: str | None, argument="request", required=True, nullable=True)
    assert sent(body, request=None) == ("application/json", b"null")
    with pytest.raises(ValueError, match="the request needs a body"):
        body_encoder(body).encode({"request": UNSET}, None)


SHARED = (Field("name", "name"), Field("file", "file"))
ONE_CLASS = BodyChoice(
    (
        JsonBody(lambda: Document, required=True, other_types=("text/json", "application/*+json")),
        FormBody(lambda: Document, required=True),
        MultipartBody(lambda: Document, required=True),
    ),
    "content_type",
    SHARED,
)


def test_one_class_under_several_media_types(tmp_path: Path) -> None:
    assert sent(ONE_CLASS, file=b"\x00\x01") == ("application/json", b'{"file":"AAE="}')
    assert sent(ONE_CLASS, file=b"\x00", content_type="application/x-www-form-urlencoded")[1] == b"file=AA%3D%3D"
    assert sent(ONE_CLASS, file=b"\x00", content_type="text/json") == ("text/json", b'{"file":"AA=="}')
    assert sent(ONE_CLASS, file=b"\x00", content_type="application/x+json")[0] == "application/x+json"
    path = tmp_path / "a.png"
    path.write_bytes(b"\xff")
    for value in (path, {"file_name": "a.png", "content": b"\xff"}, ("a.png", b"\xff"), File(content=path)):
        media_type, content = sent(ONE_CLASS, file=value)
        assert media_type == "multipart/form-data"
        assert b'name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n\xff\r\n' in content
        assert sent(ONE_CLASS, file=value, content_type="application/json")[1] == b'{"file":"/w=="}'
    media_type, content = sent(ONE_CLASS, file=b"\xff", content_type="multipart/form-data")
    assert b'name="file"; filename="file"\r\nContent-Type: application/octet-stream\r\n\r\n\xff\r\n' in content


@given(st.binary())
def test_bytes_of_a_shared_class_come_back(content: bytes) -> None:
    shared = codec(Document)
    written = shared.write(shared.accept({"file": content}))
    assert shared.read(written).file == content
    assert shared.write(shared.read(written)) == written
    assert sent(ONE_CLASS, file=File(content=content), content_type="application/json")[1] == written


# --------------------------------------------------------------------------------------------------------- json lines


@given(st.lists(st.text()))
def test_lines_and_sequences(texts: list[str]) -> None:
    items = [First(a=text) for text in texts]
    lines = LinesBody(lambda: First, "request")
    sequence = LinesBody(lambda: First, "request", media_type="application/json-seq")
    for value in (items, tuple(items), iter(items), (one.model_dump(exclude_unset=True) for one in items)):
        content = sent(lines, request=value)[1]
        assert [json.loads(line)["a"] for line in content.splitlines()] == texts
    content = sent(sequence, request=items)[1]
    records = content.split(b"\x1e")
    assert [json.loads(record)["a"] for record in records[1:]] == texts
    assert records[0] == b""
    assert all(record.endswith(b"\n") for record in records[1:])


def test_lines_take_bytes_and_one_item_and_refuse_what_has_no_items() -> None:
    lines = LinesBody(lambda: First, "request", required=True)
    assert sent(lines, request=b"raw")[1] == b"raw"
    assert sent(lines, request={"a": "1"})[1] == sent(lines, request=First(a="1"))[1] == b'{"a":"1"}\n'
    with pytest.raises(TypeError, match="an iterable of items"):
        sent(lines, request=1)
    with pytest.raises(ValidationError):
        sent(lines, request=[1])
    with pytest.raises(ValueError, match="needs a body"):
        sent(lines)


def test_lines_that_are_read_anew_can_be_sent_again() -> None:
    class Items:
        def __iter__(self) -> Iterator[First]:
            return iter([First(a="1")])

    lines = body_encoder(LinesBody(lambda: First, "request"))

    def made(given: object) -> Payload:
        payload = lines.encode({"request": given}, None)
        assert payload is not None
        return payload

    again = made(Items())
    assert again.replayable
    assert [*again.stream(asynchronous=False)] == [*again.stream(asynchronous=False)] == [b'{"a":"1"}\n']
    assert not made(iter(Items())).replayable


def test_asynchronous_items() -> None:
    async def items() -> AsyncIterator[First]:
        yield First(a="1")
        yield First(a="2")

    class Items:
        def __aiter__(self) -> AsyncIterator[First]:
            return items()

    async def read(given: object) -> bytes:
        payload = body_encoder(LinesBody(lambda: First, "request")).encode({"request": given}, None)
        assert payload is not None
        return b"".join([chunk async for chunk in payload.stream(asynchronous=True)])

    for value in (items(), Items()):
        assert anyio.run(read, value) == b'{"a":"1"}\n{"a":"2"}\n'


# ---------------------------------------------------------------------------------------------------------- wildcards


@pytest.mark.parametrize(
    ("body", "given", "media_type"),
    [
        (JsonBody(lambda: First, argument="request", media_type="*/*"), First(a="1"), "application/json"),
        (JsonBody(lambda: First, argument="request", media_type="application/*"), First(a="1"), "application/json"),
        (TextBody("request", media_type="text/*"), "a", "text/plain; charset=utf-8"),
        (
            MultipartBody(lambda: First, argument="request", media_type="multipart/*"),
            First(a="1"),
            "multipart/form-data",
        ),
        (BinaryBody("request", media_type="*/*"), b"a", "application/octet-stream"),
        (BinaryBody("request", media_type="image/*"), b"a", "application/octet-stream"),
        (BinaryBody("request", media_type="image/*"), ("a.png", b"a"), "image/png"),
        (BinaryBody("request", media_type="image/*"), ("a.txt", b"a"), "application/octet-stream"),
        (BinaryBody("request", media_type="image/*"), ("a", b"a", "image/x-own"), "image/x-own"),
    ],
)
def test_a_range_of_media_types_is_never_sent(body: Body, given: object, media_type: str) -> None:
    assert sent(body, request=given)[0] == media_type
