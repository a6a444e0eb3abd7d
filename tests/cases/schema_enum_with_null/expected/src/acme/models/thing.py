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

Kind = Annotated[Union[Literal["cat"], UnrecognizedStr], OPEN_ENUM]

Other = Annotated[Union[Literal["a"], UnrecognizedStr], OPEN_ENUM]


class Thing(BaseModel):
    kind: Nullable[Kind]
    other: OptionalNullable[Other] = UNSET


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
