from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Local(BaseModel):
    l: Optional[str] = None


if TYPE_CHECKING:
    from .local_typed import LocalTypedDict as LocalTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".local_typed": ("LocalTypedDict",),
        },
    )
