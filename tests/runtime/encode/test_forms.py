"""Forms and multipart bodies, read back by independent parsers; sources of bytes."""

import io
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Annotated, Any
from urllib.parse import parse_qsl

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError
from sdkwright.runtime.encode.forms import form_body
from sdkwright.runtime.encode.multipart import Multipart, multipart_body
from sdkwright.runtime.encode.sources import CHUNK_BYTES, source_of
from sdkwright.runtime.files import File
from sdkwright.runtime.model import DECIMAL_NUMBER, EXTRA, UNSET, BaseModel, OptionalNullable
from sdkwright.runtime.operation import PartEncoding
from sdkwright.runtime.values.codec import codec
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.formparser import FormDataParser


class Inner(BaseModel):
    a: str | None = None
    n: Annotated[int | None, Field(alias="n-n")] = None


class Form(BaseModel):
    text: str | None = None
    wire: Annotated[str | None, Field(alias="wire name[]")] = None
    flag: bool | None = None
    number: float | None = None
    price: Annotated[Decimal | None, DECIMAL_NUMBER] = None
    moment: datetime | None = None
    tags: list[str] | None = None
    inner: Inner | None = None
    inners: list[Inner] | None = None
    map: dict[str, str] | None = None
    null: OptionalNullable[str] = UNSET


class Open(BaseModel):
    model_config = EXTRA


class Upload(BaseModel):
    file: File | None = None
    files: list[File] | None = None
    text: str | None = None
    tags: list[str] | None = None
    inner: Inner | None = None
    inners: list[Inner] | None = None
    price: Annotated[Decimal | None, DECIMAL_NUMBER] = None


def pairs(*encodings: PartEncoding, **fields: Any) -> list[tuple[str, str]]:
    owner = codec(Form)
    body = form_body(owner, owner.accept(fields), encodings)
    return parse_qsl(body.decode("ascii"), keep_blank_values=True, strict_parsing=bool(body))


def _in_memory(*_: object, **__: object) -> IO[bytes]:
    return io.BytesIO()


def parsed(body: Multipart) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
    """The fields and files that werkzeug finds in a body."""
    whole = b"".join(body.stream())
    if body.length is not None:
        assert body.length == len(whole)
    assert body.content in (None, whole)
    kind, _, rest = body.content_type.partition("; ")
    options = dict([rest.split("=")])
    _, fields, files = FormDataParser(_in_memory).parse(io.BytesIO(whole), kind, len(whole), options)
    return fields, files


def multipart(*encodings: PartEncoding, brackets: bool = False, **fields: Any) -> Multipart:
    owner = codec(Upload)
    return multipart_body(owner, owner.accept(fields), encodings, brackets=brackets)


# ---------------------------------------------------------------------------------------------------------- urlencoded


@given(st.fixed_dictionaries({}, optional={"text": st.text(), "wire": st.text(), "tags": st.lists(st.text())}))
def test_forms_come_back(fields: dict[str, Any]) -> None:
    expected = [("text", fields[key]) for key in ("text",) if key in fields]
    expected += [("wire name[]", fields[key]) for key in ("wire",) if key in fields]
    expected += [("tags", tag) for tag in fields.get("tags", ())]
    assert pairs(**fields) == expected


def test_scalars_of_forms() -> None:
    assert pairs(flag=True, number=1.5, price=Decimal("1.50"), moment=datetime(2025, 1, 2, tzinfo=UTC)) == [
        ("flag", "true"),
        ("number", "1.5"),
        ("price", "1.50"),
        ("moment", "2025-01-02T00:00:00Z"),
    ]


def test_what_was_not_set_is_not_sent() -> None:
    assert pairs() == []
    assert pairs(null=None, text=None) == []
    assert pairs(null=UNSET) == []


@given(st.text(), st.integers())
def test_objects_in_forms_are_json(text: str, number: int) -> None:
    value = {"a": text, "n-n": number}
    assert [(name, json.loads(item)) for name, item in pairs(inner={"a": text, "n": number})] == [("inner", value)]
    assert [json.loads(item) for _, item in pairs(inners=[Inner(a=text, n=number)] * 2)] == [value, value]
    assert [json.loads(item) for _, item in pairs(map={"k": text})] == [{"k": text}]


@given(
    st.lists(st.lists(st.text("a1 \u00e9") | st.lists(st.integers(), max_size=2), max_size=3), min_size=1, max_size=3)
)
def test_lists_in_lists_of_forms_are_json(lists: list[Any]) -> None:
    body = form_body(codec(dict[str, Any]), {"items": lists}).decode("ascii")
    assert [(name, json.loads(text)) for name, text in parse_qsl(body)] == [("items", each) for each in lists]


