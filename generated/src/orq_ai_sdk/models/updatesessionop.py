"""What `orq.sessions.update()` takes and returns: `PATCH /v2/traces/sessions/{session_id}`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, List, Optional

from pydantic import Field

from .._runtime.model import UNSET, BaseModel, OptionalNullable


class UpdateSessionRequestBody(BaseModel):
    """Body of `orq.sessions.update()`."""

    id: Annotated[Optional[str], Field(alias="_id")] = None
    external_id: Optional[str] = None
    duration: Optional[float] = None
    """Duration of the session in ms"""
    contact_ids: Optional[List[str]] = None
    """List of contact ids"""
    billing: Optional[UpdateSessionBilling] = None
    usage: Optional[UpdateSessionUsage] = None
    traces_count: Optional[float] = None
    """Total traces of the session"""
    tags: Optional[List[str]] = None
    workspace_id: Optional[str] = None
    """The workspace id"""
    project_id: OptionalNullable[str] = UNSET
    """The project id"""
    started_at: Optional[datetime] = None
    """The time when the session was created"""
    updated_at: Optional[datetime] = None
    """The time when the session was updated"""


class UpdateSessionBilling(BaseModel):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class UpdateSessionUsage(BaseModel):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""


class UpdateSessionRequest(BaseModel):
    """Arguments of `orq.sessions.update()`."""

    session_id: str
    """Unique identifier of the session"""
    request_body: Annotated[
        Optional[UpdateSessionRequestBody],
        Field(alias="RequestBody"),
    ] = None


class UpdateSessionResponseBody(BaseModel):
    """Session"""

    id: Annotated[str, Field(alias="_id")]
    external_id: str
    duration: float
    """Duration of the session in ms"""
    contact_ids: List[str]
    """List of contact ids"""
    billing: UpdateSessionSessionsBilling
    usage: UpdateSessionSessionsUsage
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


class UpdateSessionSessionsBilling(BaseModel):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class UpdateSessionSessionsUsage(BaseModel):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""


if TYPE_CHECKING:
    from .updatesessionop_typed import (
        UpdateSessionBillingTypedDict as UpdateSessionBillingTypedDict,
        UpdateSessionRequestBodyTypedDict as UpdateSessionRequestBodyTypedDict,
        UpdateSessionRequestTypedDict as UpdateSessionRequestTypedDict,
        UpdateSessionResponseBodyTypedDict as UpdateSessionResponseBodyTypedDict,
        UpdateSessionSessionsBillingTypedDict as UpdateSessionSessionsBillingTypedDict,
        UpdateSessionSessionsUsageTypedDict as UpdateSessionSessionsUsageTypedDict,
        UpdateSessionUsageTypedDict as UpdateSessionUsageTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".updatesessionop_typed": (
                "UpdateSessionBillingTypedDict",
                "UpdateSessionRequestBodyTypedDict",
                "UpdateSessionRequestTypedDict",
                "UpdateSessionResponseBodyTypedDict",
                "UpdateSessionSessionsBillingTypedDict",
                "UpdateSessionSessionsUsageTypedDict",
                "UpdateSessionUsageTypedDict",
            ),
        },
    )
