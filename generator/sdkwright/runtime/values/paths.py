"""How a place in a value is written: `items[0].name`."""

from __future__ import annotations

import re
from typing import Final

from pydantic_core import to_json

__all__ = ["Steps", "path_text"]

Steps = tuple[str | int, ...]
"""Wire names of properties and indexes of items, from the outside in."""

_NAME: Final = re.compile(r"[^\W\d][\w-]*")


def path_text(steps: Steps) -> str:
    """The steps as one text; names that hold other signs as JSON: `["a b"]`."""
    text = ""
    for step in steps:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _NAME.fullmatch(step):
            text += f".{step}" if text else step
        else:
            text += f"[{to_json(step).decode()}]"
    return text
