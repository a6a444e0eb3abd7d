from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

from pydantic import Field

from .._runtime.model import BaseModel
from .any_ import Any
from .closed import Closed
from .typed import Typed


class Thing(BaseModel):
    typed: Optional[Typed] = None
    any_: Annotated[Optional[Any], Field(alias="any")] = None
    closed: Optional[Closed] = None


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
