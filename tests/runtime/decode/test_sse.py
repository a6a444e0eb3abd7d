"""Server-sent events by the WHATWG algorithm, whatever the chunks."""

import json
import sys
from collections.abc import Iterable
from itertools import pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sdkwright.runtime.decode import sse
from sdkwright.runtime.decode.sse import EventDecoder, EventTooLargeError, RawEvent, event_reader
from sdkwright.runtime.model import BaseModel
from sdkwright.runtime.values.codec import codec


def events(
    stream: bytes, cuts: Iterable[int] = (), sentinel: str | None = None, limit: int = 1_000_000
) -> list[RawEvent]:
    decoder = EventDecoder(sentinel, limit)
    found: list[RawEvent] = []
    places = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    for start, end in pairwise(places):
        found += decoder.feed(stream[start:end])
    return found + decoder.finish()


def data(stream: bytes) -> list[bytes]:
    return [event[0] for event in events(stream)]


_lines = st.sampled_from(
    [
        b"data: a",
        b"data:b",
        b"data",
        b"data:",
        b"data:  c",
        b"event: e",
        b"event",
        b"id: 1",
        b"id",
        b"id: x\0",
        b": note",
        b"retry: 10",
        b"retry: x",
        b"retry:-1",
        b"other: 1",
        b"data: \xff\xe2\x82",
        "data: é\u2028".encode(),
        b"",
        b"",
        b"",
    ]
)
_ends = st.sampled_from([b"\n", b"\r", b"\r\n"])
_streams = st.builds(
    lambda bom, lines, tail: bom + b"".join(line + end for line, end in lines) + tail,
    st.sampled_from([b"", b"\xef\xbb\xbf", b"\xef\xbb", b"\xef\xbb\xbf\xef\xbb\xbf"]),
    st.lists(st.tuples(_lines, _ends), max_size=12),
    st.sampled_from([b"", b"data: end", b"data", b"event: e"]),
)


@given(_streams | st.binary(), st.lists(st.integers(0, 200)))
def test_the_chunks_do_not_matter(stream: bytes, cuts: list[int]) -> None:
    whole = events(stream)
    assert events(stream, cuts) == whole
    assert events(stream, range(len(stream))) == whole


def reference(stream: bytes) -> list[tuple[str, str, str]]:
    """The algorithm written down as the standard has it, over the decoded text, slowly."""
    text = stream.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found: list[tuple[str, str, str]] = []
    buffer = kind = last_id = ""
    for line in [*lines, ""]:
        name, colon, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            if buffer:
                found.append((buffer[:-1], kind, last_id))
            buffer = kind = ""
        elif colon and not name:
            continue
        elif name == "data":
            buffer += value + "\n"
        elif name == "event":
            kind = value
        elif name == "id" and "\0" not in value:
            last_id = value
    return found


@given(_streams | st.binary())
def test_it_is_the_algorithm_of_the_standard(stream: bytes) -> None:
    found = [(raw.decode("utf-8", "replace"), kind, last_id) for raw, kind, last_id, _ in events(stream)]
    assert found == reference(stream)


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (b"data: a\n\ndata: b\n\n", [b"a", b"b"]),
        (b"data: a\rdata: b\r\r", [b"a\nb"]),
        (b"data: a\r\n\r\n", [b"a"]),
        (b"data:a\n\n", [b"a"]),
        (b"data:  a\n\n", [b" a"]),
        (b"data\n\n", [b""]),
        (b"event: x\n\n", []),
        (b": comment\n\n", []),
        (b"\xef\xbb\xbfdata: a\n\n", [b"a"]),
        (b"data: a", [b"a"]),
        (b"data: a\n", [b"a"]),
        (b"datax: a\n\n", []),
        (b" data: a\n\n", []),
        (b"", []),
    ],
)
def test_data(stream: bytes, expected: list[bytes]) -> None:
    assert data(stream) == expected


