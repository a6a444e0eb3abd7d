"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Any, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel
from .json_ import JSON


class Thing(BaseModel):
    json_: Annotated[Optional[JSON], Field(alias="json")] = None
    nothing: Optional[List[Any]] = None
