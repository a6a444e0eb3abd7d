from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional
from typing import Any as _Any

from .._runtime.model import EXTRA, BaseModel


class Any(BaseModel):
    model_config = EXTRA

    a: Optional[str] = None

    if not TYPE_CHECKING:
        __pydantic_extra__: Dict[str, _Any]

    @property
    def additional_properties(self) -> Dict[str, _Any]:
        """What the server sent, or the caller gave, beside the declared properties."""
        return self._additional_properties()


if TYPE_CHECKING:
    from .any__typed import AnyTypedDict as AnyTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".any__typed": ("AnyTypedDict",),
        },
    )
