"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from .._runtime.model import OPEN_ENUM, BaseModel, UnrecognizedStr

Side = Annotated[Union[Literal["l", "left"], UnrecognizedStr], OPEN_ENUM]


class Left(BaseModel):
    side: Side
