"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Any
from typing import Optional as _Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Optional(BaseModel):
    any_: Annotated[_Optional[Any], Field(alias="Any")] = None
    bool_: Annotated[_Optional[bool], Field(alias="bool")] = None
    int_: Annotated[_Optional[int], Field(alias="int")] = None
