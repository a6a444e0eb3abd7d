from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import UNSET, BaseModel, OptionalNullable
from .pet import Pet


class Thing(BaseModel):
    a: OptionalNullable[str] = UNSET
    b: Optional[int] = None
    """exclusiveMinimum: 0"""
    c: Optional[str] = None
    d: Optional[Pet] = None


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
