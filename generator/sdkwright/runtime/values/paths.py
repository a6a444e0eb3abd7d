"""Places in values: how they are written, such as `items[0].name`, and what stands there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias, cast

__all__ = ["Steps", "extract", "path_text"]

Steps: TypeAlias = tuple[str | int, ...]
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
            text += f"[{json.dumps(step, ensure_ascii=False)}]"
    return text


def extract(value: object, steps: Steps, *, with_defaults: bool = False) -> object:
    """What stands at a path of wire names and indexes in a model or in plain data; None where nothing does.

    The default of a field that was not set counts as nothing, unless `with_defaults`.
    """
    for step in steps:
        value = _step(value, step, with_defaults)
        if value is None:
            return None
    return value


def _step(value: object, step: str | int, with_defaults: bool) -> object:
    if isinstance(value, Mapping):
        return cast(Mapping[Any, object], value).get(step)
    if isinstance(value, list | tuple):
        items = cast(Sequence[object], value)
        return items[step] if isinstance(step, int) and -len(items) <= step < len(items) else None
    fields: Mapping[str, Any] = getattr(type(value), "model_fields", {})
    for name, info in fields.items():
        if (info.alias or name) == step:
            is_set = with_defaults or name in getattr(value, "model_fields_set", ())
            return getattr(value, name) if is_set else None
    extra: Mapping[str, Any] = getattr(value, "model_extra", None) or {}
    return extra.get(cast(str, step))
