from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional, Union

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


if TYPE_CHECKING:
    from .thing_typed import CTypedDict as CTypedDict, ThingTypedDict as ThingTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing_typed": ("CTypedDict", "ThingTypedDict"),
        },
    )
