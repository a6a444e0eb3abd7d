from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Union

from .._runtime.model import CONST, OPEN_ENUM, BaseModel, UnrecognizedStr

Kind = Annotated[Union[Literal["cat"], UnrecognizedStr], OPEN_ENUM]


class Cat(BaseModel):
    kind: Annotated[Kind, CONST] = "cat"


if TYPE_CHECKING:
    from .cat_typed import CatTypedDict as CatTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".cat_typed": ("CatTypedDict",),
        },
    )
