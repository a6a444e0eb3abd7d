"""What `a_client.things.send_file()` takes and returns: `POST /b`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel
from .file import File


class SendFileRequestBody(BaseModel):
    """Body of `a_client.things.send_file()`."""

    file: File
    note: Optional[str] = None


if TYPE_CHECKING:
    from .sendfileop_typed import (
        SendFileRequestBodyTypedDict as SendFileRequestBodyTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".sendfileop_typed": ("SendFileRequestBodyTypedDict",),
        },
    )
