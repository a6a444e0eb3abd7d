from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Closed(BaseModel):
    a: Optional[str] = None


if TYPE_CHECKING:
    from .closed_typed import ClosedTypedDict as ClosedTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".closed_typed": ("ClosedTypedDict",),
        },
    )
