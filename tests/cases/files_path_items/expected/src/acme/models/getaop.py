"""What `a_client.things.get_a()` takes and returns: `GET /a/{id}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import BaseModel


class GetARequest(BaseModel):
    """Arguments of `a_client.things.get_a()`."""

    id: str


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
