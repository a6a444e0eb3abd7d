from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Union

from .._runtime.model import Tagged, Unrecognized
from .left import Left
from .right import Right

Other = Annotated[
    Union[Left, Right, Unrecognized],
    Tagged("side", {"l": 0, "left": 0, "r": 1}),
]

if TYPE_CHECKING:
    from .other_typed import OtherTypedDict as OtherTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".other_typed": ("OtherTypedDict",),
        },
    )
