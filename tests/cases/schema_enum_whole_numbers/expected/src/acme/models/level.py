from __future__ import annotations

from typing import Annotated, Literal, Union

from .._runtime.model import OPEN_ENUM, UnrecognizedInt

Level = Annotated[Union[Literal[-1, 0, 17], UnrecognizedInt], OPEN_ENUM]
