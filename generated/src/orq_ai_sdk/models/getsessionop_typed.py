"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from datetime import datetime
from typing import List, NotRequired, TypedDict

from ..types import Nullable


class GetSessionRequestTypedDict(TypedDict):
    """Arguments of `orq.sessions.get()`."""

    session_id: str
    """Unique identifier of the session"""


class GetSessionResponseBodyTypedDict(TypedDict):
    """Session"""

    id: str
    external_id: str
    duration: float
    """Duration of the session in ms"""
    contact_ids: List[str]
    """List of contact ids"""
    billing: GetSessionBillingTypedDict
    usage: GetSessionUsageTypedDict
    traces_count: float
    """Total traces of the session"""
    tags: List[str]
    workspace_id: str
    """The workspace id"""
    project_id: NotRequired[Nullable[str]]
    """The project id"""
    started_at: NotRequired[datetime]
    """The time when the session was created"""
    updated_at: NotRequired[datetime]
    """The time when the session was updated"""


class GetSessionBillingTypedDict(TypedDict):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class GetSessionUsageTypedDict(TypedDict):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""
