from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class TimeoutError(BaseModel):
    text: Optional[str] = None


class Warning(BaseModel):
    code: Optional[int] = None
    timeout_error: Annotated[Optional[TimeoutError], Field(alias="timeoutError")] = None


class Thing(BaseModel):
    warning: Optional[Warning] = None
    other: Optional[Other] = None


class Other(BaseModel):
    text: Optional[str] = None


if TYPE_CHECKING:
    from .thing_typed import (
        OtherTypedDict as OtherTypedDict,
        ThingTypedDict as ThingTypedDict,
        TimeoutErrorTypedDict as TimeoutErrorTypedDict,
        WarningTypedDict as WarningTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": (
                "OtherTypedDict",
                "ThingTypedDict",
                "TimeoutErrorTypedDict",
                "WarningTypedDict",
            ),
        },
    )
