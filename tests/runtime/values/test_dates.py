"""Date-times and dates: the offset is kept, and what Python cannot write goes back as it came."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sdkwright.runtime.dates import date_time_text, odd_date_time, parse_datetime
from sdkwright.runtime.model import BaseModel
from sdkwright.runtime.values.codec import codec

_EAST = timezone(timedelta(hours=5, minutes=30))
_offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


class Event(BaseModel):
    at: datetime | None = None
    day: date | None = None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-01-01T00:00:00Z", datetime(2024, 1, 1, tzinfo=UTC)),
        ("2024-01-01T00:00:00.5+01:00", datetime(2024, 1, 1, 0, 0, 0, 500000, timezone(timedelta(hours=1)))),
    ],
)
def test_parse_datetime(text: str, moment: datetime) -> None:
    assert parse_datetime(text) == moment


def test_parse_datetime_refuses_other_text() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        parse_datetime("yesterday")


@given(st.datetimes(timezones=_offsets))
def test_a_moment_keeps_its_offset(value: datetime) -> None:
    for made in (codec(datetime).read(codec(datetime).write(value)), codec(datetime).read_data(date_time_text(value))):
        assert (made, made.utcoffset()) == (value, value.utcoffset())


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), st.integers(1, 59))
def test_an_offset_with_seconds_is_sent_as_utc(value: datetime, seconds: int) -> None:
    """RFC 3339, section 4.2: an offset has hours and minutes."""
    odd = value.replace(tzinfo=timezone(timedelta(hours=1, seconds=seconds)))
    text = date_time_text(odd)
    assert text.endswith("Z")
    assert parse_datetime(text) == odd


ODD = [
    ("2016-12-31T23:59:60Z", datetime(2016, 12, 31, 23, 59, 59, 0, UTC)),
    ("2016-12-31t23:59:60.5z", datetime(2016, 12, 31, 23, 59, 59, 500000, UTC)),
    ("2017-01-01T05:29:60+05:30", datetime(2017, 1, 1, 5, 29, 59, 0, _EAST)),
    ("2025-04-20T24:00:00Z", datetime(2025, 4, 21, 0, 0, 0, 0, UTC)),
    ("2025-12-31T24:00+05:30", datetime(2026, 1, 1, 0, 0, 0, 0, _EAST)),
    ("2025-04-20T01:02:03.123456789+05:30", datetime(2025, 4, 20, 1, 2, 3, 123456, _EAST)),
    ("2025-04-20", datetime(2025, 4, 20)),
    ("2025-04-20T01:02:03+05", datetime(2025, 4, 20, 1, 2, 3, 0, timezone(timedelta(hours=5)))),
]


@pytest.mark.parametrize("text", ["1700000000", "2025", "-5", "+1", "0", "1700000000.5"])
@pytest.mark.parametrize("type_", [datetime, date, datetime | date, datetime | int, datetime | None])
def test_digits_are_no_moment_though_they_may_count_seconds(text: str, type_: Any) -> None:
    """What is made of them would go back as another text."""
    for body, read in ((json.dumps(text), type_), (json.dumps([text]), list[type_])):
        with pytest.raises(ValidationError):
            codec(read).read(body)
    assert codec(type_ | str).read(json.dumps(text)) == text


class Either(BaseModel):
    first: datetime | date | None = None
    last: date | datetime | None = None


@pytest.mark.parametrize("name", ["first", "last"])
@pytest.mark.parametrize(
    ("text", "is_moment"), [("2025-04-20", False), *((text, "T" in text.upper()) for text, _ in ODD)]
)
def test_what_has_a_time_is_the_moment_and_a_day_is_none(text: str, is_moment: bool, name: str) -> None:
    for read in (Either.from_response({name: text}), Either.model_validate_json(json.dumps({name: text}))):
        assert isinstance(getattr(read, name), datetime) is is_moment
        assert read.model_dump(mode="json", exclude_unset=True) == {name: text}


@pytest.mark.parametrize(("text", "moment"), ODD)
def test_an_odd_moment_is_read_and_goes_back_as_it_came(text: str, moment: datetime) -> None:
    raw = {"at": text}
    for made in (codec(Event).read(json.dumps(raw)), Event.from_response(raw)):
        assert made.at == moment
        assert made.at.utcoffset() == moment.utcoffset()
        assert repr(made.at) == repr(moment)
        for same in (made, copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
            assert same == made
            assert same.model_dump(mode="json", exclude_unset=True) == raw
            assert json.loads(codec(Event).write(same)) == raw


@pytest.mark.parametrize(("text", "moment"), ODD)
def test_what_is_made_of_an_odd_moment_is_like_any(text: str, moment: datetime) -> None:
    odd = odd_date_time(text)
    for made, plain in ((odd + timedelta(1), moment + timedelta(1)), (odd.replace(hour=3), moment.replace(hour=3))):
        assert date_time_text(made) == date_time_text(plain)
        assert pickle.loads(pickle.dumps(made)) == plain


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-04-20t01:02:03z", datetime(2025, 4, 20, 1, 2, 3, 0, UTC)),
        ("2025-04-20T01:02:03-00:00", datetime(2025, 4, 20, 1, 2, 3, 0, UTC)),
    ],
)
def test_another_spelling_is_the_same_moment(text: str, moment: datetime) -> None:
    made = codec(datetime).read(json.dumps(text))
    assert (made, made.utcoffset()) == (moment, moment.utcoffset())


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2016-02-30T23:59:60Z", "9999-12-31T24:00:00Z", "2025-04-20T25:00:00Z", "2025-04-20T24:01Z"],
)
def test_what_is_no_moment_does_not_fit(text: str) -> None:
    with pytest.raises(ValidationError, match="valid datetime"):
        codec(datetime).read(json.dumps(text))


def test_the_day_of_a_moment_goes_back_as_it_came() -> None:
    raw = {"day": "2025-04-20T10:00:00Z"}
    made = codec(Event).read(json.dumps(raw))
    assert made.day == date(2025, 4, 20)
    assert repr(made.day) == repr(date(2025, 4, 20))
    for same in (made, copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert json.loads(codec(Event).write(same)) == raw
    made.day += timedelta(1)
    assert json.loads(codec(Event).write(made)) == {"day": "2025-04-21"}


@pytest.mark.parametrize("value", [{"at": "2025-04-20"}, {"day": "2025-04-20T00:00:00Z"}, {"at": 5}, {"day": 5}])
def test_the_caller_gives_moments_for_moments_and_days_for_days(value: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        codec(Event).accept(value)


def test_the_caller_may_give_a_leap_second_as_text() -> None:
    raw = {"at": "2016-12-31T23:59:60Z"}
    assert json.loads(codec(Event).write(codec(Event).accept(raw))) == raw
