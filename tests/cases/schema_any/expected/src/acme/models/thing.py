from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Thing(BaseModel):
    yes: Any
    empty: Any
    told: Optional[Any] = None
    """Anything."""
    list_: Annotated[Optional[List[Any]], Field(alias="list")] = None
    no: Optional[Any] = None


if TYPE_CHECKING:
    from .thing_typed import ThingTypedDict as ThingTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("ThingTypedDict",),
        },
    )
