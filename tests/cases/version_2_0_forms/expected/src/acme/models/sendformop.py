"""What `a_client.things.send_form()` takes and returns: `POST /a`."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from .._runtime.model import BaseModel


class SendFormRequestBody(BaseModel):
    """Body of `a_client.things.send_form()`."""

    a: str
    """A."""
    b: Optional[List[int]] = None


if TYPE_CHECKING:
    from .sendformop_typed import (
        SendFormRequestBodyTypedDict as SendFormRequestBodyTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".sendformop_typed": ("SendFormRequestBodyTypedDict",),
        },
    )
