"""Models of the API."""

from __future__ import annotations

from typing import Annotated, List, Literal, Optional, Union

from pydantic import Field

from .._runtime.model import OPEN_ENUM, BaseModel, UnrecognizedStr

Multi = Annotated[Union[Literal["a", "b"], UnrecognizedStr], OPEN_ENUM]


class GetARequest(BaseModel):
    id: int
    csv: Optional[List[str]] = None
    ssv: Optional[List[str]] = None
    pipes: Optional[List[str]] = None
    multi: Optional[List[Multi]] = None
    x_list: Annotated[Optional[List[str]], Field(alias="X-List")] = None
    shared: Optional[str] = "x"
