"""What is handed over as a file: its name, its media type and its length."""

import io
import tempfile
from pathlib import Path
from typing import Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime.encode.sources import source_of
from sdkwright.runtime.files import File, handed_over


class Received:
    """As `UploadFile` of Starlette is: its own methods are asynchronous, those of `file` are not."""

    def __init__(self, content: bytes, filename: str | None, content_type: str | None) -> None:
        self.file = io.BytesIO(content)
        self.filename = filename
        self.content_type = content_type

    async def read(self, size: int = -1) -> bytes:
        return self.file.read(size)


def taken(value: Any) -> tuple[bytes, str, str | None]:
    file = File.model_validate(value)
    return b"".join(source_of(file.content).stream()), file.name("part"), file.content_type


def test_what_frameworks_and_people_hand_over(tmp_path: Path) -> None:
    path = tmp_path / "cat.png"
    path.write_bytes(b"PNG")
    assert taken(Received(b"PNG", "cat.png", "image/png")) == (b"PNG", "cat.png", "image/png")
    assert taken(Received(b"PNG", None, None)) == (b"PNG", "part", None)
    assert taken(("cat.png", b"PNG")) == (b"PNG", "cat.png", None)
    assert taken(("cat.png", b"PNG", "image/png")) == (b"PNG", "cat.png", "image/png")
    assert taken(("dog.png", Received(b"PNG", "cat.png", "image/png"))) == (b"PNG", "dog.png", "image/png")
    assert taken((None, io.BytesIO(b"PNG"), None)) == (b"PNG", "part", None)
    assert taken(path) == (b"PNG", "cat.png", None)
    with path.open("rb") as file:
        assert taken(file) == (b"PNG", "cat.png", None)
    assert taken({"file_name": "x", "content": Received(b"PNG", "cat.png", None)}) == (b"PNG", "x", None)


def test_text_is_content_and_never_a_path(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"PNG")
    assert taken(str(path)) == (str(path).encode(), "part", None)


@pytest.mark.parametrize("value", [1, (), ("a",), ("a", 1), (1, b"a"), ("a", b"a", 1), ("a", ("b", b"c"))])
def test_what_is_no_file(value: object) -> None:
    assert handed_over(value) is None


@given(st.binary(), st.integers(0, 40))
def test_the_length_of_an_open_file_is_what_is_left(content: bytes, start: int) -> None:
    file = io.BytesIO(content)
    file.seek(start)
    source = source_of(file)
    assert source.length == len(content[start:])
    for _ in range(2):
        assert b"".join(source.stream()) == content[start:]


def test_the_length_of_other_files(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("äöü")
    with path.open("rb") as raw, path.open() as text, tempfile.SpooledTemporaryFile() as spooled:
        spooled.write(b"spooled")
        spooled.seek(2)
        assert source_of(raw).length == 6
        assert source_of(text).length is None
        assert source_of(spooled).length == 5
        assert b"".join(source_of(text).stream()) == "äöü".encode()


def test_no_more_and_no_less_is_sent_than_was_measured() -> None:
    file = io.BytesIO(b"abc")
    source = source_of(file)
    file.seek(0, io.SEEK_END)
    file.write(b"def")
    assert b"".join(source.stream()) == b"abc"
    file.truncate(1)
    with pytest.raises(OSError, match="became shorter"):
        b"".join(source.stream())

    async def read() -> bytes:
        return b"".join([chunk async for chunk in source.astream()])

    with pytest.raises(OSError, match="became shorter"):
        anyio.run(read)


def test_an_asynchronous_file_needs_an_asynchronous_method() -> None:
    class Slow:
        async def read(self, size: int) -> bytes:
            return b""

    with pytest.raises(TypeError, match="only be sent by an async method"):
        list(source_of(Slow()).stream())
    with pytest.raises(TypeError, match="give its bytes"):
        File(content=Slow()).whole()  # type: ignore[arg-type]  # it is what the check is for
