"""Models of the API."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import (
    BIGINT_STRING,
    OPEN_ENUM,
    BaseModel,
    UnrecognizedInt,
    wire_default,
)

Level = Annotated[Union[Literal[1, 2], UnrecognizedInt], OPEN_ENUM]


class Thing(BaseModel):
    level: Optional[Level] = 2
    price: Optional[Decimal] = None
    total: Optional[Annotated[int, BIGINT_STRING]] = None
    seal: Optional[bytes] = Field(
        default_factory=wire_default(lambda: bytes, '"c2VhbA=="'),
    )
