"""Models of the API."""

from __future__ import annotations

from .._runtime.model import BaseModel


class Cat(BaseModel):
    kind: str
