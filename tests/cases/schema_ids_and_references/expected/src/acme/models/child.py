from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Child(BaseModel):
    deep: Optional[Deep] = None
    a_b_c_d: Annotated[Optional[ABCD], Field(alias="a/b~c d")] = None


class Deep(BaseModel):
    x: Optional[str] = None


class ABCD(BaseModel):
    y: Optional[str] = None


if TYPE_CHECKING:
    from .child_typed import (
        ABCDTypedDict as ABCDTypedDict,
        ChildTypedDict as ChildTypedDict,
        DeepTypedDict as DeepTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".child_typed": ("ABCDTypedDict", "ChildTypedDict", "DeepTypedDict"),
        },
    )
