from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional, Union

from .._runtime.model import BaseModel


class Thing(BaseModel):
    pair: List[Pair]
    """minItems: 2"""
    same: Optional[List[str]] = None


Pair = Union[str, int]


if TYPE_CHECKING:
    from .thing_typed import (
        PairTypedDict as PairTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("PairTypedDict", "ThingTypedDict"),
        },
    )
