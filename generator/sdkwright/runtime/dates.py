"""Date-times as text: RFC 3339, and what servers write beside it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

__all__ = ["date_text", "date_time_text", "odd_date", "odd_date_time", "parameter_text", "parse_datetime"]


def parse_datetime(text: str) -> datetime:
    """The moment that `text` names (RFC 3339, section 5.6); raises `ValueError` for anything else."""
    return datetime.fromisoformat(text.upper())


def date_time_text(value: datetime) -> str:
    """The wire form of a date-time in a body (RFC 3339): the offset that it has, the fraction as short as can be."""
    if isinstance(value, _OddDateTime) and hasattr(value, "text"):
        return value.text
    text = _iso(value)
    if not value.microsecond:
        return text
    end = -1 if text.endswith("Z") else len(text) if value.utcoffset() is None else -6
    return text[:end].rstrip("0") + text[end:]


def parameter_text(value: datetime) -> str:
    """The form of a date-time in a URL or a header: the same, but for the fraction, which is as Python writes it."""
    return value.text if isinstance(value, _OddDateTime) and hasattr(value, "text") else _iso(value)


def _iso(value: datetime) -> str:
    offset = value.utcoffset()
    if offset is not None and offset.seconds % 60:  # the wire has no seconds there
        try:
            value = value.astimezone(UTC)
        except OverflowError:  # the first and the last day of the calendar
            value = value.replace(tzinfo=timezone(timedelta(minutes=offset // timedelta(minutes=1))))
    text = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def date_text(value: date) -> str:
    """The wire form of a date (RFC 3339, `full-date`), or what the server wrote for it."""
    return value.text if isinstance(value, _OddDate) and hasattr(value, "text") else value.isoformat()


# ------------------------------------------------------------------------------------------------------ other text

_LEAP: Final = re.compile(r"(?<=[T ]\d\d:\d\d:)60")
_END_OF_DAY: Final = re.compile(r"(?<=[T ])24(?=:00(:00(\.0+)?)?($|[Z+-]))")


class _OddDateTime(datetime):
    """A moment that the server wrote as Python does not.  It goes back as it came; what is made of it is like any."""

    __slots__ = ("text",)
    text: str
    """Not there in what was calculated from one that had some."""

    def __repr__(self) -> str:
        return repr(_plain(self))

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return _odd_date_time, (_plain(self), getattr(self, "text", None))


class _OddDate(date):
    """A day that the server wrote as Python does not; as with date-times."""

    __slots__ = ("text",)
    text: str
    """Not there in what was calculated from one that had some."""

    def __repr__(self) -> str:
        return repr(date(self.year, self.month, self.day))

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return _odd_date, (self.year, self.month, self.day, getattr(self, "text", None))


def _plain(value: datetime) -> datetime:
    return datetime.combine(value.date(), value.timetz())


def _odd_date_time(value: datetime, text: str | None) -> datetime:
    made = _OddDateTime.combine(value.date(), value.timetz())
    if text is not None:
        made.text = text
    return made


def _odd_date(year: int, month: int, day: int, text: str | None) -> date:
    made = _OddDate(year, month, day)
    if text is not None:
        made.text = text
    return made


def odd_date_time(text: str) -> datetime:
    """The moment of a text that no `datetime` has: a leap second is the one before it, 24:00 begins the next day.

    Other forms of ISO 8601 are read, too.  What is made keeps the text.  Raises `ValueError` for anything else.
    """
    usual = text.upper()
    later = timedelta(0)
    if _END_OF_DAY.search(usual):
        usual, later = _END_OF_DAY.sub("00", usual), timedelta(days=1)
    try:
        moment = datetime.fromisoformat(_LEAP.sub("59", usual)) + later
    except OverflowError as error:  # the end of the last day of the calendar
        raise ValueError(str(error)) from error
    return _odd_date_time(moment, text)


def odd_date(text: str) -> date:
    """The day of a text that is more, or less, than `YYYY-MM-DD`.  It keeps the text.  Raises `ValueError`."""
    day = odd_date_time(text).date()
    return _odd_date(day.year, day.month, day.day, text)
