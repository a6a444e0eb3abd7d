"""Which texts a format allows: as the validator has it, and what RFC 3339 allows beyond that."""

from __future__ import annotations

import copy
from typing import Any, Final

from wire.untyped import oas31_format_checker


def _is_moment(text: object) -> bool:
    """A date-time; the validator knows no leap second (RFC 3339, section 5.7)."""
    if isinstance(text, str) and text[11:19] == "23:59:60":
        text = f"{text[:17]}59{text[19:]}"
    return bool(oas31_format_checker.conforms(text, "date-time"))


format_checker: Final[Any] = copy.copy(oas31_format_checker)
format_checker.checkers = {**oas31_format_checker.checkers, "date-time": (_is_moment, ())}
