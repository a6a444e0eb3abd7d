"""`UNSET`: "the caller said nothing", where `None` means JSON null.

This module imports no pydantic: signatures need these names before anything else is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias, TypeVar, Union, final

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["UNSET", "UNSET_SENTINEL", "Nullable", "OptionalNullable", "Unset", "is_absent", "is_unset"]

T = TypeVar("T")


@final
class Unset:
    """The type of `UNSET`.  It has one instance, which is false and survives copying and pickling."""

    __slots__ = ()
    _instance: Unset | None = None

    def __new__(cls) -> Unset:
        if cls._instance is None:
            cls._instance = object.__new__(cls)
        return cls._instance

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __copy__(self) -> Unset:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Unset:
        return self

    def __reduce__(self) -> str:
        return "UNSET"


UNSET: Final = Unset()
"""The value of an argument or a field that was not given."""

UNSET_SENTINEL: Final = "~?~unset~?~sentinel~?~"
"""A text by which programs written for published SDKs tell that a field was not given; here it is never written."""

METADATA_KEY: Final = "accepts_unset"
"""The key in a core schema's metadata by which `model` knows a field that takes `UNSET`."""


def is_unset(value: object) -> bool:
    """Whether a value is `UNSET`: the fields for which this holds are left out of what is sent."""
    return value is UNSET


def is_absent(value: object) -> bool:
    """Whether a value is None or `UNSET`: nothing is sent."""
    return value is None or value is UNSET


class _AcceptUnset:
    """Validates `OptionalNullable[T]`: JSON is read as `Optional[T]` at its speed; Python values may be `UNSET` too."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from typing import get_args

        from pydantic_core import core_schema

        members = tuple(member for member in get_args(source) if member is not Unset and member is not type(None))
        inner = handler.generate_schema(Union[members])  # noqa: UP007 - made from a tuple
        return core_schema.json_or_python_schema(
            json_schema=core_schema.nullable_schema(inner),
            python_schema=core_schema.nullable_schema(
                core_schema.union_schema([inner, core_schema.is_instance_schema(Unset)], mode="left_to_right")
            ),
            metadata={METADATA_KEY: True},
        )


Nullable: TypeAlias = Union[T, None]  # noqa: UP007 - a generic alias
"""Must be given, and may be null."""

OptionalNullable: TypeAlias = Annotated[Union[T, Unset, None], _AcceptUnset()]  # noqa: UP007 - a generic alias
"""May be left out (`UNSET`), and may be null."""
