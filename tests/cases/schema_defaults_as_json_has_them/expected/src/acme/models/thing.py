from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, Optional, Union

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
