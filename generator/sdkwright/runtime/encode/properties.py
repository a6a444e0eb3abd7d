"""The properties of a form or multipart body, as their styles write them.

Properties are written under their wire names, and only those that were set; an explicit None has no form here and is
left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, cast

import pydantic
from pydantic_core import to_json

from ..unset import UNSET, is_absent
from ..values.codec import Codec, codec

__all__ = ["Given", "as_list", "is_object", "json_of", "properties"]


class Given(NamedTuple):
    """One property that was set: its wire name, its value, and the names that lead to its JSON."""

    wire: str
    value: Any
    owner: Any
    name: str | None
    """The field's Python name, or None for a further property."""

    def json(self, owner: Codec[Any]) -> bytes:
        """The JSON of the value, as a JSON body would have it."""
        if self.name is None:
            return json_of(self.value)
        prefix = b"{" + to_json(self.wire) + b":"
        body = owner.write(self.owner, only=self.name)
        return body.removeprefix(prefix)[:-1]


def json_of(value: Any) -> bytes:
    return codec(type(value)).write(value) if isinstance(value, pydantic.BaseModel) else codec(Any).write(value)


def properties(value: Any, extra: Mapping[str, Any] | None = None) -> Iterator[Given]:
    """Those of a body, or of none (`UNSET`), with the members of `extra` in the place of others of their names."""
    if not extra:
        yield from _own(value)
        return
    if value is not UNSET:
        yield from (given for given in _own(value) if given.wire not in extra)
    yield from (Given(key, item, extra, None) for key, item in extra.items() if not is_absent(item))


def _own(value: Any) -> Iterator[Given]:
    if not isinstance(value, pydantic.BaseModel):
        if not isinstance(value, Mapping):
            raise TypeError(f"a form is made of an object, not of {type(value).__name__}")
        for key, item in cast(Mapping[str, Any], value).items():
            if item is not None and item is not UNSET:
                yield Given(key, item, value, None)
        return
    was_set = value.model_fields_set
    for name, info in type(value).model_fields.items():
        if name in was_set:
            item = getattr(value, name)
            if item is not None and item is not UNSET:
                yield Given(info.alias or name, item, value, name)
    extra = value.model_extra if value.model_config.get("extra") == "allow" else None
    for key, item in (extra or {}).items():
        if item is not None:
            yield Given(key, item, value, None)


def is_object(value: object) -> bool:
    return isinstance(value, Mapping | pydantic.BaseModel)


def as_list(value: Any) -> list[Any] | None:
    return [item for item in cast(list[Any], value) if item is not None] if isinstance(value, list | tuple) else None
