from __future__ import annotations

from typing import TYPE_CHECKING, Union

from .cat import Cat
from .dog import Dog

Pet = Union[Cat, Dog]

if TYPE_CHECKING:
    from .pet_typed import PetTypedDict as PetTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".pet_typed": ("PetTypedDict",),
        },
    )
