from __future__ import annotations

from typing import TYPE_CHECKING, Union

from .._runtime.model import BaseModel


class Thing(BaseModel):
    pet: PetUnion


class Pet(BaseModel):
    meow: str


class ADog(BaseModel):
    woof: str


PetUnion = Union[Pet, ADog]


if TYPE_CHECKING:
    from .thing_typed import (
        ADogTypedDict as ADogTypedDict,
        PetTypedDict as PetTypedDict,
        PetUnionTypedDict as PetUnionTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": (
                "ADogTypedDict",
                "PetTypedDict",
                "PetUnionTypedDict",
                "ThingTypedDict",
            ),
        },
    )
