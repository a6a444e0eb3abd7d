"""Models of the API."""

from __future__ import annotations

from .._runtime.model import BaseModel
from .other import Other


class Thing(BaseModel):
    other: Other
