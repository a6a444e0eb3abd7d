"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Any, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Thing(BaseModel):
    yes: Any
    empty: Any
    told: Optional[Any] = None
    """Anything."""
    list_: Annotated[Optional[List[Any]], Field(alias="list")] = None
    no: Optional[Any] = None
