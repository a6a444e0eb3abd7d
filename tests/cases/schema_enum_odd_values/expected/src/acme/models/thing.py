from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Thing(BaseModel):
    list_: Annotated[Optional[List[str]], Field(alias="list")] = None
    none: Optional[str] = None
    truth: Optional[bool] = None


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
