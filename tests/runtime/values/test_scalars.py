"""Wire scalars: date-times, decimals, big integers, bytes."""

import base64
import copy
import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sdkwright.runtime.dates import date_time_text
from sdkwright.runtime.model import BIGINT_STRING, DECIMAL_NUMBER, OPEN_ENUM, OR_STRING, BaseModel, UnrecognizedFloat
from sdkwright.runtime.values.codec import codec

Number = Annotated[Decimal, DECIMAL_NUMBER]
BigText = Annotated[int, BIGINT_STRING]

_zones = st.none() | st.timedeltas(timedelta(hours=-23), timedelta(hours=23)).map(
    lambda offset: timezone(timedelta(minutes=offset // timedelta(minutes=1)))
)
_decimals = st.decimals(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2025, 4, 20, 1, 2, 3, 4500, UTC), "2025-04-20T01:02:03.0045Z"),
        (datetime(2025, 4, 20, 1, 2, 3, 0, UTC), "2025-04-20T01:02:03Z"),
        (datetime(2025, 4, 20, 1, 2, 30, 100000, UTC), "2025-04-20T01:02:30.1Z"),
        (datetime(2025, 4, 20, 1, 2, 3, 0, timezone(timedelta(hours=2))), "2025-04-20T01:02:03+02:00"),
        (datetime(2025, 4, 20, 1, 2, 3, 4500), "2025-04-20T01:02:03.0045"),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=2))), "0001-01-01T00:00:00+02:00"),
    ],
)
def test_date_times(value: datetime, text: str) -> None:
    assert date_time_text(value) == text
    assert codec(datetime).write(value) == f'"{text}"'.encode()
    assert codec(list[datetime]).write([value]) == f'["{text}"]'.encode()


@given(st.datetimes(timezones=_zones))
def test_date_times_come_back(value: datetime) -> None:
    assert datetime.fromisoformat(date_time_text(value)) == value
    assert codec(datetime).read(codec(datetime).write(value)) == value


@given(_decimals)
def test_decimals_are_exact_numbers(value: Decimal) -> None:
    wire = codec(Number).write(value)
    assert json.loads(wire, parse_float=Decimal, parse_int=Decimal) == value
    assert str(codec(Number).read(wire)) == str(value)


@given(_decimals)
def test_decimals_are_exact_texts(value: Decimal) -> None:
    wire = codec(Decimal).write(value)
    assert Decimal(json.loads(wire)) == value
    assert str(codec(Decimal).read(wire)) == str(value)


class Prices(BaseModel):
    price: Number
    note: str
    rate: float | None = None
    anything: Any | None = None


def test_a_long_decimal_leaves_its_neighbours_alone() -> None:
    wire = b'{"price":0.1234567890123456789012345,"note":"0.1234567890123456789012345","rate":0.1,"anything":[0.25]}'
    prices = codec(Prices).read(wire)
    assert prices.price == Decimal("0.1234567890123456789012345")
    assert prices.rate == 0.1
    assert type(prices.anything[0]) is float
    assert codec(Prices).write(prices) == wire


Rate = Annotated[Literal[1.5, 2.5] | UnrecognizedFloat, OPEN_ENUM]


class Quote(Prices):
    whole: int | None = None
    listed: Rate | None = None


@pytest.mark.parametrize("number", ["1.50", "100.00", "0.10", "-0.0", "1E+2", "0.1234567890123456789012345"])
def test_what_is_no_decimal_is_the_number_that_it_always_is(number: str) -> None:
    wire = f'{{"price":{number},"note":"","rate":{number},"anything":[{number}],"listed":{number},"whole":3.00}}'
    quote = codec(Quote).read(wire)
    assert str(quote.price) == number
    assert (quote.rate, type(quote.rate)) == (float(number), float)
    assert (quote.whole, type(quote.whole)) == (3, int)
    assert quote.listed == float(number)
    kept = quote.anything[0]
    assert isinstance(kept, float)
    assert json.loads(json.dumps(kept)) == float(number)
    assert type(pickle.loads(pickle.dumps(kept))) is type(copy.deepcopy(kept)) is float
    assert json.loads(codec(Quote).write(quote)) == json.loads(wire)


def test_broken_json_near_a_long_decimal_is_reported() -> None:
    with pytest.raises(ValidationError, match="Invalid JSON"):
        codec(Prices).read(b'{"price":0.1234567890123456789012345,')


@given(st.text())
def test_no_text_of_the_caller_becomes_a_number(text: str) -> None:
    wire = codec(Prices).write(Prices(price=Decimal("1.50"), note=text))
    assert wire.startswith(b'{"price":1.50,"note":"')
    assert json.loads(wire)["note"] == text


@given(st.integers())
def test_big_integers_are_exact(value: int) -> None:
    assert codec(int).write(value) == str(value).encode()
    assert codec(int).read(str(value)) == value
    assert codec(BigText).write(value) == f'"{value}"'.encode()
    assert codec(BigText).read(f'"{value}"') == value


