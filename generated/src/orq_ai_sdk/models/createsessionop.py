"""What `orq.sessions.create()` takes and returns: `POST /v2/traces/sessions`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, List, Optional

from pydantic import Field

from .._runtime.model import UNSET, BaseModel, OptionalNullable


class CreateSessionRequestBody(BaseModel):
    """Body of `orq.sessions.create()`."""

    external_id: str
    duration: float
    """Duration of the session in ms"""
    contact_ids: List[str]
    """List of contact ids"""
    billing: Billing
    usage: Usage
    traces_count: float
    """Total traces of the session"""
    tags: List[str]
    project_id: OptionalNullable[str] = UNSET
    """The project id"""
    started_at: Optional[datetime] = None
    """The time when the session was created"""
    updated_at: Optional[datetime] = None
    """The time when the session was updated"""


class Billing(BaseModel):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class Usage(BaseModel):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""


class CreateSessionResponseBody(BaseModel):
    """Session created"""

    id: Annotated[str, Field(alias="_id")]
    external_id: str
    duration: float
    """Duration of the session in ms"""
    contact_ids: List[str]
    """List of contact ids"""
    billing: CreateSessionBilling
    usage: CreateSessionUsage
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


class CreateSessionBilling(BaseModel):
    input_cost: float
    """Total cost of the session"""
    output_cost: float
    """Total cost of the session"""
    total_cost: float
    """Total cost of the session"""


class CreateSessionUsage(BaseModel):
    prompt_tokens: float
    """Total tokens of the session"""
    completion_tokens: float
    """Total tokens of the session"""
    total_tokens: float
    """Total tokens of the session"""


if TYPE_CHECKING:
    from .createsessionop_typed import (
        BillingTypedDict as BillingTypedDict,
        CreateSessionBillingTypedDict as CreateSessionBillingTypedDict,
        CreateSessionRequestBodyTypedDict as CreateSessionRequestBodyTypedDict,
        CreateSessionResponseBodyTypedDict as CreateSessionResponseBodyTypedDict,
        CreateSessionUsageTypedDict as CreateSessionUsageTypedDict,
        UsageTypedDict as UsageTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".createsessionop_typed": (
                "BillingTypedDict",
                "CreateSessionBillingTypedDict",
                "CreateSessionRequestBodyTypedDict",
                "CreateSessionResponseBodyTypedDict",
                "CreateSessionUsageTypedDict",
                "UsageTypedDict",
            ),
        },
    )
