"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Union

from .._runtime.model import Tagged, Unrecognized
from .left import Left
from .right import Right

Other = Annotated[
    Union[Left, Right, Unrecognized],
    Tagged("side", {"l": 0, "left": 0, "r": 1}),
]
