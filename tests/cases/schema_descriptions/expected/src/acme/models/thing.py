"""Models of the API."""

from __future__ import annotations

from typing import Annotated, Literal, Optional, Union

from .._runtime.model import OPEN_ENUM, BaseModel, UnrecognizedStr

B = Annotated[Union[Literal["x"], UnrecognizedStr], OPEN_ENUM]
"""A kind."""


class Thing(BaseModel):
    """A thing.

    With "quotes", a backslash \\ and \"\"\" three."""

    a: Optional[str] = None
    """Ends in a quote" """
    b: Optional[B] = None
    """A kind."""
    c: Optional[C] = None
    """Either."""
    d: Optional[str] = None


C = Union[str, int]
"""Either."""
