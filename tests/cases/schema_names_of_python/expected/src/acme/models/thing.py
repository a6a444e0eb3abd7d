from __future__ import annotations

from datetime import datetime as _datetime
from typing import TYPE_CHECKING, Annotated, List, Optional

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


if TYPE_CHECKING:
    from .thing_typed import ThingTypedDict as ThingTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("ThingTypedDict",),
        },
    )
