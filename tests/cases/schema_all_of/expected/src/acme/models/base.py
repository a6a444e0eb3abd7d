from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Base(BaseModel):
    id: Optional[str] = None
    note: Optional[str] = None


if TYPE_CHECKING:
    from .base_typed import BaseTypedDict as BaseTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".base_typed": ("BaseTypedDict",),
        },
    )
