"""Models of the API."""

from __future__ import annotations

from typing import Union

from .._runtime.model import UNSET, BaseModel, Nullable, OptionalNullable


class Thing(BaseModel):
    either: Nullable[Either]
    inside: OptionalNullable[Inside] = UNSET


Either = Union[str, int]


Inside = Union[str, int]
