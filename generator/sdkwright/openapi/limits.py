"""How large a document may be.  Each limit is checked before the work it bounds, and each has its own message."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 64 * 1024 * 1024
"""Of one file, before decoding."""

MAX_DEPTH: Final = 400
"""Mappings and lists inside each other, aliases expanded."""

MAX_NODES: Final = 2_000_000
"""Mappings, lists and scalars of one file, aliases and merge keys expanded."""

MAX_DIGITS: Final = 400
"""Characters of one number, as written."""

MAX_FILES: Final = 2_000
"""Files that one document may consist of."""
