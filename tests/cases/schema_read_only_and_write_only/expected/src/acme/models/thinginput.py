from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel
from .child import Child


class ThingInput(BaseModel):
    name: str
    secret: str
    child: Optional[Child] = None


class ThingOutput(BaseModel):
    id: str
    name: str
    child: Optional[Child] = None


if TYPE_CHECKING:
    from .thinginput_typed import (
        ThingInputTypedDict as ThingInputTypedDict,
        ThingOutputTypedDict as ThingOutputTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thinginput_typed": ("ThingInputTypedDict", "ThingOutputTypedDict"),
        },
    )
