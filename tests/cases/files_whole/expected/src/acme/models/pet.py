from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Pet(BaseModel):
    name: Optional[str] = None
    owner: Optional[Person] = None


class Person(BaseModel):
    name: Optional[str] = None
    pet: Optional[Pet] = None


if TYPE_CHECKING:
    from .pet_typed import (
        PersonTypedDict as PersonTypedDict,
        PetTypedDict as PetTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".pet_typed": ("PersonTypedDict", "PetTypedDict"),
        },
    )
