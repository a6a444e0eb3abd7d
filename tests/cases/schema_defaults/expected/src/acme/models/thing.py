from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import (
    OPEN_ENUM,
    UNSET,
    BaseModel,
    OptionalNullable,
    UnrecognizedStr,
    wire_default,
)
from .child import Child

Kind = Annotated[Union[Literal["cat", "dog"], UnrecognizedStr], OPEN_ENUM]


class Thing(BaseModel):
    text: Optional[str] = "a 'b' \"c\""
    whole: Optional[int] = 3
    number: Optional[float] = 1.5
    truth: Optional[bool] = False
    list_: Annotated[Optional[List[str]], Field(alias="list")] = Field(
        default_factory=lambda: ["a", "b"],
    )
    empty: Optional[List[str]] = Field(default_factory=lambda: [])
    map_: Annotated[Optional[Dict[str, int]], Field(alias="map")] = Field(
        default_factory=lambda: {"a": 1},
    )
    nothing: OptionalNullable[str] = UNSET
    kind: Optional[Kind] = "dog"
    moment: Optional[datetime] = Field(
        default_factory=wire_default(lambda: datetime, '"2025-04-20T01:02:03Z"'),
    )
    day: Optional[date] = Field(
        default_factory=wire_default(lambda: date, '"2025-04-20"'),
    )
    child: Optional[Child] = None
    with_: Annotated[Optional[Child], Field(alias="with")] = Field(
        default_factory=wire_default(lambda: Child, '{"a": "x"}'),
    )


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
