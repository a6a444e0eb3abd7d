"""What `orq.sessions.delete()` takes and returns: `DELETE /v2/traces/sessions/{session_id}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import BaseModel


class DeleteSessionRequest(BaseModel):
    """Arguments of `orq.sessions.delete()`."""

    session_id: str
    """Unique identifier of the session"""


if TYPE_CHECKING:
    from .deletesessionop_typed import (
        DeleteSessionRequestTypedDict as DeleteSessionRequestTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".deletesessionop_typed": ("DeleteSessionRequestTypedDict",),
        },
    )
