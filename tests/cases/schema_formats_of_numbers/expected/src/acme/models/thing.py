"""Models of the API."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Optional

from pydantic import Field

from .._runtime.model import BIGINT_STRING, DECIMAL_NUMBER, BaseModel


class Thing(BaseModel):
    decimal: Annotated[Decimal, DECIMAL_NUMBER]
    decimal_text: Optional[Decimal] = None
    big: int
    big_text: Optional[Annotated[int, BIGINT_STRING]] = None
    int32: Optional[int] = None
    int64: Optional[int] = None
    float_: Annotated[Optional[float], Field(alias="float")] = None
    double: Optional[float] = None
