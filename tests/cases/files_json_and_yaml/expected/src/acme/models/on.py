"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import OPEN_ENUM, BaseModel, UnrecognizedStr

On = Annotated[
    Union[Literal["yes", "no", "off", "1", "2024-01-01", "1:30"], UnrecognizedStr],
    OPEN_ENUM,
]


class GetARequest(BaseModel):
    on: Optional[On] = None


class GetAResponseBody(BaseModel):
    """OK"""

    on: Optional[bool] = None
    one: Annotated[Optional[str], Field(alias="1")] = None
    null: Optional[str] = None
    size: Optional[float] = 1.5
