from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import UNSET, BaseModel, OptionalNullable
from .child import Child


class Thing(BaseModel):
    wrapped: Optional[Child] = None
    """Its own text."""
    bare: Optional[Child] = None
    """The child."""
    nullable: OptionalNullable[Child] = UNSET


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
