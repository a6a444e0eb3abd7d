from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Optional, Union

from pydantic import Field

from .._runtime.model import BaseModel


class Thing(BaseModel):
    any_: Annotated[Any, Field(alias="any")]
    numbers: Optional[Numbers] = None


Any = Union[str, int, bool, List[str], Dict[str, int]]


Numbers = Union[int, float]


if TYPE_CHECKING:
    from .thing_typed import (
        AnyTypedDict as AnyTypedDict,
        NumbersTypedDict as NumbersTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("AnyTypedDict", "NumbersTypedDict", "ThingTypedDict"),
        },
    )
