from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, Optional, Union

from .._runtime.model import OPEN_ENUM, BaseModel, UnrecognizedStr

Kind = Annotated[Union[Literal["cat"], UnrecognizedStr], OPEN_ENUM]


class Thing(BaseModel):
    whole: Optional[int] = None
    kind: Optional[Kind] = None
    day: Optional[date] = None
    null_text: Optional[str] = None


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
