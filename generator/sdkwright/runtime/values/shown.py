"""What pydantic's JSON Schema says of core schemas that it cannot work out: metadata for `core_schema` functions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NoReturn

from pydantic_core import PydanticOmit

__all__ = ["NOT_SHOWN", "WITHOUT_DEFAULT", "shown_as"]


def shown_as(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata of what has this JSON Schema."""

    def show(_schema: Any, _handler: Any) -> dict[str, Any]:
        return dict(schema)

    return {_KEY: [show]}


def _omit(_schema: Any, _handler: Any) -> NoReturn:
    raise PydanticOmit


def _inner(schema: Any, handler: Any) -> Any:
    return handler(schema["schema"])


_KEY: Final = "pydantic_js_functions"
NOT_SHOWN: Final[dict[str, Any]] = {_KEY: [_omit]}
"""The metadata of a choice that only what the server sends can take: a schema names what it may be given."""
WITHOUT_DEFAULT: Final[dict[str, Any]] = {_KEY: [_inner]}
"""The metadata of a default that has no JSON form."""
