"""Models of the API."""

from __future__ import annotations

from typing import Union

from .._runtime.model import UNSET, BaseModel, Nullable, OptionalNullable


class Thing(BaseModel):
    nullable: Nullable[str]
    several: Several
    several_or_null: OptionalNullable[SeveralOrNull] = UNSET
    one: bool
    optional: OptionalNullable[int] = UNSET


Several = Union[str, int]


SeveralOrNull = Union[str, int]
