from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from .._runtime.model import CONST, BaseModel


class Right(BaseModel):
    side: Annotated[Literal["r"], CONST] = "r"


if TYPE_CHECKING:
    from .right_typed import RightTypedDict as RightTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".right_typed": ("RightTypedDict",),
        },
    )
