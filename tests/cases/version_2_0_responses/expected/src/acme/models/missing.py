from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class MissingData(BaseModel):
    what: Optional[str] = None


if TYPE_CHECKING:
    from ._errors import Missing as Missing
    from .missing_typed import MissingDataTypedDict as MissingDataTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            "._errors": ("Missing",),
            ".missing_typed": ("MissingDataTypedDict",),
        },
    )
