"""Models and errors of the API, loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._errors import (
        APIError as APIError,
        AcmeError as AcmeError,
        NoResponseError as NoResponseError,
        ResponseValidationError as ResponseValidationError,
    )
    from .called import Called as Called
    from .called_typed import CalledTypedDict as CalledTypedDict
    from .newpetrequestbody import NewPetRequestBody as NewPetRequestBody
    from .newpetrequestbody_typed import (
        NewPetRequestBodyTypedDict as NewPetRequestBodyTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            "_errors": (
                "APIError",
                "AcmeError",
                "NoResponseError",
                "ResponseValidationError",
            ),
            "called": ("Called",),
            "called_typed": ("CalledTypedDict",),
            "newpetrequestbody": ("NewPetRequestBody",),
            "newpetrequestbody_typed": ("NewPetRequestBodyTypedDict",),
        },
    )
