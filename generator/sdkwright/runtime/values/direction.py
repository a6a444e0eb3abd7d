"""Which way a value goes: from the server, or from the caller.

What the server sends is read leniently and unknown values are kept; what the caller builds is checked strictly.  The
classes are the same, so the direction travels in pydantic's validation context.
"""

from __future__ import annotations

from typing import Any, Final

__all__ = ["SERVER", "from_server"]

SERVER: Final[dict[str, bool]] = {"from_server": True}
"""The validation context of what the server sent.  Without a context it is the caller's values that are validated."""


def from_server(context: Any) -> bool:
    """Whether a validation context says that the server sent the value."""
    return context is SERVER
