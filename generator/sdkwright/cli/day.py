"""The day that seconds since 1970 stand for, as `SOURCE_DATE_EPOCH` has them."""

from __future__ import annotations

from datetime import UTC, date, datetime


def day_of(seconds: str) -> date | None:
    """The day in UTC; None for a text that is no such number, or one beyond all calendars."""
    if not (seconds.isascii() and seconds.isdecimal()):
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (OverflowError, ValueError, OSError):  # What is too much depends on the system.
        return None
