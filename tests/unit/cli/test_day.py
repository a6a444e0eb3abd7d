"""The day that a text of seconds stands for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.cli.day import day_of


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2999, 12, 31)), st.times())
def test_every_second_of_a_day_is_of_that_day(day: date, moment: time) -> None:
    seconds = int(datetime.combine(day, moment, UTC).timestamp())
    assert day_of(str(seconds)) == day


@pytest.mark.parametrize("text", ["", "-1", "1.5", "soon", "\u0663", "9" * 12, "9" * 30, "9" * 5000])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_of(text) is None
