from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Thing(BaseModel):
    old: Optional[str] = None
    """The old one.

    Deprecated. This will be removed in a future release, please migrate away from it as soon as possible.
    """
    told: Optional[str] = None
    """Deprecated. This will be removed in a future release, please migrate away from it as soon as possible. Use `new`."""
    new: Optional[str] = None


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
