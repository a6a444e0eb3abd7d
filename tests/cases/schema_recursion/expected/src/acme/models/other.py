"""Classes that stand in `thing`, with all that refers to them; loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .thing import Other as Other
    from .thing_typed import OtherTypedDict as OtherTypedDict
else:
    from .._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            ".thing": ("Other",),
            ".thing_typed": ("OtherTypedDict",),
        },
    )
