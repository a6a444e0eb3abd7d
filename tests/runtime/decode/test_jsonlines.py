"""JSON lines, whatever the chunks."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.runtime.decode.jsonlines import LineDecoder
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
