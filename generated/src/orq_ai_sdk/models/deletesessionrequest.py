"""Models of the API."""

from __future__ import annotations

from .._runtime.model import BaseModel


class DeleteSessionRequest(BaseModel):
    session_id: str
    """Unique identifier of the session"""
