"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class Thing(BaseModel):
    at: Optional[At] = None


class At(BaseModel):
    y: Optional[int] = None
