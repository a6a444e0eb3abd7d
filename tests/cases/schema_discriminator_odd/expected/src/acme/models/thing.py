"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel
from .a import A
from .b import B
from .dog import Dog


class Thing(BaseModel):
    a: Optional[A] = None
    b: Optional[B] = None
    c: Optional[Dog] = None
