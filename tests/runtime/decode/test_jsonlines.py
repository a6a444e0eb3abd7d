"""JSON lines, whatever the chunks."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime.decode.jsonlines import LineDecoder, SequenceDecoder, decoder_of
from sdkwright.runtime.decode.sse import EventTooLargeError

_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


def lines(stream: bytes, step: int, limit: int = 100_000) -> list[bytes]:
    decoder = LineDecoder(limit)
    found: list[bytes] = []
    for start in range(0, len(stream), step):
        found += decoder.feed(stream[start : start + step])
    return found + decoder.finish()


@given(st.lists(_values), st.sampled_from(["\n", "\r\n", "\n\n", " \n"]), st.booleans(), st.integers(1, 20))
def test_values_come_out_as_they_went_in(values: list[Any], end: str, ended: bool, step: int) -> None:
    stream = end.join(json.dumps(value, ensure_ascii=value == "é") for value in values) + (end if ended else "")
    assert [json.loads(line) for line in lines(stream.encode(), step)] == values


@given(st.binary(), st.integers(1, 20))
def test_the_chunks_do_not_matter(stream: bytes, step: int) -> None:
    assert lines(stream, step) == lines(stream, len(stream) or 1)


@pytest.mark.parametrize("step", [1, 10, 10_000])
@pytest.mark.parametrize("stream", [b"x" * 50, b"x\n" + b"y" * 50, b"x\n" + b"y" * 50 + b"\nz"])
def test_one_line_is_capped(stream: bytes, step: int) -> None:
    with pytest.raises(EventTooLargeError):
        lines(stream, step, limit=20)


def records(stream: bytes, step: int, limit: int = 100_000) -> list[bytes]:
    decoder = SequenceDecoder(limit)
    found: list[bytes] = []
    for start in range(0, len(stream), step):
        found += decoder.feed(stream[start : start + step])
    return found + decoder.finish()


@given(st.lists(_values), st.sampled_from([None, 2]), st.booleans(), st.integers(1, 20))
def test_texts_of_a_sequence_come_out_as_they_went_in(
    values: list[Any], indent: int | None, ended: bool, step: int
) -> None:
    stream = "".join(f"\x1e{json.dumps(value, indent=indent)}\n" for value in values)
    stream = stream if ended else stream.removesuffix("\n")
    assert [json.loads(record) for record in records(stream.encode(), step)] == values


@given(st.lists(st.sampled_from([b"\x1e", b"\n", b"{", b"}", b'"', b"1", b" "])).map(b"".join), st.integers(1, 5))
def test_the_chunks_of_a_sequence_do_not_matter(stream: bytes, step: int) -> None:
    assert records(stream, step) == records(stream, len(stream) or 1)


def test_a_text_of_a_sequence_is_there_when_its_line_ends() -> None:
    decoder = SequenceDecoder()
    assert decoder.feed(b'\x1e{"a": {\n"b": 1}\n') == []
    assert decoder.feed(b"}\n") == [b'{"a": {\n"b": 1}\n}']
    assert decoder.feed(b"\x1e\x1e12\n") == [b"12"]
    assert decoder.finish() == []


@pytest.mark.parametrize("stream", [b"\x1e" + b"x" * 50, b"\x1e{\n" + b"y\n" * 50])
def test_one_text_of_a_sequence_is_capped(stream: bytes) -> None:
    with pytest.raises(EventTooLargeError):
        records(stream, 5, limit=20)


def test_the_media_type_says_which() -> None:
    assert isinstance(decoder_of("application/json-seq"), SequenceDecoder)
    assert isinstance(decoder_of("application/geo+json-seq; a=b"), SequenceDecoder)
    assert isinstance(decoder_of("application/x-ndjson"), LineDecoder)
