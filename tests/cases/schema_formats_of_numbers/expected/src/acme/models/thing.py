from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Optional

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


if TYPE_CHECKING:
    from .thing_typed import ThingTypedDict as ThingTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("ThingTypedDict",),
        },
    )
