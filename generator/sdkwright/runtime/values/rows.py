"""`Row`: the base of the plan's parts.  Like a frozen dataclass or a named tuple to the type checkers and in use.

Making a class of these costs a few microseconds instead of some hundred, and an SDK's import is made of little else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeAlias, dataclass_transform

Type: TypeAlias = Callable[[], object]
"""A thunk that names a type: a class, or an annotation such as `List[models.Pet]`."""


@dataclass_transform(frozen_default=True, eq_default=True)
class Row:
    """Fields are the annotations in their order; those with a class attribute have that default.  Immutable."""

    _fields: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        cls._fields = tuple(cls.__annotations__)
        cls._defaults = {name: cls.__dict__[name] for name in cls._fields if name in cls.__dict__}

    def __init__(self, *values: Any, **named: Any) -> None:
        if len(values) > len(self._fields):
            raise TypeError(f"{type(self).__name__} has {len(self._fields)} fields, not {len(values)}")
        given = dict(zip(self._fields, values, strict=False))
        if not named.keys().isdisjoint(given) or not named.keys() <= set(self._fields):
            raise TypeError(f"{type(self).__name__} has the fields {', '.join(self._fields)}, each given once")
        made = self._defaults | given | named
        if len(made) < len(self._fields):
            missing = [name for name in self._fields if name not in made]
            raise TypeError(f"{type(self).__name__} needs {', '.join(missing)}")
        self.__dict__.update(made)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._fields)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__name__}({shown})"
