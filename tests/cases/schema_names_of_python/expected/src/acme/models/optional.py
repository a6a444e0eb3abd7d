from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from typing import Optional as _Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Optional(BaseModel):
    any_: Annotated[_Optional[Any], Field(alias="Any")] = None
    bool_: Annotated[_Optional[bool], Field(alias="bool")] = None
    int_: Annotated[_Optional[int], Field(alias="int")] = None


if TYPE_CHECKING:
    from .optional_typed import OptionalTypedDict as OptionalTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".optional_typed": ("OptionalTypedDict",),
        },
    )
