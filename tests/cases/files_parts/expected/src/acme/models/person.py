"""Classes that stand in `pet`, with all that refers to them; loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .pet import Person as Person
    from .pet_typed import PersonTypedDict as PersonTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".pet": ("Person",),
            ".pet_typed": ("PersonTypedDict",),
        },
    )
