"""`Frozen`: the base of the values that the stages hand on.

To the type checkers, and in use, its classes are like frozen dataclasses with slots.  Making such a class takes a
fortieth of what a dataclass takes, and making a value a tenth.  The collector of circles does not look at them: what is
frozen holds nothing that leads back to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

from msgspec import NODEFAULT, field
from msgspec.structs import FieldInfo

__all__ = ["Frozen", "field", "fields", "force_setattr", "replace", "usual"]

if TYPE_CHECKING:
    V = TypeVar("V", bound="Frozen")

    @dataclass_transform(frozen_default=True, field_specifiers=(field,))
    class Frozen:
        def __init_subclass__(cls, *, order: bool = False, cache_hash: bool = False) -> None: ...

    def fields(value: Frozen | type[Frozen], /) -> tuple[FieldInfo, ...]: ...
    def replace(value: V, /, **changes: Any) -> V: ...
    def force_setattr(value: Frozen, name: str, to: object, /) -> None: ...

else:
    from msgspec import Struct
    from msgspec.structs import fields, force_setattr, replace

    class Frozen(Struct, frozen=True, gc=False):
        """Fields are the annotations in their order."""


def usual(field: FieldInfo) -> object:
    """What a field is when nobody says; no value is equal to it where it has to be said."""
    return field.default if field.default_factory is NODEFAULT else field.default_factory()
