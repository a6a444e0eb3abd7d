"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class Thing(BaseModel):
    encoded: bytes
    byte: Optional[str] = None
    """format: byte"""
    binary: Optional[bytes] = None
    uuid: Optional[str] = None
    """format: uuid"""
    unknown: Optional[str] = None
    """format: made-up"""
