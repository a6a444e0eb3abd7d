from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional, Union

from .._runtime.model import BaseModel


class Thing(BaseModel):
    parent: Optional[Thing] = None
    children: Optional[List[Thing]] = None
    named: Optional[Dict[str, Thing]] = None
    either: Optional[Either] = None
    other: Optional[Other] = None


class Other(BaseModel):
    back: Optional[Thing] = None


Either = Union[str, Thing]


if TYPE_CHECKING:
    from .thing_typed import (
        EitherTypedDict as EitherTypedDict,
        OtherTypedDict as OtherTypedDict,
        ThingTypedDict as ThingTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("EitherTypedDict", "OtherTypedDict", "ThingTypedDict"),
        },
    )
