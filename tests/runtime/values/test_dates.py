"""Reading a date-time as the examples of the docs write it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sdkwright.runtime.dates import parse_datetime


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
