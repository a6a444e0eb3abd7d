from __future__ import annotations

from typing import TYPE_CHECKING, Union

from .._runtime.model import UNSET, BaseModel, Nullable, OptionalNullable


class Thing(BaseModel):
    nullable: Nullable[str]
    several: Several
    several_or_null: OptionalNullable[SeveralOrNull] = UNSET
    one: bool
    optional: OptionalNullable[int] = UNSET


Several = Union[str, int]


SeveralOrNull = Union[str, int]


if TYPE_CHECKING:
    from .thing_typed import (
        SeveralOrNullTypedDict as SeveralOrNullTypedDict,
        SeveralTypedDict as SeveralTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": (
                "SeveralOrNullTypedDict",
                "SeveralTypedDict",
                "ThingTypedDict",
            ),
        },
    )
