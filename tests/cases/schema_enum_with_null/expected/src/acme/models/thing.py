"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from .._runtime.model import (
    OPEN_ENUM,
    UNSET,
    BaseModel,
    Nullable,
    OptionalNullable,
    UnrecognizedStr,
)

Kind = Annotated[Union[Literal["cat"], UnrecognizedStr], OPEN_ENUM]

Other = Annotated[Union[Literal["a"], UnrecognizedStr], OPEN_ENUM]


class Thing(BaseModel):
    kind: Nullable[Kind]
    other: OptionalNullable[Other] = UNSET
