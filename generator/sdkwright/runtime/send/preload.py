"""First use, ahead of time."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from ..operation import Operation
from ..operations.plan import prepare

if TYPE_CHECKING:
    from .core import Core


def preload(core: Core) -> None:
    """Import the SDK's resource modules, prepare every operation, and make the sync client and the TLS context."""
    package = core.configuration.module
    for name in ("transport", "transport_async"):
        import_module(f".{name}", __package__)
    for name in core.configuration.resources:
        import_module(f".{name}", package)
    prefix = f"{package}."
    for name, module in list(sys.modules.items()):
        if name.startswith(prefix):
            for value in list(vars(module).values()):
                if isinstance(value, Operation):
                    operation = cast("Operation[Any, Any]", value)  # type: ignore[redundant-cast]  # for pyright
                    prepare(operation).responses.preload()
    if core.supplied_client is None:
        core.clients.client()
