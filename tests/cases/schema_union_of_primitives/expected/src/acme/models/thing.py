"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Dict, List, Optional, Union

from pydantic import Field

from .._runtime.model import BaseModel


class Thing(BaseModel):
    any_: Annotated[Any, Field(alias="any")]
    numbers: Optional[Numbers] = None


Any = Union[str, int, bool, List[str], Dict[str, int]]


Numbers = Union[int, float]
