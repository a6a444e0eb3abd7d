from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional

from .._runtime.model import EXTRA, BaseModel


class Typed(BaseModel):
    model_config = EXTRA

    a: Optional[str] = None

    if not TYPE_CHECKING:
        __pydantic_extra__: Dict[str, int]

    @property
    def additional_properties(self) -> Dict[str, int]:
        """What the server sent, or the caller gave, beside the declared properties."""
        return self._additional_properties()


if TYPE_CHECKING:
    from .typed_typed import TypedTypedDict as TypedTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".typed_typed": ("TypedTypedDict",),
        },
    )
