"""Models of the API."""

from __future__ import annotations

from .._runtime.model import BaseModel
from .value import Value


class Thing(BaseModel):
    value: Value
