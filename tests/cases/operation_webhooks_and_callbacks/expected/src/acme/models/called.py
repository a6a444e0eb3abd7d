from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Called(BaseModel):
    when: Optional[datetime] = None


if TYPE_CHECKING:
    from .called_typed import CalledTypedDict as CalledTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".called_typed": ("CalledTypedDict",),
        },
    )
