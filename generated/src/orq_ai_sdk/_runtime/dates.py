"""Reading a date-time as the examples of the docs write it."""

from __future__ import annotations

from datetime import datetime


def parse_datetime(text: str) -> datetime:
    """The moment that `text` names (RFC 3339, section 5.6); raises `ValueError` for anything else."""
    return datetime.fromisoformat(text.upper())
