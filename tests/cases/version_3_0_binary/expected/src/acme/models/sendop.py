"""What `a_client.things.send()` takes and returns: `POST /a`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import BaseModel
from .file import File


class SendRequestBody(BaseModel):
    """Body of `a_client.things.send()`."""

    file: File


if TYPE_CHECKING:
    from .sendop_typed import SendRequestBodyTypedDict as SendRequestBodyTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".sendop_typed": ("SendRequestBodyTypedDict",),
        },
    )
