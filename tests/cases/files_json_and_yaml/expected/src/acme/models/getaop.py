"""What `a_client.things.get_a()` takes and returns: `GET /a`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import OPEN_ENUM, BaseModel, UnrecognizedStr

On = Annotated[
    Union[Literal["yes", "no", "off", "1", "2024-01-01", "1:30"], UnrecognizedStr],
    OPEN_ENUM,
]


class GetARequest(BaseModel):
    """Arguments of `a_client.things.get_a()`."""

    on: Optional[On] = None


class GetAResponseBody(BaseModel):
    """OK"""

    on: Optional[bool] = None
    one: Annotated[Optional[str], Field(alias="1")] = None
    null: Optional[str] = None
    size: Optional[float] = 1.5


if TYPE_CHECKING:
    from .getaop_typed import (
        GetARequestTypedDict as GetARequestTypedDict,
        GetAResponseBodyTypedDict as GetAResponseBodyTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".getaop_typed": ("GetARequestTypedDict", "GetAResponseBodyTypedDict"),
        },
    )