def test_styles_of_forms() -> None:
    inner = Inner(a="x y", n=2)
    assert pairs(PartEncoding("inner", style="deepObject"), inner=inner) == [("inner[a]", "x y"), ("inner[n-n]", "2")]
    assert pairs(PartEncoding("inner"), inner=inner) == [("a", "x y"), ("n-n", "2")]
    assert pairs(PartEncoding("tags", explode=False), tags=["a", "b"]) == [("tags", "a,b")]
    assert pairs(PartEncoding("tags", style="pipeDelimited", explode=False), tags=["a", "b"]) == [("tags", "a|b")]
    assert pairs(PartEncoding("tags", style="spaceDelimited", explode=False), tags=["a", "b"]) == [("tags", "a b")]
    assert pairs(PartEncoding("tags", content_type="application/json"), tags=["a"]) == [("tags", '["a"]')]
    owner = codec(Form)
    reserved = form_body(owner, Form(text="a/b?c&d"), [PartEncoding("text", allow_reserved=True)])
    assert reserved == b"text=a/b?c%26d"


def test_further_properties_and_plain_mappings() -> None:
    assert form_body(codec(Open), codec(Open).accept({"a": "1", "b": {"c": 2}})) == b"a=1&b=%7B%22c%22%3A2%7D"
    mapping = codec(dict[str, Any])
    assert form_body(mapping, {"a": "1", "b": None, "c": Inner(n=2)}) == b"a=1&c=%7B%22n-n%22%3A2%7D"
    with pytest.raises(TypeError, match="made of an object"):
        form_body(codec(Any), [1])


# ----------------------------------------------------------------------------------------------------------- multipart

_names = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='"\\/\u2028\u2029\u0085'), min_size=1
)


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n")),
    st.lists(st.text("abc\u00e9"), max_size=3),
    st.binary(),
    _names,
)
def test_multipart_comes_back(text: str, tags: list[str], content: bytes, name: str) -> None:
    file = {"content": content, "file_name": name, "content_type": "image/png"}
    body = multipart(text=text, tags=tags, file=file, files=[file, File(content=content)], price=Decimal("1.50"))
    fields, files = parsed(body)
    assert fields["text"] == text
    assert fields.getlist("tags") == tags
    assert fields["price"] == "1.50"
    assert files["file"].read() == content
    assert files["file"].filename == name
    assert files["file"].mimetype == "image/png"
    first, second = files.getlist("files")
    assert first.read() == second.read() == content
    assert second.filename == "files"
    assert second.mimetype == "application/octet-stream"


@given(st.text())
def test_objects_in_multipart_are_json(text: str) -> None:
    body = multipart(inner={"a": text}, inners=[{"n": 1}, {"a": text}])
    fields, _ = parsed(body)
    assert json.loads(fields["inner"]) == {"a": text}
    assert [json.loads(item) for item in fields.getlist("inners")] == [{"n-n": 1}, {"a": text}]
    assert b"Content-Type: application/json" in (body.content or b"")


def test_lists_with_brackets() -> None:
    fields, files = parsed(multipart(brackets=True, tags=["a", "b"], files=[b"x"], text="t"))
    assert fields.getlist("tags[]") == ["a", "b"]
    assert files["files[]"].read() == b"x"
    assert fields["text"] == "t"


def test_encodings_of_parts() -> None:
    body = multipart(
        PartEncoding("tags", content_type="application/json"),
        PartEncoding("text", content_type="text/csv"),
        PartEncoding("file", content_type="image/png"),
        PartEncoding("files", content_type="image/*, text/plain"),
        tags=["a", "b"],
        text="1;2",
        file=b"x",
        files=[File(content="y", file_name="y.txt")],
    )
    fields, files = parsed(body)
    assert json.loads(fields["tags"]) == ["a", "b"]
    assert b"Content-Type: text/csv" in (body.content or b"")
    assert files["file"].mimetype == "image/png"
    assert files["files"].mimetype == "text/plain"
    assert parsed(multipart(PartEncoding("tags", explode=False), tags=["a", "b"]))[0]["tags"] == "a,b"


def test_names_cannot_break_out_of_their_header() -> None:
    file = File(content=b"x", file_name='a"\r\nX-Evil: 1\r\n\r\n.png')
    body = b"".join(multipart(file=file).stream())
    assert b"\r\nX-Evil" not in body
    assert b'filename="a%22%0D%0AX-Evil: 1%0D%0A%0D%0A.png"' in body
    with pytest.raises(ValueError, match="line break"):
        multipart(file=File(content=b"x", content_type="image/png\r\nX-Evil: 1"))


