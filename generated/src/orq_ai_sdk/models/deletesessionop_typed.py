"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from typing import TypedDict


class DeleteSessionRequestTypedDict(TypedDict):
    """Arguments of `orq.sessions.delete()`."""

    session_id: str
    """Unique identifier of the session"""
