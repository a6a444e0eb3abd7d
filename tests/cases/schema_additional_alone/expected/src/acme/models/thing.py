from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Dict, Optional

from pydantic import Field

from .._runtime.model import BaseModel
from .child import Child


class Thing(BaseModel):
    any_: Annotated[Optional[Dict[str, Any]], Field(alias="any")] = None
    numbers: Optional[Dict[str, int]] = None
    things: Optional[Dict[str, Child]] = None
    nothing: Optional[Nothing] = None
    neither: Optional[Neither] = None


class Nothing(BaseModel):
    pass


class Neither(BaseModel):
    pass


if TYPE_CHECKING:
    from .thing_typed import (
        NeitherTypedDict as NeitherTypedDict,
        NothingTypedDict as NothingTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("NeitherTypedDict", "NothingTypedDict", "ThingTypedDict"),
        },
    )
