from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import BaseModel
from .kind import Kind


class Thing(BaseModel):
    kind: Kind


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
