"""Models of the API."""

from __future__ import annotations

from typing import Union

from .._runtime.model import BaseModel


class Thing(BaseModel):
    pet: PetUnion


class Pet(BaseModel):
    meow: str


class ADog(BaseModel):
    woof: str


PetUnion = Union[Pet, ADog]
