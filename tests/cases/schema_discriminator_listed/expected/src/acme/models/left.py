from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Union

from .._runtime.model import OPEN_ENUM, BaseModel, UnrecognizedStr

Side = Annotated[Union[Literal["l", "left"], UnrecognizedStr], OPEN_ENUM]


class Left(BaseModel):
    side: Side


if TYPE_CHECKING:
    from .left_typed import LeftTypedDict as LeftTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".left_typed": ("LeftTypedDict",),
        },
    )
