"""Calls that take one object in place of many arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

__all__ = ["unfolded"]


def unfolded(request: object, names: tuple[str, ...], **beside: object) -> Mapping[str, object]:
    """The arguments of a call from the object that holds them: those of its fields that are set, and what is `beside`.

    `request` is a model or a mapping with fields called like `names`.  Raises `TypeError` if it is neither, or has a
    key that is none of them.
    """
    if isinstance(request, Mapping):
        given = cast(Mapping[str, object], request)
        unknown = [key for key in given if key not in names]
        if unknown:
            raise TypeError(f"request takes no {', '.join(map(repr, unknown))}: it has {', '.join(names)}")
        return {**given, **beside}
    fields_set = getattr(request, "model_fields_set", None)
    if fields_set is None:
        raise TypeError(f"request must be a model or a mapping, not {type(request).__name__}")
    return {**{name: getattr(request, name) for name in names if name in fields_set}, **beside}
