"""The base class of models, and what a field without a value holds."""

from .._runtime.model import BaseModel as BaseModel
from .._runtime.model import UnrecognizedInt as UnrecognizedInt
from .._runtime.model import UnrecognizedStr as UnrecognizedStr
from .._runtime.unset import UNSET as UNSET
from .._runtime.unset import UNSET_SENTINEL as UNSET_SENTINEL
from .._runtime.unset import Nullable as Nullable
from .._runtime.unset import OptionalNullable as OptionalNullable
from .._runtime.unset import Unset as Unset

__all__ = [
    "UNSET",
    "UNSET_SENTINEL",
    "BaseModel",
    "Nullable",
    "OptionalNullable",
    "UnrecognizedInt",
    "UnrecognizedStr",
    "Unset",
]
