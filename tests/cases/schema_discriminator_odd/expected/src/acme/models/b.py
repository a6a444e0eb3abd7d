from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Union

from .._runtime.model import Tagged, Unrecognized
from .cat import Cat
from .dog import Dog

B = Annotated[Union[Cat, Dog, Unrecognized], Tagged("kind", {"Cat": 0, "Dog": 1})]

if TYPE_CHECKING:
    from .b_typed import BTypedDict as BTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".b_typed": ("BTypedDict",),
        },
    )
