"""Models of the API."""

from __future__ import annotations

from datetime import date, datetime
from typing import List, Optional

from .._runtime.model import UNSET, BaseModel, OptionalNullable


class Thing(BaseModel):
    moment: datetime
    day: date
    time: Optional[str] = None
    """format: time"""
    duration: Optional[str] = None
    """format: duration"""
    nullable: OptionalNullable[datetime] = UNSET
    days: Optional[List[date]] = None
