from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import BaseModel


class Cat(BaseModel):
    meow: str


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
