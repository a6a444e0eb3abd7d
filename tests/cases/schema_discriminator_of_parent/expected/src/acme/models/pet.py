from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Union

from .._runtime.model import Tagged, Unrecognized
from .cat import Cat
from .dog import Dog

Pet = Annotated[Union[Cat, Dog, Unrecognized], Tagged("kind", {"cat": 0, "dog": 1})]

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
