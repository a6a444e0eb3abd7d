"""Models of the API."""

from __future__ import annotations

from typing import Annotated, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Thing(BaseModel):
    list_: Annotated[Optional[List[str]], Field(alias="list")] = None
    none: Optional[str] = None
    truth: Optional[bool] = None
