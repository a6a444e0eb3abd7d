"""Python Client SDK for the Orq API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._version import __title__, __version__

if TYPE_CHECKING:
    from . import models as models
    from . import types as types
    from . import utils as utils
    from .sdk import Orq as Orq
else:
    from ._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {"sdk": ("Orq",)},
        ("models", "types", "utils"),
    )

VERSION = __version__

__all__ = [
    "Orq",
    "VERSION",
    "__title__",
    "__version__",
    "models",
    "types",
    "utils",
]
