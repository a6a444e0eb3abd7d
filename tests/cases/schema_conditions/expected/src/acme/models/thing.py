"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Any, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Thing(BaseModel):
    no: Optional[str] = None
    only_not: Optional[Any] = None
    list_: Annotated[Optional[List[str]], Field(alias="list")] = None
