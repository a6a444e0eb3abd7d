"""Models of the API."""

from __future__ import annotations

from typing import Optional

from .._runtime.model import BaseModel


class HonoAPIErrorData(BaseModel):
    code: Optional[str] = None
    """HTTP status code"""
    message: str
    """Error message"""
