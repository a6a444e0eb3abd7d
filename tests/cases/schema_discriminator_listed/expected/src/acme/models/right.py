"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Literal

from .._runtime.model import CONST, BaseModel


class Right(BaseModel):
    side: Annotated[Literal["r"], CONST] = "r"
