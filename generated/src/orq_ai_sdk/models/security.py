from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

from pydantic import Field

from .._runtime.model import SecurityModel


class Security(SecurityModel):
    api_key: Annotated[Optional[str], Field(alias="ApiKey")] = None


if TYPE_CHECKING:
    from .security_typed import SecurityTypedDict as SecurityTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".security_typed": ("SecurityTypedDict",),
        },
    )
