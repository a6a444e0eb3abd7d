from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from .._runtime.model import CONST, BaseModel


class Dog(BaseModel):
    kind: Annotated[Literal["dog"], CONST] = "dog"


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
