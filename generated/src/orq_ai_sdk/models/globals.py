from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

from pydantic import Field

from .._runtime.model import BaseModel


class Globals(BaseModel):
    contact_id: Annotated[Optional[str], Field(alias="contactId")] = None
    environment: Optional[str] = None


if TYPE_CHECKING:
    from .globals_typed import GlobalsTypedDict as GlobalsTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".globals_typed": ("GlobalsTypedDict",),
        },
    )
