from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional, Union

from .._runtime.model import OPEN_ENUM, BaseModel, UnrecognizedInt

Kind = Annotated[Union[Literal[9223372036854775808], UnrecognizedInt], OPEN_ENUM]


class Thing(BaseModel):
    big: Optional[int] = 123456789012345678901234567890
    """maximum: 999999999999999999999999999999999"""
    tiny: Optional[float] = 1e-07
    """minimum: 0.0"""
    kind: Optional[Kind] = None


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
