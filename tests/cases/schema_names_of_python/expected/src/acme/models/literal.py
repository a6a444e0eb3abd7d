from __future__ import annotations

from typing import Annotated, Union
from typing import Literal as _Literal

from .._runtime.model import OPEN_ENUM, UnrecognizedStr

Literal = Annotated[Union[_Literal["a"], UnrecognizedStr], OPEN_ENUM]
