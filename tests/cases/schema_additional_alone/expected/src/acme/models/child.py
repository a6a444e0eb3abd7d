from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from .._runtime.model import BaseModel


class Child(BaseModel):
    a: Optional[str] = None


if TYPE_CHECKING:
    from .child_typed import ChildTypedDict as ChildTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".child_typed": ("ChildTypedDict",),
        },
    )
