from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel
from .json_ import JSON


class Thing(BaseModel):
    json_: Annotated[Optional[JSON], Field(alias="json")] = None
    nothing: Optional[List[Any]] = None


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
