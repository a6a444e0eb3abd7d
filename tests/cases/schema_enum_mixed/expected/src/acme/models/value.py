"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from .._runtime.model import OPEN_ENUM, UnrecognizedInt, UnrecognizedStr

Value = Annotated[
    Union[Literal["auto", 1, True, 2.5], UnrecognizedStr, UnrecognizedInt],
    OPEN_ENUM,
]