@given(st.binary())
def test_bytes_are_base64(value: bytes) -> None:
    wire = codec(bytes).write(value)
    assert json.loads(wire) == base64.b64encode(value).decode()
    assert codec(bytes).read(wire) == value
    assert codec(bytes).read(json.dumps(base64.urlsafe_b64encode(value).decode().rstrip("="))) == value


def test_the_caller_gives_bytes_or_base64() -> None:
    assert codec(bytes).accept(b"a") == codec(bytes).accept("YQ==") == b"a"
    with pytest.raises(ValidationError, match="base64"):
        codec(bytes).accept("no base64")
    with pytest.raises(ValidationError):
        codec(bytes).accept(5)
    with pytest.raises(ValidationError, match="base64"):
        codec(bytes).read('"*"')


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_nan_and_infinity_are_errors(value: float) -> None:
    with pytest.raises(ValidationError):
        codec(float).accept(value)
    with pytest.raises(ValidationError):
        codec(Number).accept(Decimal(value))
    with pytest.raises(ValueError, match="JSON form"):
        codec(Any).write({"a": [value]})
    with pytest.raises(ValueError, match="JSON form"):
        codec(Number).write(Decimal(value))


@given(st.sampled_from(["NaN", "Infinity", "-Infinity"]))
def test_the_words_are_fine_in_texts(word: str) -> None:
    assert json.loads(codec(Any).write([word])) == [word]


Loose = Annotated[datetime | str, OR_STRING]
LooseDay = Annotated[date | str, OR_STRING]


@given(st.text())
def test_any_text_is_fine_where_a_date_may_be_text(text: str) -> None:
    wire = json.dumps(text)
    for type_ in (Loose, LooseDay):
        value = codec(type_).read(wire)
        assert isinstance(value, str | date)
        assert codec(type_).accept(text) == text
    assert codec(Loose).write(text) is not None


@pytest.mark.parametrize("text", ["2024", "2025-13-01T00:00:00Z", "yesterday", "", "2025-02-31"])
def test_text_that_is_no_date_stays_text(text: str) -> None:
    assert codec(Loose).read(json.dumps(text)) == text
    assert codec(LooseDay).read(json.dumps(text)) == text


def test_dates_are_read_where_there_are_some() -> None:
    moment = codec(Loose).read('"2025-01-02t03:04:05.5z"')
    assert moment == datetime(2025, 1, 2, 3, 4, 5, 500000, UTC)
    assert codec(Loose).write(moment) == b'"2025-01-02T03:04:05.5Z"'
    day = codec(LooseDay).read('"2025-01-02"')
    assert day == date(2025, 1, 2)
    assert codec(LooseDay).write(day) == b'"2025-01-02"'
    with pytest.raises(ValidationError):
        codec(Loose).accept(5)


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (int, '"12"'),
        (int, "true"),
        (int, "1.5"),
        (float, '"1.5"'),
        (float, "false"),
        (bool, "0"),
        (bool, '"true"'),
        (str, "1"),
        (str, "true"),
        (datetime, "1"),
        (date, "1"),
        (Literal[1], "true"),
        (Literal[1], '"1"'),
        (Literal[True], "1"),
        (Annotated[Literal[1, 2] | UnrecognizedFloat, OPEN_ENUM], "true"),
        (list[int], '["1"]'),
        (dict[str, bool], '{"a": 1}'),
        (int | None, '"1"'),
    ],
)
def test_a_value_of_another_type_does_not_fit(type_: Any, text: str) -> None:
    for read in (lambda: codec(type_).read(text), lambda: codec(type_).read_data(json.loads(text))):
        with pytest.raises(ValidationError):
            read()


@given(st.integers(-(2**53), 2**53))
def test_a_number_without_a_fraction_is_an_integer(value: int) -> None:
    """JSON Schema, core, section 4.2.3."""
    for type_ in (int, int | str, Literal[value]):  # type: ignore[valid-type]  # what is drawn is a value
        for made in (codec(type_).read(f"{value}.0"), codec(type_).read_data(float(value))):
            assert (made, type(made)) == (value, int)


@pytest.mark.parametrize(
    ("value", "kind"),
    [("1", int), ("1.0", float), ("1.5", float), ("true", bool), ('"1"', str)],
)
def test_of_several_scalars_the_one_that_was_sent_is_read(value: str, kind: type[Any]) -> None:
    made = codec(int | float | bool | str).read(value)
    assert (type(made), made) == (kind, json.loads(value))


def test_literals_of_several_types_are_told_apart() -> None:
    several = codec(Literal[1, True, "1", 2.5])
    for text in ("1", "true", '"1"', "2.5"):
        assert several.write(several.read(text)) == text.encode()
    for text in ("2", "false", '"2"', "1.5", "null"):
        with pytest.raises(ValidationError, match=r"Input should be 1 or True or '1' or 2\.5"):
            several.read(text)
