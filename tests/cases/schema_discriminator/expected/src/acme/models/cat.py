from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Cat(BaseModel):
    kind: str
    meow: Optional[str] = None


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
