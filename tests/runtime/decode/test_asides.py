"""What a stream holds that is none of its values: errors in the server's words, pings, events without data."""

from __future__ import annotations

from typing import Any, Literal, Optional, Union

import pytest
from sdkwright.runtime import operation as op
from sdkwright.runtime.model import BaseModel, FreeForm, Tagged, Unrecognized

from runtime import toy
from runtime.loopback import Answer, Loopback
from runtime.toy import WAYS, call, operation

from .test_answers import sdk


class Loose(BaseModel):
    """Everything fits it."""

    text: Optional[str] = None  # noqa: UP045 - as rendered


class Tight(BaseModel):
    """What a stream is made of."""

    text: str


class Event(BaseModel):
    """An event with its name."""

    data: Loose
    event: Optional[str] = None  # noqa: UP045 - as rendered


class Failed(BaseModel):
    """An error that the document describes."""

    type: Literal["error"]
    error: Loose


class Ping(BaseModel):
    """A ping that the document describes."""

    type: Literal["ping"]


class Said(BaseModel):
    """An event whose data is a text."""

    event: Literal["said"]
    data: str


class Told(BaseModel):
    """An event whose data is an object."""

    event: Literal["told"]
    data: Tight


TEXT_OR_TOLD: Any = Union[Told, Said]  # noqa: UP007 - as rendered
TEXT_OR_TIGHT: Any = Union[Tight, str]  # noqa: UP007 - as rendered
DECLARED: Any = Union[Failed, Ping, Unrecognized]  # noqa: UP007 - as rendered


def events(type_: Any, *, data_only: bool = True) -> op.Operation[Any, Any]:
    return operation(responses=(op.Events("200", "text/event-stream", lambda: type_, data_only),))


def lines(type_: Any) -> op.Operation[Any, Any]:
    return operation(responses=(op.JsonLines("200", "application/x-ndjson", lambda: type_),))


def read(server: Loopback, way: str, asked: op.Operation[Any, Any], body: str) -> list[Any]:
    """All values of a stream."""
    kind = asked.responses[0].media_type if isinstance(asked.responses[0], op.Events | op.JsonLines) else ""
    server.otherwise = Answer(200, body.encode(), {"Content-Type": kind})
    found: list[Any] = []

    async def consume(stream: Any) -> None:
        found.extend([value async for value in stream])

    call(way, asked, sdk=sdk(server), then=found.extend if way == "sync" else consume)
    return found


@pytest.mark.parametrize("way", WAYS)
def test_a_text_among_objects_is_one_as_it_stands(server: Loopback, way: str) -> None:
    body = "".join(f"event: said\ndata: {text}\n\n" for text in ("hi", "[DONE]", "5", "true", '"quoted"'))
    asked = events(TEXT_OR_TOLD, data_only=False)
    first, *rest = read(server, way, asked, "event: told\n" + FIRST + body)
    assert first == Told(event="told", data=Tight(text="a"))
    assert [one.data for one in rest] == ["hi", "[DONE]", "5", "true", "quoted"]
    assert read(server, way, events(TEXT_OR_TIGHT), FIRST + "data: hi\n\n") == [Tight(text="a"), "hi"]


@pytest.mark.parametrize("text", ['{"text": "a', '{"error": {"message": "no"}}', "[1]", "{}"])
def test_what_is_no_plain_text_is_not_taken_for_one(server: Loopback, text: str) -> None:
    with pytest.raises(toy.ToyError):
        read(server, "sync", events(TEXT_OR_TIGHT), f"data: {text}\n\n")
    with pytest.raises(toy.ToyError):
        read(server, "sync", events(Tight), "data: hi\n\n")


