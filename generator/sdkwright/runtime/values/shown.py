"""What pydantic's JSON Schema says of core schemas that it cannot work out: metadata for `core_schema` functions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NoReturn

from pydantic_core import PydanticOmit, core_schema

__all__ = ["NOT_SHOWN", "WITHOUT_DEFAULT", "WITHOUT_TAG", "shown_as"]


def shown_as(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata of what has this JSON Schema."""

    def show(_schema: Any, _handler: Any) -> dict[str, Any]:
        return dict(schema)

    return {_KEY: [show]}


def _omit(_schema: Any, _handler: Any) -> NoReturn:
    raise PydanticOmit


def _inner(schema: Any, handler: Any) -> Any:
    return handler(schema["schema"])


def _members(schema: Any, handler: Any) -> Any:
    return handler(core_schema.union_schema(list({id(one): one for one in schema["choices"].values()}.values())))


_KEY: Final = "pydantic_js_functions"
NOT_SHOWN: Final[dict[str, Any]] = {_KEY: [_omit]}
"""The metadata of a choice that only what the server sends can take: a schema names what it may be given."""
WITHOUT_DEFAULT: Final[dict[str, Any]] = {_KEY: [_inner]}
"""The metadata of a default that has no JSON form."""
WITHOUT_TAG: Final[dict[str, Any]] = {"pydantic_js_annotation_functions": [_members]}
"""The metadata of a tagged union whose tag does not decide everything."""
