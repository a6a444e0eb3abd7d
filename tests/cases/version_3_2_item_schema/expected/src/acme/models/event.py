from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import BaseModel
from .thing import Thing


class Event(BaseModel):
    data: Thing


if TYPE_CHECKING:
    from .event_typed import EventTypedDict as EventTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".event_typed": ("EventTypedDict",),
        },
    )
