from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, List, Optional

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


if TYPE_CHECKING:
    from .thing_typed import ThingTypedDict as ThingTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("ThingTypedDict",),
        },
    )
