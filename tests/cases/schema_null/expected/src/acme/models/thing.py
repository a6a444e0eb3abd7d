"""Models of the API."""

from __future__ import annotations

from .._runtime.model import UNSET, BaseModel, Nullable, OptionalNullable
from .child import Child


class Thing(BaseModel):
    nothing: None
    maybe: Nullable[str]
    perhaps: OptionalNullable[Child] = UNSET
