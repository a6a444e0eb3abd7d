"""Models of the API."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Optional, Union

from .._runtime.model import OPEN_ENUM, BaseModel, UnrecognizedStr

Kind = Annotated[Union[Literal["cat"], UnrecognizedStr], OPEN_ENUM]


class Thing(BaseModel):
    whole: Optional[int] = None
    kind: Optional[Kind] = None
    day: Optional[date] = None
    null_text: Optional[str] = None
