"""Models of the API."""

from __future__ import annotations

from datetime import datetime as _datetime
from typing import Annotated, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel
from .literal import Literal
from .optional import Optional as _Optional


class Thing(BaseModel):
    list_: Annotated[List[str], Field(alias="List")]
    str_: Annotated[str, Field(alias="str")]
    model_config_: Annotated[str, Field(alias="model_config")]
    copy_: Annotated[str, Field(alias="copy")]
    datetime: Optional[_datetime] = None
    optional: Optional[_Optional] = None
    literal: Optional[Literal] = None
    init: Annotated[Optional[str], Field(alias="__init__")] = None
