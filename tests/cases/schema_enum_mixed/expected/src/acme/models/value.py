from __future__ import annotations

from typing import Literal, Union

Value = Union[Literal["auto", 1, True], float]