# ------------------------------------------------------------------------------------------------------------- files


@pytest.mark.parametrize("content", [b"abc", "abc", io.BytesIO(b"abc"), io.StringIO("abc")])
def test_files_of_every_kind(content: Any) -> None:
    for value in (content, File(content=content), {"content": content, "file_name": "a.txt"}):
        _, files = parsed(multipart(file=value))
        assert files["file"].read() == b"abc"
        if isinstance(content, io.IOBase):
            content.seek(0)


def test_files_on_disk_are_streamed(tmp_path: Path) -> None:
    content = b"0123456789" * (CHUNK_BYTES // 4)
    path = tmp_path / "big.txt"
    path.write_bytes(content)
    body = multipart(file=path)
    assert body.content is None
    assert body.replayable
    assert body.length is not None
    assert max(map(len, body.stream())) <= CHUNK_BYTES
    _, files = parsed(body)
    assert files["file"].filename == "big.txt"
    assert files["file"].mimetype == "text/plain"
    assert files["file"].read() == content


def test_a_file_object_is_rewound_to_where_it_stood() -> None:
    file = io.BytesIO(b"skip this")
    file.seek(5)
    body = multipart(file=file)
    assert body.replayable
    first = b"".join(body.stream())
    assert b"\r\n\r\nthis\r\n" in first
    assert b"".join(body.stream()) == first
    assert not file.closed


class OneWay(io.RawIOBase):
    """A file object that cannot be rewound."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self._content.read(size)

    def seekable(self) -> bool:
        return False


def test_a_file_object_that_cannot_be_rewound_is_sent_once() -> None:
    body = multipart(file=OneWay(b"abc"))
    assert not body.replayable
    assert body.length is None
    assert b"abc" in b"".join(body.stream())


def test_what_cannot_be_sent_is_refused_before_anything_is_sent(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        multipart(file=tmp_path / "missing")
    with pytest.raises(ValueError, match="no regular file"):
        multipart(file=tmp_path)
    with pytest.raises(ValidationError):
        multipart(file=5)
    with pytest.raises(TypeError, match="cannot send int"):
        source_of(5)
    with pytest.raises(TypeError, match="cannot send dict"):
        source_of({})


def test_a_file_that_shrinks_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    source = source_of(path)
    path.write_bytes(b"0")
    with pytest.raises(OSError, match="shorter"):
        b"".join(source.stream())


# ------------------------------------------------------------------------------------------------------------ sources


class AsyncFile:
    """A file object of an asynchronous library."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    async def read(self, size: int = -1) -> bytes:
        return self._content.read(size)


class SeekableAsyncFile(AsyncFile):
    """One whose every method is to be awaited, also the one that says whether it can be rewound."""

    async def seekable(self) -> bool:
        return True

    async def tell(self) -> int:
        return self._content.tell()


class AsyncChunks:
    """An asynchronous iterable, each time anew."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in (b"a", b"bc"):
            yield chunk


class Chunks:
    """An iterable that starts anew each time."""

    def __iter__(self) -> Iterator[bytes]:
        return iter((b"a", b"bc"))


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_async_streams_give_the_same_bytes(backend: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * (CHUNK_BYTES + 5))

    async def test() -> None:
        body = multipart(file=path, files=[io.BytesIO(b"abc"), b"def"], text="t")
        assert b"".join([chunk async for chunk in body.astream()]) == b"".join(body.stream())
        for content in (b"abc", Chunks(), AsyncChunks(), AsyncFile(b"abc"), iter([b"a", b"bc"]), io.StringIO("abc")):
            assert b"".join([chunk async for chunk in source_of(content).astream()]) == b"abc"
        for content in (SeekableAsyncFile(b"abc"),):
            assert not source_of(content).replayable
            assert b"".join([chunk async for chunk in source_of(content).astream()]) == b"abc"

    anyio.run(test, backend=backend)


def test_which_sources_can_be_sent_again(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abc")
    for content in (b"abc", bytearray(b"abc"), memoryview(b"abc"), "abc", path, Chunks(), io.BytesIO(b"abc")):
        source = source_of(content)
        assert source.replayable
        assert b"".join(source.stream()) == b"".join(source.stream()) == b"abc"
    for once in (iter([b"abc"]), OneWay(b"abc"), AsyncFile(b"abc")):
        assert not source_of(once).replayable
    with pytest.raises(TypeError, match="async method"):
        source_of(AsyncChunks()).stream()
