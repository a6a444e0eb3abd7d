"""Reading what the server sent outside of an answer, the body of a webhook or what was stored; and storing it whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

__all__ = ["from_response", "to_response"]


def from_response(type_: Any, data: bytes | str | Mapping[str, Any] | Sequence[Any]) -> Any:
    """Reads JSON, or data that is decoded already, as an answer is read; unknown values and members are kept.

    Args:
        type_: A class or an alias of the package's models, or a type made of them, such as `list[models.Pet]`.
        data: Bytes or text are JSON; everything else is decoded data with the names of the wire.

    Raises `pydantic.ValidationError` if it does not fit.
    """
    from .values.codec import codec

    return codec(type_).read_any(data)


def to_response(value: Any) -> Any:
    """What the server sent, as decoded JSON, of a value that a call or `from_response` returned.

    Of a model it is `model_dump(mode="json", by_alias=True, exclude_unset=True)` and, at any depth, the members that
    the document does not name: a dump leaves them out, so that they are never sent back (`model_extra` has them).
    """
    from pydantic import BaseModel

    if isinstance(value, BaseModel):
        dumped = value.model_dump(mode="json", by_alias=True, exclude_unset=True)
        _add_unnamed(dumped, value)
        return dumped
    if isinstance(value, list | tuple):
        return [to_response(item) for item in cast("Sequence[Any]", value)]
    if isinstance(value, dict):
        return {name: to_response(item) for name, item in cast("dict[str, Any]", value).items()}
    return value if value is None or type(value) in (str, int, float, bool) else _scalar(value)


def _scalar(value: Any) -> Any:
    """The JSON of a moment, a decimal, a member of an enum and the like, or of an object with an unknown tag."""
    import json

    from .values.codec import codec

    return json.loads(codec(type(value)).write(value))


def _add_unnamed(dumped: Any, value: Any) -> None:
    """Puts what no class names into the dump of a value."""
    from pydantic import BaseModel

    waiting: list[tuple[Any, Any]] = [(dumped, value)]
    while waiting:
        into, each = waiting.pop()
        if isinstance(each, BaseModel) and isinstance(into, dict):
            members = cast("dict[str, Any]", into)
            fields = type(each).model_fields.items()
            held = {info.alias or name: each.__dict__[name] for name, info in fields if name in each.__dict__}
            for name, item in (each.model_extra or {}).items():
                held[name] = item
                members.setdefault(name, item)
            waiting.extend((members[name], item) for name, item in held.items() if name in members)
        elif isinstance(each, list | tuple) and isinstance(into, list):
            waiting.extend(zip(cast("Sequence[Any]", into), cast("Sequence[Any]", each), strict=True))
        elif isinstance(each, dict) and isinstance(into, dict):
            members = cast("dict[str, Any]", into)
            inner = cast("dict[str, Any]", each).items()
            waiting.extend((members[name], item) for name, item in inner if name in members)
