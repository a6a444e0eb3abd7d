"""An object, and an enum as a class."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Optional

from sdkwright.runtime.model import BIGINT_STRING, DECIMAL_NUMBER, BaseModel, OpenStrEnum


class Currency(OpenStrEnum):
    """The currency of an amount."""

    EUR = "eur"
    USD = "usd"


class Billing(BaseModel):
    """What it costs."""

    total: Annotated[Decimal, DECIMAL_NUMBER]
    currency: Currency
    exact: Optional[Decimal] = None
    reference: Annotated[Optional[int], BIGINT_STRING] = None
