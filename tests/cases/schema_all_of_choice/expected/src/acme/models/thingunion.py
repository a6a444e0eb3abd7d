"""Models of the API."""

from __future__ import annotations

from typing import Union

from .._runtime.model import BaseModel


class Thing1(BaseModel):
    id: str
    meow: str


class Thing2(BaseModel):
    id: str
    woof: str


ThingUnion = Union[Thing1, Thing2]
