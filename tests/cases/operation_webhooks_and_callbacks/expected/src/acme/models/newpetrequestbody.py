from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class NewPetRequestBody(BaseModel):
    name: Optional[str] = None


if TYPE_CHECKING:
    from .newpetrequestbody_typed import (
        NewPetRequestBodyTypedDict as NewPetRequestBodyTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".newpetrequestbody_typed": ("NewPetRequestBodyTypedDict",),
        },
    )
