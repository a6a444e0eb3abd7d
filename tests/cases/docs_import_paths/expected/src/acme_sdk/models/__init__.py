"""Models and errors of the API, loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .thing import Thing as Thing
    from .thing_typed import ThingTypedDict as ThingTypedDict
    from .bad import BadData as BadData
    from .bad_typed import BadDataTypedDict as BadDataTypedDict
    from .getaop import GetARequest as GetARequest
    from .getaop_typed import GetARequestTypedDict as GetARequestTypedDict
    from .maderequestbody import MadeRequestBody as MadeRequestBody
    from .maderequestbody_typed import (
        MadeRequestBodyTypedDict as MadeRequestBodyTypedDict,
    )
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            "thing": ("Thing",),
            "thing_typed": ("ThingTypedDict",),
            "bad": ("BadData",),
            "bad_typed": ("BadDataTypedDict",),
            "getaop": ("GetARequest",),
            "getaop_typed": ("GetARequestTypedDict",),
            "maderequestbody": ("MadeRequestBody",),
            "maderequestbody_typed": ("MadeRequestBodyTypedDict",),
        },
    )
