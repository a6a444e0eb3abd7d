"""What `a_client.things.get_a()` takes and returns: `GET /a/{id}`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import OPEN_ENUM, BaseModel, UnrecognizedStr

Multi = Annotated[Union[Literal["a", "b"], UnrecognizedStr], OPEN_ENUM]


class GetARequest(BaseModel):
    """Arguments of `a_client.things.get_a()`."""

    id: int
    csv: Optional[List[str]] = None
    ssv: Optional[List[str]] = None
    pipes: Optional[List[str]] = None
    multi: Optional[List[Multi]] = None
    x_list: Annotated[Optional[List[str]], Field(alias="X-List")] = None
    shared: Optional[str] = "x"


if TYPE_CHECKING:
    from .getaop_typed import GetARequestTypedDict as GetARequestTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".getaop_typed": ("GetARequestTypedDict",),
        },
    )
