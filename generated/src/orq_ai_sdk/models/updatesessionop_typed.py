"""TypedDict twins of models: plain dictionaries that callers may pass instead."""

from __future__ import annotations

from datetime import datetime
from typing import List, NotRequired, TypedDict

from ..types import Nullable


class UpdateSessionRequestBodyTypedDict(TypedDict):
    """Body of `orq.sessions.update()`."""

    id: NotRequired[str]
    external_id: NotRequired[str]
    duration: NotRequired[float]
    """Duration of the session in ms"""
    contact_ids: NotRequired[List[str]]
    """List of contact ids"""
    billing: NotRequired[UpdateSessionBillingTypedDict]
    usage: NotRequired[UpdateSessionUsageTypedDict]
    traces_count: NotRequired[float]
    """Total traces of the session"""
    tags: NotRequired[List[str]]
    workspace_id: NotRequired[str]
    """The workspace id"""
    project_id: NotRequired[Nullable[str]]
    """The project id"""
    started_at: NotRequired[datetime]
    """The time when the session was created"""
    updated_at: NotRequired[datetime]
    """The time when the session was updated"""


class UpdateSessionBillingTypedDict(TypedDict):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class UpdateSessionUsageTypedDict(TypedDict):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""


class UpdateSessionRequestTypedDict(TypedDict):
    """Arguments of `orq.sessions.update()`."""

    session_id: str
    """Unique identifier of the session"""
    request_body: NotRequired[UpdateSessionRequestBodyTypedDict]


class UpdateSessionResponseBodyTypedDict(TypedDict):
    """Session"""

    id: str
    external_id: str
    duration: float
    """Duration of the session in ms"""
    contact_ids: List[str]
    """List of contact ids"""
    billing: UpdateSessionSessionsBillingTypedDict
    usage: UpdateSessionSessionsUsageTypedDict
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


class UpdateSessionSessionsBillingTypedDict(TypedDict):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class UpdateSessionSessionsUsageTypedDict(TypedDict):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""
