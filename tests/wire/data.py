"""Plain data as a JSON or YAML text holds it, told apart so that both type checkers know what is inside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, TypeGuard

Json: TypeAlias = Any
Object: TypeAlias = Mapping[str, Json]


def is_object(value: object) -> TypeGuard[Object]:
    """Whether it is a JSON object."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[list[Json]]:
    """Whether it is a JSON array."""
    return isinstance(value, list)


def is_structure(value: object) -> bool:
    """Whether it is an object or an array."""
    return isinstance(value, Mapping | list)


def is_nested(value: object) -> bool:
    """Whether there is more inside than scalars: OpenAPI defines no form for that (3.1, section 4.8.12.4)."""
    inner = value.values() if is_object(value) else value if is_list(value) else ()
    return any(is_structure(each) for each in inner)


def object_of(value: object) -> Object:
    """The object, or an empty one where there is none."""
    return value if is_object(value) else {}
