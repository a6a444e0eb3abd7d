"""Models of the API."""

from __future__ import annotations

from .._runtime.model import BaseModel
from .thing import Thing


class Event(BaseModel):
    data: Thing
