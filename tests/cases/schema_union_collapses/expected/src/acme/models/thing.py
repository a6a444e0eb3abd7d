"""Models of the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Optional, Union

from .._runtime.model import OR_STRING, BaseModel


class Thing(BaseModel):
    text: str
    moment: Annotated[Union[datetime, str], OR_STRING]
    limits: Optional[int] = None
    single: Optional[str] = None