FIRST = 'data: {"text": "a"}\n\n'


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("type_", [Loose, Tight])
@pytest.mark.parametrize(
    ("failure", "words"),
    [
        ('data: {"error": {"message": "overloaded"}}\n\n', "overloaded"),
        ('data: { "error": "overloaded", "code": 5}\n\n', "overloaded"),
        ('event: error\ndata: {"message": "overloaded"}\n\n', "overloaded"),
        ('event: error\ndata: {"detail": "over\ndata: loaded"}\n\n', '{"detail": "over\nloaded"}'),
        ("event: error\ndata: overloaded\n\n", "overloaded"),
        ('event: error\ndata: {"code": 5}\n\n', '{"code": 5}'),
    ],
)
def test_an_error_in_a_stream_is_raised_in_its_words(
    server: Loopback, way: str, type_: Any, failure: str, words: str
) -> None:
    with pytest.raises(toy.APIError) as caught:
        read(server, way, events(type_), FIRST + failure + FIRST)
    assert caught.value.message == words
    assert str(caught.value) == f"{words}: Status 200"
    assert words.partition('"')[0] in caught.value.body


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("type_", [Loose, Tight])
def test_an_error_among_lines_is_raised_in_its_words(server: Loopback, way: str, type_: Any) -> None:
    with pytest.raises(toy.APIError, match="overloaded: Status 200"):
        read(server, way, lines(type_), '{"text": "a"}\n{"error": "overloaded"}\n')


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("type_", [Loose, Tight])
@pytest.mark.parametrize(
    "aside",
    [
        "event: ping\ndata: {}\n\n",
        'event: ping\ndata: {"type": "ping"}\n\n',
        "event: ping\ndata:\n\n",
        "event: ping\ndata: now\n\n",
        "data:\n\n",
        "data:  \n\n",
        ": comment\n\n",
    ],
)
def test_pings_and_events_without_data_are_passed_by(server: Loopback, way: str, type_: Any, aside: str) -> None:
    values = read(server, way, events(type_), aside + FIRST + aside + aside + FIRST + aside)
    assert values == [type_(text="a"), type_(text="a")]


@pytest.mark.parametrize("way", WAYS)
def test_what_is_neither_is_a_validation_error_with_its_text(server: Loopback, way: str) -> None:
    with pytest.raises(toy.ResponseValidationError) as caught:
        read(server, way, events(Tight), FIRST + 'data: {"text": 5}\n\n')
    assert str(caught.value).startswith("Response validation failed in getPet: at text: ")
    assert str(caught.value).endswith('; it is 5: Status 200\n{"text": 5}')
    assert caught.value.body == '{"text": 5}'
    with pytest.raises(toy.ResponseValidationError) as caught:
        read(server, way, lines(Tight), "upstream closed\n")
    assert str(caught.value).endswith(": Status 200\nupstream closed")


def test_an_event_with_its_name(server: Loopback) -> None:
    asked = events(Event, data_only=False)
    assert read(server, "sync", asked, "event: ping\ndata: {}\n\n") == [Event(data=Loose(), event="ping")]
    for failure in ('event: error\ndata: {"message": "no"}\n\n', 'data: {"error": {"message": "no"}}\n\n'):
        with pytest.raises(toy.APIError, match="no: Status 200"):
            read(server, "sync", asked, FIRST + failure)
    told = read(server, "sync", asked, 'event: error\ndata: {"text": "no"}\n\n')
    assert told == [Event(data=Loose(text="no"), event="error")], "the document has this member"


def test_what_the_document_describes_is_a_value(server: Loopback) -> None:
    from typing import Annotated

    union: Any = Annotated[DECLARED, Tagged("type", {"error": 0, "ping": 1})]
    body = 'event: error\ndata: {"type": "error", "error": {"text": "no"}}\n\nevent: ping\ndata: {"type": "ping"}\n\n'
    declared = [Failed(type="error", error=Loose(text="no")), Ping(type="ping")]
    assert read(server, "sync", events(union), body) == declared
    with pytest.raises(toy.APIError, match="no: Status 200"):
        read(server, "sync", events(union), 'event: error\ndata: {"type": "new", "message": "no"}\n\n')
    free = read(server, "sync", events(FreeForm), 'data: {"error": null, "n": 1}\n\n')
    assert [value.model_extra for value in free] == [{"error": None, "n": 1}]
