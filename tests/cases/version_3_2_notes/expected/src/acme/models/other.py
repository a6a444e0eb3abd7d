from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Other(BaseModel):
    kind: Optional[str] = None


if TYPE_CHECKING:
    from .other_typed import OtherTypedDict as OtherTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".other_typed": ("OtherTypedDict",),
        },
    )
