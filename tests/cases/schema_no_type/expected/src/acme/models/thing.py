from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Dict, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Thing(BaseModel):
    list_: Annotated[Optional[List[str]], Field(alias="list")] = None
    map_: Annotated[Optional[Dict[str, str]], Field(alias="map")] = None
    text: Optional[Any] = None
    """minLength: 1"""
    number: Optional[Any] = None
    """minimum: 1"""


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
