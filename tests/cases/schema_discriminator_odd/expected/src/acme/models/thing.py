from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel
from .a import A
from .b import B
from .dog import Dog


class Thing(BaseModel):
    a: Optional[A] = None
    b: Optional[B] = None
    c: Optional[Dog] = None


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
