"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Optional

from pydantic import Field

from .._runtime.model import BaseModel
from .any_ import Any
from .closed import Closed
from .typed import Typed


class Thing(BaseModel):
    typed: Optional[Typed] = None
    any_: Annotated[Optional[Any], Field(alias="any")] = None
    closed: Optional[Closed] = None
