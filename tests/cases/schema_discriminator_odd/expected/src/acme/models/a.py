from __future__ import annotations

from typing import TYPE_CHECKING, Union

from .cat import Cat
from .fish import Fish

A = Union[Cat, Fish]

if TYPE_CHECKING:
    from .a_typed import ATypedDict as ATypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".a_typed": ("ATypedDict",),
        },
    )
