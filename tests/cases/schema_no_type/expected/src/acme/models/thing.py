"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Any, Dict, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Thing(BaseModel):
    list_: Annotated[Optional[List[str]], Field(alias="list")] = None
    map_: Annotated[Optional[Dict[str, str]], Field(alias="map")] = None
    text: Optional[Any] = None
    """minLength: 1"""
    number: Optional[Any] = None
    """minimum: 1"""
