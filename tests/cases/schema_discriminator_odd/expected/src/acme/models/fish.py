from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import BaseModel


class Fish(BaseModel):
    scales: int


if TYPE_CHECKING:
    from .fish_typed import FishTypedDict as FishTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".fish_typed": ("FishTypedDict",),
        },
    )
