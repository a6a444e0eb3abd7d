"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Literal, Optional

from .._runtime.model import CONST, BaseModel


class Thing(BaseModel):
    kind: Annotated[Literal["thing"], CONST] = "thing"
    version: Annotated[Literal[2], CONST] = 2
    flag: Optional[Literal[True]] = None
    note: Optional[Literal["two\nlines"]] = None
    rate: Optional[float] = None
