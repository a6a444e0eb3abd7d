from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional, Union

from .._runtime.model import CONST, OPEN_ENUM, BaseModel, UnrecognizedStr

Kind = Annotated[Union[Literal["thing"], UnrecognizedStr], OPEN_ENUM]

Other = Annotated[Union[Literal["only"], UnrecognizedStr], OPEN_ENUM]


class Thing(BaseModel):
    kind: Annotated[Kind, CONST] = "thing"
    other: Optional[Other] = None


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
