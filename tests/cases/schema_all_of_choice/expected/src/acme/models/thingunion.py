from __future__ import annotations

from typing import TYPE_CHECKING, Union

from .._runtime.model import BaseModel


class Thing1(BaseModel):
    id: str
    meow: str


class Thing2(BaseModel):
    id: str
    woof: str


ThingUnion = Union[Thing1, Thing2]


if TYPE_CHECKING:
    from .thingunion_typed import (
        Thing1TypedDict as Thing1TypedDict,
        Thing2TypedDict as Thing2TypedDict,
        ThingUnionTypedDict as ThingUnionTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thingunion_typed": (
                "Thing1TypedDict",
                "Thing2TypedDict",
                "ThingUnionTypedDict",
            ),
        },
    )
