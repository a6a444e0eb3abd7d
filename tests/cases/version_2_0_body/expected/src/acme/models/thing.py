"""Models of the API."""

from __future__ import annotations

from .._runtime.model import BaseModel


class Thing(BaseModel):
    a: str
