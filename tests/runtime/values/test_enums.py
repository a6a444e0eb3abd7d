"""Open enums: unlisted values from the server are kept, the caller's are refused."""

import copy
import json
import pickle
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sdkwright.runtime.model import (
    OPEN_ENUM,
    ClosedIntEnum,
    ClosedStrEnum,
    OpenIntEnum,
    OpenStrEnum,
    UnrecognizedFloat,
    UnrecognizedInt,
    UnrecognizedStr,
)
from sdkwright.runtime.values.codec import codec

Direction = Annotated[Literal["asc", "desc"] | UnrecognizedStr, OPEN_ENUM]
Mixed: Any = Annotated[Literal["auto", 1, 2.5, True] | UnrecognizedStr | UnrecognizedInt | UnrecognizedFloat, OPEN_ENUM]


class Colour(OpenStrEnum):
    RED = "red"
    BLUE = "blue"


class Level(OpenIntEnum):
    LOW = 1


class Closed(ClosedStrEnum):
    ON = "on"


class ClosedNumber(ClosedIntEnum):
    ONE = 1


@given(st.text())
def test_any_text_from_the_server_is_kept_and_dumps_back(text: str) -> None:
    wire = json.dumps(text)
    for type_ in (Direction, Colour):
        value = codec(type_).read(wire)
        assert value == text
        assert json.loads(codec(type_).write(value)) == text


def _is_not_listed_as_integer(number: float) -> bool:
    """JSON Schema 2020-12, section 4.2.2: 1.0 is the listed 1."""
    return number != 1


@given(
    st.integers()
    | st.text()
    | st.floats(allow_nan=False, allow_infinity=False).filter(_is_not_listed_as_integer)
    | st.just(True)
)
def test_mixed_values_are_kept_with_their_types(value: Any) -> None:
    kept = codec(Mixed).read(json.dumps(value))
    assert kept == value
    written = json.loads(codec(Mixed).write(kept))
    assert written == value
    assert type(written) is type(value)


@given(st.integers())
def test_any_integer_from_the_server_is_kept(number: int) -> None:
    value = codec(Level).read(str(number))
    assert value == number
    assert isinstance(value, Level)
    assert codec(Level).write(value) == str(number).encode()


def test_listed_values_are_plain_and_unlisted_ones_can_be_told_apart() -> None:
    assert type(codec(Direction).read('"asc"')) is str
    assert isinstance(codec(Direction).read('"up"'), UnrecognizedStr)
    assert codec(Colour).read('"red"') is Colour.RED
    unlisted = codec(Colour).read('"green"')
    assert isinstance(unlisted, Colour)
    assert not unlisted.is_recognized
    assert Colour.RED.is_recognized
    assert str(unlisted) == f"{unlisted}" == "green"
    assert "green" not in Colour.__members__


@pytest.mark.parametrize("type_", [Direction, Colour, Mixed, Closed])
@pytest.mark.parametrize("value", ["up", "", None, 7, ["asc"], {"a": 1}])
def test_the_caller_cannot_build_unlisted_values(type_: Any, value: Any) -> None:
    with pytest.raises(ValidationError):
        codec(type_).accept(value)


def test_the_message_names_the_listed_values_whatever_they_hold() -> None:
    braces = Annotated[Literal["{a}", "b"] | UnrecognizedStr, OPEN_ENUM]
    with pytest.raises(ValidationError, match=r"Input should be '\{a\}' or 'b'"):
        codec(braces).accept("c")


def test_the_classes_of_unlisted_values_cannot_be_built() -> None:
    for build in (lambda: UnrecognizedStr("a"), lambda: UnrecognizedInt(1), lambda: UnrecognizedFloat(1.5)):
        with pytest.raises(TypeError, match="cannot be built"):
            build()
    with pytest.raises(ValueError, match="green"):
        Colour("green")


def test_what_the_server_sent_may_be_sent_back() -> None:
    for type_ in (Direction, Colour):
        value = codec(type_).read('"new"')
        assert codec(type_).write(codec(type_).accept(value)) == b'"new"'


def test_the_caller_may_give_the_value_of_a_member() -> None:
    assert codec(Colour).accept("red") is Colour.RED
    assert codec(Level).accept(1) is Level.LOW
    assert codec(ClosedNumber).accept(1) is ClosedNumber.ONE


def test_closed_enums_refuse_the_server_too() -> None:
    assert codec(Closed).read('"on"') is Closed.ON
    for type_, wire in ((Closed, '"off"'), (ClosedNumber, "2"), (Literal["a"], '"b"')):
        with pytest.raises(ValidationError):
            codec(type_).read(wire)


@pytest.mark.parametrize("type_", [Direction, Colour])
def test_unlisted_values_pickle_and_copy(type_: Any) -> None:
    value = codec(type_).read('"new"')
    for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
        assert again == value
        assert type(again) is type(value)
    assert pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED
    assert pickle.loads(pickle.dumps(codec(Mixed).read("7"))) == 7
    assert pickle.loads(pickle.dumps(codec(Mixed).read("7.5"))) == 7.5
