"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Literal

from .._runtime.model import CONST, BaseModel


class Dog(BaseModel):
    kind: Annotated[Literal["dog"], CONST] = "dog"
