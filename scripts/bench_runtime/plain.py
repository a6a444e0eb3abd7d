"""The models that somebody would write by hand for one body: plain pydantic classes with exactly its members."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, Field, create_model

_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


class Plain(BaseModel):
    """Their base class."""

    model_config = ConfigDict(populate_by_name=True, protected_namespaces=())


def plain_type(values: Iterable[Any], name: str = "Body") -> Any:
    """The narrowest plain type that holds all of the values."""
    known = [value for value in values if value is not None]
    found = _known_type(known, name)
    return found | None if len(known) < len(list(values)) and found is not Any else found


def _known_type(values: list[Any], name: str) -> Any:
    kinds: set[Any] = {type(value) for value in values}
    if kinds == {dict}:
        return _class(values, name)
    if kinds == {list}:
        items = _distinct([item for value in values for item in value])
        return list[plain_type(items, name + "Item")] if items else list[Any]  # type: ignore[misc]  # made at run time
    if kinds == {str}:
        return datetime if all(map(_DATE_TIME.fullmatch, values)) else str
    if kinds in ({int}, {bool}, {float}):
        return kinds.pop()
    return float if kinds == {int, float} else Any


def _distinct(items: list[Any]) -> list[Any]:
    """Each object once: a long list repeats the same few."""
    return list({id(item): item for item in items}.values())


def _class(values: list[dict[str, Any]], name: str) -> type[BaseModel]:
    members: dict[str, Any] = {}
    for wire in dict.fromkeys(key for value in values for key in value):
        held = [value[wire] for value in values if wire in value]
        identifier = "f_" + re.sub(r"\W", "_", wire)
        kind = plain_type(held, name + identifier)
        optional = len(held) < len(values)
        members[identifier] = (kind | None if optional else kind, Field(None if optional else ..., alias=wire))
    return cast("type[BaseModel]", create_model(name, __base__=Plain, **members))
