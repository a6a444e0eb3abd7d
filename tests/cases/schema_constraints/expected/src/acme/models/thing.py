from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Thing(BaseModel):
    text: Optional[str] = None
    """A word.

    minLength: 1
    maxLength: 10
    pattern: ^[a-z]+$"""
    number: Optional[float] = None
    """minimum: 0
    exclusiveMaximum: 1.5
    multipleOf: 0.25"""
    list_: Annotated[Optional[List[str]], Field(alias="list")] = None
    """minItems: 1
    maxItems: 3
    uniqueItems: true"""
    map_: Annotated[Optional[Dict[str, str]], Field(alias="map")] = None
    """minProperties: 1"""


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
