"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Literal, Optional, Union

from .._runtime.model import CONST, OPEN_ENUM, BaseModel, UnrecognizedStr

Kind = Annotated[Union[Literal["thing"], UnrecognizedStr], OPEN_ENUM]

Other = Annotated[Union[Literal["only"], UnrecognizedStr], OPEN_ENUM]


class Thing(BaseModel):
    kind: Annotated[Kind, CONST] = "thing"
    other: Optional[Other] = None
