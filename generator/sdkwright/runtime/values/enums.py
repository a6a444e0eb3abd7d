"""Enums that stay open to values which the document does not list.

A value from the server that is not listed is kept, compares and dumps like the plain value, and can be told apart with
`isinstance`.  The same value built by the caller is an error.  Known values never reach Python code while validating.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import ReprEnum
from typing import Any, Final, Literal, NoReturn, Self, cast, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, PydanticSerializationUnexpectedValue, core_schema

from .direction import from_wire
from .numbers import integer, literal
from .shown import NOT_SHOWN

__all__ = [
    "OPEN_ENUM",
    "ClosedIntEnum",
    "ClosedStrEnum",
    "OpenIntEnum",
    "OpenStrEnum",
    "UnrecognizedFloat",
    "UnrecognizedInt",
    "UnrecognizedStr",
]


def _refuse(cls: type[object]) -> NoReturn:
    raise TypeError(f"{cls.__name__} is made for values that the server sent; it cannot be built")


class UnrecognizedStr(str):
    """A text from the server that its enum does not list.  Only the decoder makes one."""

    __slots__ = ()

    def __new__(cls, *_: object) -> Self:
        _refuse(cls)

    def __reduce__(self) -> tuple[Callable[[str], UnrecognizedStr], tuple[str]]:
        return _unrecognized_str, (str(self),)

    def __str__(self) -> str:
        return str.__str__(self)


class UnrecognizedInt(int):
    """An integer from the server that its enum does not list.  Only the decoder makes one."""

    __slots__ = ()

    def __new__(cls, *_: object) -> Self:
        _refuse(cls)

    def __reduce__(self) -> tuple[Callable[[int], UnrecognizedInt], tuple[int]]:
        return _unrecognized_int, (int(self),)


class UnrecognizedFloat(float):
    """A number from the server that its enum does not list.  Only the decoder makes one."""

    __slots__ = ()

    def __new__(cls, *_: object) -> Self:
        _refuse(cls)

    def __reduce__(self) -> tuple[Callable[[float], UnrecognizedFloat], tuple[float]]:
        return _unrecognized_float, (float(self),)


def _unrecognized_str(value: str) -> UnrecognizedStr:
    return str.__new__(UnrecognizedStr, value)


def _unrecognized_int(value: int) -> UnrecognizedInt:
    return int.__new__(UnrecognizedInt, value)


def _unrecognized_float(value: float) -> UnrecognizedFloat:
    return float.__new__(UnrecognizedFloat, value)


_KEEPERS: Final[dict[type[Any], tuple[type[Any], Callable[[Any], Any]]]] = {
    UnrecognizedStr: (str, _unrecognized_str),
    UnrecognizedInt: (int, _unrecognized_int),
    UnrecognizedFloat: (float, _unrecognized_float),
}


def _expected(values: list[Any]) -> str:
    shown = [repr(value) for value in values[:20]]
    more = [f"one of {len(values) - 20} more"] if len(values) > 20 else []
    return " or ".join(shown + more)


class _OpenEnum:
    """Validates the alias form: the literals first, in the core; then whatever the server sent."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        expected: list[Any] = []
        keepers: dict[type[Any], Callable[[Any], Any]] = {}
        for member in get_args(source):
            if get_origin(member) is Literal:
                expected.extend(get_args(member))
            else:
                plain, keep = _KEEPERS[member]
                keepers[plain] = keep
        kept = tuple(unrecognized for unrecognized, (plain, _) in _KEEPERS.items() if plain in keepers)

        def unlisted(value: Any, info: core_schema.ValidationInfo) -> Any:
            if isinstance(value, kept):
                return value
            keep = keepers.get(float if isinstance(value, float) else type(cast(object, value)))
            if keep is None or not from_wire(info):
                raise ValueError
            return keep(value)

        def dump(value: Any) -> Any:
            if isinstance(value, kept):
                return value
            raise PydanticSerializationUnexpectedValue(f"Expected {_expected(expected)}")

        return core_schema.union_schema(
            [
                literal(expected),
                core_schema.with_info_plain_validator_function(
                    unlisted,
                    serialization=core_schema.plain_serializer_function_ser_schema(dump),
                    metadata=NOT_SHOWN,
                ),
            ],
            mode="left_to_right",
            custom_error_type="unlisted_value",
            custom_error_message="Input should be {expected}",
            custom_error_context={"expected": _expected(expected)},
        )


OPEN_ENUM: Final = _OpenEnum()
"""Annotates a union of literals and `UnrecognizedStr` (`UnrecognizedInt`, `UnrecognizedFloat`)."""


def _enum_schema(cls: Any) -> CoreSchema:
    members = list(cls.__members__.values())
    if issubclass(cls, str):
        return core_schema.enum_schema(cls, members, sub_type="str", strict=False)
    listed = core_schema.enum_schema(cls, members, sub_type="int", strict=False)
    # An enum of integers takes text and booleans for some; here it has no word with them.
    return core_schema.chain_schema([integer(), listed])


def _open_enum_schema(cls: Any, plain: type[Any]) -> CoreSchema:
    expected = _expected([member.value for member in cls.__members__.values()])

    def unlisted(value: Any, info: core_schema.ValidationInfo) -> Any:
        if isinstance(value, cls):
            return value
        if type(value) is not plain or not from_wire(info):
            raise PydanticCustomError("unlisted_value", "Input should be {expected}", {"expected": expected})
        return _unlisted_member(cls, value)

    return core_schema.union_schema(
        [_enum_schema(cls), core_schema.with_info_plain_validator_function(unlisted, metadata=NOT_SHOWN)],
        mode="left_to_right",
        custom_error_type="unlisted_value",
        custom_error_message="Input should be {expected}",
        custom_error_context={"expected": expected},
        serialization=core_schema.simple_ser_schema("str" if plain is str else "int"),
    )


def _unlisted_member(cls: Any, value: Any) -> Any:
    """A member that the class does not list.  It is not registered: an endless stream of values takes no memory."""
    member: Any = str.__new__(cls, value) if issubclass(cls, str) else int.__new__(cls, value)
    member._name_ = str(value)
    member._value_ = value
    return member


class ClosedStrEnum(str, ReprEnum):
    """Text values, all of them listed; `str(member)` is the value."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _enum_schema(cls)


class ClosedIntEnum(int, ReprEnum):
    """Integer values, all of them listed; `str(member)` is the value."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _enum_schema(cls)


class OpenStrEnum(str, ReprEnum):
    """Text values; one that the server sent and the class does not list becomes an unlisted member."""

    @property
    def is_recognized(self) -> bool:
        """Whether the document lists the value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _open_enum_schema(cls, str)

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return _member, (type(self), self._value_)


class OpenIntEnum(int, ReprEnum):
    """Integer values; one that the server sent and the class does not list becomes an unlisted member."""

    @property
    def is_recognized(self) -> bool:
        """Whether the document lists the value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _open_enum_schema(cls, int)

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        return _member, (type(self), self._value_)


def _member(cls: Any, value: Any) -> Any:
    """The member of a value, listed or not: how members are unpickled."""
    listed: dict[Any, Any] = cls._value2member_map_
    return listed[value] if value in listed else _unlisted_member(cls, value)
