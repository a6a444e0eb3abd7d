from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Optional

from .._runtime.model import EXTRA, BaseModel


class Thing(BaseModel):
    only: Optional[Dict[str, int]] = None
    beside: Optional[Beside] = None
    names: Optional[Dict[str, str]] = None


class Beside(BaseModel):
    model_config = EXTRA

    a: Optional[str] = None

    if not TYPE_CHECKING:
        __pydantic_extra__: Dict[str, int]

    @property
    def additional_properties(self) -> Dict[str, int]:
        """What the server sent, or the caller gave, beside the declared properties."""
        return self._additional_properties()


if TYPE_CHECKING:
    from .thing_typed import (
        BesideTypedDict as BesideTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("BesideTypedDict", "ThingTypedDict"),
        },
    )
