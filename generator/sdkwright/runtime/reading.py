"""Reading what the server sent outside of an answer: the body of a webhook, or what was stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["from_response"]


def from_response(type_: Any, data: bytes | str | Mapping[str, Any] | Sequence[Any]) -> Any:
    """Reads JSON, or data that is decoded already, as an answer is read; unknown values and members are kept.

    Args:
        type_: A class or an alias of the package's models, or a type made of them, such as `list[models.Pet]`.
        data: Bytes or text are JSON; everything else is decoded data with the names of the wire.

    Raises `pydantic.ValidationError` if it does not fit.
    """
    from .values.codec import codec

    return codec(type_).read_any(data)