def test_ids_persist_and_types_do_not() -> None:
    stream = b"id: 7\nevent: a\ndata: 1\n\ndata: 2\n\nid\ndata: 3\n\n"
    assert [(kind, last_id) for _, kind, last_id, _ in events(stream)] == [("a", "7"), ("", "7"), ("", "")]


@pytest.mark.parametrize(
    ("value", "retry"),
    [(b"10", 10), (b"010", 10), (b"", None), (b"1.5", None), (b"-1", None), ("\u0661".encode(), None)],
)
def test_retry_is_ascii_digits(value: bytes, retry: int | None) -> None:
    assert events(b"retry: " + value + b"\ndata: a\n\n")[0][3] == retry


def test_the_sentinel_ends_the_stream() -> None:
    decoder = EventDecoder("[DONE]")
    assert [event[0] for event in decoder.feed(b"data: 1\n\ndata: [DONE]\n\ndata: 2\n\n")] == [b"1"]
    assert decoder.ended
    assert decoder.finish() == []


@pytest.mark.parametrize("step", [1, 7, 10_000])
@pytest.mark.parametrize("stream", [b"data: " + b"a" * 2000 + b"\n\n", b"data: aaaaaaaa\n" * 200, b"x" * 2000])
def test_one_event_is_capped(stream: bytes, step: int) -> None:
    with pytest.raises(EventTooLargeError, match="1000 bytes"):
        events(stream, range(0, len(stream), step), limit=1000)


def test_the_cap_is_of_one_event_and_comments_do_not_count() -> None:
    assert len(events(b"data: aaaaaaaa\n\n" * 200, limit=1000)) == 200
    assert len(events(b": keep alive\n" * 200 + b"data: a\n\n", limit=1000)) == 1


