"""Models of the API."""

from __future__ import annotations

from typing import List, Optional

from .._runtime.model import BaseModel


class SendFormRequestBody(BaseModel):
    a: str
    """A."""
    b: Optional[List[int]] = None
