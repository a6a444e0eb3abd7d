"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Child(BaseModel):
    deep: Optional[Deep] = None
    a_b_c_d: Annotated[Optional[ABCD], Field(alias="a/b~c d")] = None


class Deep(BaseModel):
    x: Optional[str] = None


class ABCD(BaseModel):
    y: Optional[str] = None
