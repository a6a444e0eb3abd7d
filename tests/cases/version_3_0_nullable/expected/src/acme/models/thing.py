from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Union

from .._runtime.model import (
    OPEN_ENUM,
    UNSET,
    BaseModel,
    Nullable,
    OptionalNullable,
    UnrecognizedStr,
)
from .child import Child

C = Annotated[Union[Literal["x"], UnrecognizedStr], OPEN_ENUM]


class Thing(BaseModel):
    a: Nullable[str]
    b: OptionalNullable[Child] = UNSET
    c: OptionalNullable[C] = UNSET


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
