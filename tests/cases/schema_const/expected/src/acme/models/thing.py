from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional

from .._runtime.model import CONST, BaseModel


class Thing(BaseModel):
    kind: Annotated[Literal["thing"], CONST] = "thing"
    version: Annotated[Literal[2], CONST] = 2
    flag: Optional[Literal[True]] = None
    note: Optional[Literal["two\nlines"]] = None
    rate: Optional[float] = None


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
