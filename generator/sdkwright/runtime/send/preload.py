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
    parts = {".transport", ".transport_async", ".redirects", "..decode.failures", "..operations.policy"}
    for name in core.configuration.resources:
        import_module(f".{name}", package)
    prefix = f"{package}."
    for name, module in list(sys.modules.items()):
        if name.startswith(prefix):
            for value in list(vars(module).values()):
                if isinstance(value, Operation):
                    operation = cast("Operation[Any, Any]", value)  # type: ignore[redundant-cast]  # for pyright
                    handlers = prepare(operation).responses
                    handlers.preload()
                    if handlers.has_streams:
                        parts.add("..decode.streaming")
                    if operation.paging is not None:
                        parts.add(".pages")
    for name in sorted(parts):
        import_module(name, __package__)
    if core.supplied_client is None:
        core.clients.client()
