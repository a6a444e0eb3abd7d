from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel
from .child import Child


class Thing(BaseModel):
    required_too: Optional[RequiredToo] = None
    more: Optional[More] = None
    deprecated: Optional[Child] = None
    """Deprecated. This will be removed in a future release, please migrate away from it as soon as possible."""


class RequiredToo(BaseModel):
    a: str


class More(BaseModel):
    a: Optional[str] = None
    b: Optional[int] = None


if TYPE_CHECKING:
    from .thing_typed import (
        MoreTypedDict as MoreTypedDict,
        RequiredTooTypedDict as RequiredTooTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("MoreTypedDict", "RequiredTooTypedDict", "ThingTypedDict"),
        },
    )
