"""Which way a value goes: from the server, or from the caller.

What the server sends is read leniently and unknown values are kept; what the caller builds is checked strictly.  The
classes are the same, so the direction travels in pydantic's validation context.  JSON is never built by the caller: it
is what a server sent, in an answer, a webhook or a store, whatever reads it.
"""

from __future__ import annotations

from typing import Any, Final

from pydantic_core import core_schema

__all__ = ["DUMP", "SERVER", "from_server", "from_wire"]

SERVER: Final[dict[str, bool]] = {"from_server": True}
"""The validation context of what the server sent.  Without a context it is the caller's values that are validated."""

DUMP: Final[dict[str, bool]] = {"from_server": True}
"""The same of what may have the names of fields as well as those of the wire."""


def from_server(context: Any) -> bool:
    """Whether a validation context says that the server sent the value."""
    return context is SERVER or context is DUMP


def from_wire(info: core_schema.ValidationInfo) -> bool:
    """Whether the server sent a value: it is read by the SDK, or it is JSON."""
    return info.mode == "json" or from_server(info.context)
