from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Optional, Union

from .._runtime.model import OR_STRING, BaseModel


class Thing(BaseModel):
    text: str
    moment: Annotated[Union[datetime, str], OR_STRING]
    limits: Optional[int] = None
    single: Optional[str] = None


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
