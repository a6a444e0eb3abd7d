"""What `a_client.things.get_a()` takes and returns: `GET /a`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Q(BaseModel):
    a: str
    b: Optional[int] = None


class GetARequest(BaseModel):
    """Arguments of `a_client.things.get_a()`."""

    q: Q


if TYPE_CHECKING:
    from .getaop_typed import (
        GetARequestTypedDict as GetARequestTypedDict,
        QTypedDict as QTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".getaop_typed": ("GetARequestTypedDict", "QTypedDict"),
        },
    )
