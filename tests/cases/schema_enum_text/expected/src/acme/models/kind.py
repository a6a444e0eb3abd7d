from __future__ import annotations

from typing import Annotated, Literal, Union

from .._runtime.model import OPEN_ENUM, UnrecognizedStr

Kind = Annotated[
    Union[Literal["cat", "dog", 'a "quoted" one'], UnrecognizedStr],
    OPEN_ENUM,
]
"""What it is."""
