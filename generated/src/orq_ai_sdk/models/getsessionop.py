"""What `orq.sessions.get()` takes and returns: `GET /v2/traces/sessions/{session_id}`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, List, Optional

from pydantic import Field

from .._runtime.model import UNSET, BaseModel, OptionalNullable


class GetSessionRequest(BaseModel):
    """Arguments of `orq.sessions.get()`."""

    session_id: str
    """Unique identifier of the session"""


class GetSessionResponseBody(BaseModel):
    """Session"""

    id: Annotated[str, Field(alias="_id")]
    external_id: str
    duration: float
    """Duration of the session in ms"""
    contact_ids: List[str]
    """List of contact ids"""
    billing: GetSessionBilling
    usage: GetSessionUsage
    traces_count: float
    """Total traces of the session"""
    tags: List[str]
    workspace_id: str
    """The workspace id"""
    project_id: OptionalNullable[str] = UNSET
    """The project id"""
    started_at: Optional[datetime] = None
    """The time when the session was created"""
    updated_at: Optional[datetime] = None
    """The time when the session was updated"""


class GetSessionBilling(BaseModel):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class GetSessionUsage(BaseModel):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""


if TYPE_CHECKING:
    from .getsessionop_typed import (
        GetSessionBillingTypedDict as GetSessionBillingTypedDict,
        GetSessionRequestTypedDict as GetSessionRequestTypedDict,
        GetSessionResponseBodyTypedDict as GetSessionResponseBodyTypedDict,
        GetSessionUsageTypedDict as GetSessionUsageTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".getsessionop_typed": (
                "GetSessionBillingTypedDict",
                "GetSessionRequestTypedDict",
                "GetSessionResponseBodyTypedDict",
                "GetSessionUsageTypedDict",
            ),
        },
    )
