from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel
from .child import ABCD, Child, Deep
from .local import Local


class Thing(BaseModel):
    by_anchor: Optional[Child] = None
    by_pointer: Optional[Deep] = None
    by_definition: Optional[Local] = None
    escaped: Optional[ABCD] = None


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
