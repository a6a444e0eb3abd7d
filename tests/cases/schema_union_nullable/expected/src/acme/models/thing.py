from __future__ import annotations

from typing import TYPE_CHECKING, Union

from .._runtime.model import UNSET, BaseModel, Nullable, OptionalNullable


class Thing(BaseModel):
    either: Nullable[Either]
    inside: OptionalNullable[Inside] = UNSET


Either = Union[str, int]


Inside = Union[str, int]


if TYPE_CHECKING:
    from .thing_typed import (
        EitherTypedDict as EitherTypedDict,
        InsideTypedDict as InsideTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("EitherTypedDict", "InsideTypedDict", "ThingTypedDict"),
        },
    )
