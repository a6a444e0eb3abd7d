from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import (
    CONST,
    OPEN_ENUM,
    PRESET,
    BaseModel,
    OptionalNullable,
    UnrecognizedStr,
    wire_default,
)

Kind = Annotated[Union[Literal["cat"], UnrecognizedStr], OPEN_ENUM]


class Thing(BaseModel):
    plain: str
    text: Annotated[Optional[str], PRESET] = "x"
    nothing: Annotated[OptionalNullable[str], PRESET] = None
    list_: Annotated[Optional[List[str]], Field(alias="list"), PRESET] = Field(
        default_factory=lambda: ["a"],
    )
    moment: Annotated[Optional[datetime], PRESET] = Field(
        default_factory=wire_default(lambda: datetime, '"2025-04-20T01:02:03Z"'),
    )
    kind: Annotated[Kind, CONST] = "cat"
    optional: Optional[str] = "y"


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