def work(stream: bytes, step: int) -> int:
    """How many lines of the decoder run for a stream in chunks of one size."""
    lines = 0

    def count(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal lines
        if frame.f_code.co_filename != sse.__file__:
            return None
        lines += event == "line"
        return count

    decoder = EventDecoder()
    before = sys.gettrace()
    sys.settrace(count)
    try:
        for start in range(0, len(stream), step):
            decoder.feed(stream[start : start + step])
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("step", [1, 7, 1000, 65_536])
@pytest.mark.parametrize(
    "one", [b'data: {"text": "abc"}\n\n', b"data: a\r\n" * 50 + b"\r\n", b"data: " + b"x" * 20_000 + b"\n\n"]
)
def test_twice_the_stream_is_twice_the_work(one: bytes, step: int) -> None:
    stream = one * (40_000 // len(one))
    assert work(stream * 2, step) <= 2 * work(stream, step) + 99
    whole = b"data: " + stream.replace(b"\n", b"").replace(b"\r", b"")  # as one event
    assert work(whole + whole[6:], step) <= 2 * work(whole, step) + 99


def test_tiny_chunks_copy_no_more_than_they_hold() -> None:
    decoder = EventDecoder(limit=10_000_000)
    body = b"x" * 300_000
    decoder.feed(b"data: ")
    for index in range(len(body)):  # quadratic work would copy 45 GB here
        decoder.feed(body[index : index + 1])
    assert decoder.feed(b"\n\n")[0][0] == body


@pytest.mark.parametrize("step", [1000, 65_536])
def test_fifty_megabytes(step: int) -> None:
    one = b'data: {"text": "' + b"x" * 1000 + b'"}\n\n'
    stream = one * (50_000_000 // len(one))
    decoder = EventDecoder()
    found = sum(len(decoder.feed(stream[start : start + step])) for start in range(0, len(stream), step))
    assert found == len(stream) // len(one)


# ------------------------------------------------------------------------------------------------------ typed events


class Delta(BaseModel):
    text: str


class Event(BaseModel):
    data: Delta
    event: str | None = None
    id: str | None = None
    retry: int | None = None


class Note(BaseModel):
    data: str | None = None
    event: str | None = None


def read(type_: Any, stream: bytes, *, data_only: bool = False, text: bool = False) -> list[Any]:
    return [event_reader(codec(type_), data_only=data_only, text=text)(event) for event in events(stream)]


def test_an_event_has_what_was_sent() -> None:
    first, second = read(Event, b'id: 1\nevent: d\nretry: 5\ndata: {"text":\ndata: "a"}\n\ndata: {"text":"b"}\n\n')
    assert first == Event(data=Delta(text="a"), event="d", id="1", retry=5)
    assert second.data.text == "b"
    assert second.model_fields_set == {"data", "id"}


@given(st.text(alphabet=st.characters(exclude_characters="\r\n")), st.text(alphabet='"{}\\é '))
def test_texts_are_no_json(text: str, kind: str) -> None:
    stream = f"event: {kind}\ndata: {text}\n\n".encode("utf-8", "replace")
    (event,) = read(Note, stream, text=True)
    assert event.data == stream.split(b"\n")[1][6:].decode()
    assert (event.event or "") == kind
    assert read(str, stream, data_only=True, text=True) == [event.data]


@given(st.recursive(st.none() | st.booleans() | st.text(), st.lists))
def test_the_data_alone(value: Any) -> None:
    stream = f"data: {json.dumps(value, ensure_ascii=False)}\n\n".encode("utf-8", "replace")
    assert json.loads(json.dumps(read(Any, stream, data_only=True))) == [json.loads(stream[6:])]


def test_broken_utf8_is_replaced() -> None:
    assert read(Event, b'data: {"text":"\xff"}\n\n')[0].data.text == "\ufffd"
    assert read(Any, b'data: "\xff"\n\n', data_only=True) == ["\ufffd"]


@pytest.mark.parametrize("stream", [b"data: {\n\n", b"data: [DONE]\n\n", b"data\n\n"])
def test_data_that_does_not_fit_is_an_error(stream: bytes) -> None:
    with pytest.raises(ValidationError):
        read(Event, stream)
    with pytest.raises(ValidationError):
        read(list[int], stream, data_only=True)


_pieces = ['{"text":"a"}', '{"text":"é"}', ",", '"event":"x"', '"data":', '{"text":"b"}', "{", "}", "]", " ", "1"]


@given(st.lists(st.sampled_from(_pieces), max_size=5).map("".join), st.sampled_from(["", "id: 1\n", "event: e\n"]))
def test_data_is_one_value_and_never_a_part_of_the_event(text: str, before: str) -> None:
    """`{"text":"a"},"event":"x"` would complete the object that the event is read as."""
    stream = f"{before}data:{text}\n\n".encode()
    try:
        alone = read(Delta, stream, data_only=True)
    except ValidationError:
        with pytest.raises(ValidationError):
            read(Event, stream)
    else:
        assert [event.data for event in read(Event, stream)] == alone


@given(
    st.lists(
        st.sampled_from(
            [
                b"data: 1\n\n",
                b"data: \n\n",
                b"data: \r\n\n",
                b"event: e\n",
                b"id: 7\n",
                b"retry: 1\n",
                b"\n",
                b"data: [DONE]\n\n",
                b"da",
                b"ta: 2\n\n",
                b"\r",
            ]
        )
    )
)
def test_chunks_of_whole_events_are_nothing_special(chunks: list[bytes]) -> None:
    cuts: list[int] = []
    for chunk in chunks:
        cuts.append(len(chunk) + (cuts[-1] if cuts else 0))
    stream = b"".join(chunks)
    assert (
        events(stream, cuts, "[DONE]") == events(stream, (), "[DONE]") == events(stream, range(len(stream)), "[DONE]")
    )


def test_long_types_of_events_are_not_kept() -> None:
    """A server could fill the memory with them."""
    before = sse._known_member.cache_info().currsize
    for number in range(300):
        assert sse.event_json((b"1", f"{number}" * 100, "", None), text=False).startswith(b'{"data":1,"event":"')
    assert sse._known_member.cache_info().currsize == before
    sse.event_json((b"1", "a-type-of-this-test", "", None), text=False)
    assert sse._known_member.cache_info().currsize == before + 1
