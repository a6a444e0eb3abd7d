"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class TimeoutError(BaseModel):
    text: Optional[str] = None


class Warning(BaseModel):
    code: Optional[int] = None
    timeout_error: Annotated[Optional[TimeoutError], Field(alias="timeoutError")] = None


class Thing(BaseModel):
    warning: Optional[Warning] = None
    other: Optional[Other] = None


class Other(BaseModel):
    text: Optional[str] = None
