"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from .._runtime.model import CONST, OPEN_ENUM, BaseModel, UnrecognizedStr

Kind = Annotated[Union[Literal["cat"], UnrecognizedStr], OPEN_ENUM]


class Cat(BaseModel):
    kind: Annotated[Kind, CONST] = "cat"
