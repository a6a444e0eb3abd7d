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
from .child import Child

C = Annotated[Union[Literal["x"], UnrecognizedStr], OPEN_ENUM]


class Thing(BaseModel):
    a: Nullable[str]
    b: OptionalNullable[Child] = UNSET
    c: OptionalNullable[C] = UNSET
