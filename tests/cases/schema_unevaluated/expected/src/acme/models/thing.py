from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Optional

from pydantic import Field

from .._runtime.model import EXTRA, BaseModel


class Thing(BaseModel):
    typed: Optional[Typed] = None
    closed: Optional[Closed] = None
    list_: Annotated[Optional[List[str]], Field(alias="list")] = None


class Typed(BaseModel):
    model_config = EXTRA

    a: Optional[str] = None

    if not TYPE_CHECKING:
        __pydantic_extra__: Dict[str, int]

    @property
    def additional_properties(self) -> Dict[str, int]:
        """What the server sent, or the caller gave, beside the declared properties."""
        return self._additional_properties()


class Closed(BaseModel):
    a: Optional[str] = None


if TYPE_CHECKING:
    from .thing_typed import (
        ClosedTypedDict as ClosedTypedDict,
        ThingTypedDict as ThingTypedDict,
        TypedTypedDict as TypedTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("ClosedTypedDict", "ThingTypedDict", "TypedTypedDict"),
        },
    )
