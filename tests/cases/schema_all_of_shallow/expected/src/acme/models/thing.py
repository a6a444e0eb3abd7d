from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Thing(BaseModel):
    at: Optional[At] = None


class At(BaseModel):
    y: Optional[int] = None


if TYPE_CHECKING:
    from .thing_typed import (
        AtTypedDict as AtTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("AtTypedDict", "ThingTypedDict"),
        },
    )
