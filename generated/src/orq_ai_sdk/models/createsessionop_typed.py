"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from datetime import datetime
from typing import List, NotRequired, TypedDict

from ..types import Nullable


class CreateSessionRequestBodyTypedDict(TypedDict):
    """Body of `orq.sessions.create()`."""

    external_id: str
    duration: float
    """Duration of the session in ms"""
    contact_ids: List[str]
    """List of contact ids"""
    billing: BillingTypedDict
    usage: UsageTypedDict
    traces_count: float
    """Total traces of the session"""
    tags: List[str]
    project_id: NotRequired[Nullable[str]]
    """The project id"""
    started_at: NotRequired[datetime]
    """The time when the session was created"""
    updated_at: NotRequired[datetime]
    """The time when the session was updated"""


class BillingTypedDict(TypedDict):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class UsageTypedDict(TypedDict):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""


class CreateSessionResponseBodyTypedDict(TypedDict):
    """Session created"""

    id: str
    external_id: str
    duration: float
    """Duration of the session in ms"""
    contact_ids: List[str]
    """List of contact ids"""
    billing: CreateSessionBillingTypedDict
    usage: CreateSessionUsageTypedDict
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


class CreateSessionBillingTypedDict(TypedDict):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class CreateSessionUsageTypedDict(TypedDict):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""
