from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class HonoAPIErrorData(BaseModel):
    code: Optional[str] = None
    """HTTP status code"""
    message: str
    """Error message"""


if TYPE_CHECKING:
    from ._errors import HonoAPIError as HonoAPIError
    from .honoapierror_typed import (
        HonoAPIErrorDataTypedDict as HonoAPIErrorDataTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            "._errors": ("HonoAPIError",),
            ".honoapierror_typed": ("HonoAPIErrorDataTypedDict",),
        },
    )
