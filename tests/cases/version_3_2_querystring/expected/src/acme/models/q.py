"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class Q(BaseModel):
    a: str
    b: Optional[int] = None


class GetARequest(BaseModel):
    q: Q
