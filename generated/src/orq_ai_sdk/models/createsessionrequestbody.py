"""Models of the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, List, Optional

from pydantic import Field

from .._runtime.model import UNSET, BaseModel, OptionalNullable


class CreateSessionRequestBody(BaseModel):
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
