"""Names that signatures and models use: `UNSET`, `OptionalNullable`, `Nullable`, the content of bodies, hooks, and the base class of models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.hooks import HookContext as HookContext
from .._runtime.hooks import Hooks as Hooks
from .._runtime.unset import UNSET as UNSET
from .._runtime.unset import UNSET_SENTINEL as UNSET_SENTINEL
from .._runtime.unset import Nullable as Nullable
from .._runtime.unset import OptionalNullable as OptionalNullable
from .._runtime.unset import Unset as Unset

if TYPE_CHECKING:
    from .._runtime.content import BinaryContent as BinaryContent
    from .._runtime.content import FileInput as FileInput
    from .._runtime.http import Request as Request
    from .._runtime.http import Response as Response
    from .._runtime.model import BIGINT_STRING as BIGINT_STRING
    from .._runtime.model import DECIMAL_NUMBER as DECIMAL_NUMBER
    from .._runtime.model import OR_STRING as OR_STRING
    from .._runtime.model import BaseModel as BaseModel
    from .._runtime.model import Unrecognized as Unrecognized
    from .._runtime.model import UnrecognizedFloat as UnrecognizedFloat
    from .._runtime.model import UnrecognizedInt as UnrecognizedInt
    from .._runtime.model import UnrecognizedStr as UnrecognizedStr
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            "._runtime.content": ("BinaryContent", "FileInput"),
            "._runtime.http": ("Request", "Response"),
            "._runtime.model": (
                "BIGINT_STRING",
                "DECIMAL_NUMBER",
                "OR_STRING",
                "BaseModel",
                "Unrecognized",
                "UnrecognizedFloat",
                "UnrecognizedInt",
                "UnrecognizedStr",
            ),
        },
    )
