"""Models of the API."""

from __future__ import annotations

from typing import List, Optional, Union

from .._runtime.model import BaseModel


class Thing(BaseModel):
    pair: List[Pair]
    """minItems: 2"""
    same: Optional[List[str]] = None


Pair = Union[str, int]
