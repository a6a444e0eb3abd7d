"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Any, Dict, Optional

from pydantic import Field

from .._runtime.model import BaseModel
from .child import Child


class Thing(BaseModel):
    any_: Annotated[Optional[Dict[str, Any]], Field(alias="any")] = None
    numbers: Optional[Dict[str, int]] = None
    things: Optional[Dict[str, Child]] = None
    nothing: Optional[Nothing] = None
    neither: Optional[Neither] = None


class Nothing(BaseModel):
    pass


class Neither(BaseModel):
    pass
