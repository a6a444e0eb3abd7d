from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Dog(BaseModel):
    kind: str
    woof: Optional[str] = None


if TYPE_CHECKING:
    from .dog_typed import DogTypedDict as DogTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".dog_typed": ("DogTypedDict",),
        },
    )
