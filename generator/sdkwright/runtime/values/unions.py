"""Discriminated unions whose unknown members survive.

An object from the server whose tag is not listed becomes `Unrecognized` and dumps back equal; the caller cannot build
one.  A class and those that are made of it are such a union, too: there the class itself takes what has another tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, Final, Literal, Self, cast, get_args

import pydantic
from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .direction import from_wire
from .shown import NOT_SHOWN, WITHOUT_TAG

__all__ = ["SEVERAL_KEY", "TAGGED_KEY", "Tagged", "Unlisted", "Unrecognized", "unlisted_schema"]


class Unlisted(Enum):
    """The type, to checkers, of what stands in an object with an unknown tag; nothing that was sent is of it."""

    VALUE = object()


class Unrecognized:
    """An object from the server with a tag that the document does not list.  Only the decoder makes one.

    `tag` is what stands under the discriminator (None: nothing stands there), `raw` the whole object.
    """

    __slots__ = ("raw", "tag")

    tag: str | int | float | bool | None
    raw: dict[str, Any]

    def __new__(cls, *_: object, **__: object) -> Self:
        raise TypeError("Unrecognized is made for objects that the server sent; it cannot be built")

    def __getattr__(self, name: str) -> Literal[Unlisted.VALUE]:
        """What the server sent under a name, the tag above all: `pet.kind == "cat"` is false, and checkers know it.

        To them it is a value of which they know one thing: no document lists it.
        """
        if name.startswith("_") or name in self.__slots__ or name not in self.raw:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return cast("Literal[Unlisted.VALUE]", self.raw[name])

    def __repr__(self) -> str:
        return f"Unrecognized(tag={self.tag!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unrecognized) and self.raw == other.raw

    __hash__ = None  # type: ignore[assignment]  # it holds a mutable object, as the models do

    def __reduce__(self) -> tuple[Any, ...]:
        return _unrecognized, (type(self), self.tag, self.raw, tuple(getattr(self, "__dict__", ())))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.is_instance_schema(cls, serialization=_DUMP, metadata=NOT_SHOWN)


def _unrecognized(kind: type[Unrecognized], tag: Any, raw: dict[str, Any], names: Iterable[str] = ()) -> Unrecognized:
    """`names` are what the field of the tag is called: attributes of the classes that SDKs derive for a union."""
    made = object.__new__(kind)
    made.tag = tag
    made.raw = raw
    if kind is not Unrecognized:
        vars(made).update(dict.fromkeys(names, tag))
    return made


def _raw(value: Unrecognized) -> dict[str, Any]:
    return value.raw


_DUMP: Final = core_schema.plain_serializer_function_ser_schema(_raw)


TAGGED_KEY: Final = "tagged"
"""Where the core schema of a tagged union has its `Tagged`."""
SEVERAL_KEY: Final = "several"
"""Where the core schema of a union whose members may hold together has what reads several of them."""


class Tagged:
    """The discriminator of a union: the wire name of the tag, and the position of the member for each value.

    `names` are the Python names of the tag's field where they differ from the wire name: the caller's dictionaries and
    models have the tag there.  `parent` is the position of the member that takes what has another tag, or none: the one
    of which the others are made, or the one that the document names (`defaultMapping`).
    """

    __slots__ = ("mapping", "names", "parent", "unlisted", "wire")

    def __init__(
        self,
        wire: str,
        mapping: Mapping[str | int | float | bool, int],
        names: tuple[str, ...] = (),
        parent: int | None = None,
    ) -> None:
        self.wire = wire
        self.mapping = mapping
        self.names = names
        self.parent = parent
        self.unlisted = Unrecognized
        """What becomes of an object with another tag: the class that the union itself has for it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        members: list[Any] = []
        for member in get_args(source):
            if isinstance(member, type) and issubclass(member, Unrecognized):
                self.unlisted = member
            else:
                members.append(member)
        schemas = [handler.generate_schema(member) for member in members]

        paths: list[list[str | int]] = [[name] for name in (self.wire, *self.names)]
        listed = core_schema.tagged_union_schema(
            {tag: schemas[position] for tag, position in self.mapping.items()},
            paths,
            from_attributes=True,
            metadata=None if self.parent is None else WITHOUT_TAG,
        )
        choices: list[CoreSchema | tuple[CoreSchema, str]] = [(listed, "member")]
        if self.parent is None:
            choices.append((unlisted_schema([self]), "unrecognized"))
        else:
            choices.append((self._otherwise(schemas[self.parent]), "parent"))
            instances = core_schema.union_schema(list(schemas), mode="left_to_right")
            only = core_schema.no_info_before_validator_function(_instance, instances, metadata=NOT_SHOWN)
            choices.append((only, "instance"))
        return core_schema.union_schema(choices, mode="left_to_right", metadata={TAGGED_KEY: self})

    def _otherwise(self, parent: CoreSchema) -> CoreSchema:
        """The parent, for what has no tag of a child; and for a caller who gives no more than the parent has."""

        def read(value: Any, handler: Any, info: core_schema.ValidationInfo) -> Any:
            if from_wire(info) and isinstance(value, dict) and self.lists(cast(dict[str, Any], value)):
                raise PydanticCustomError("union_tag_known", "Input is no object with an unknown tag from the server")
            return handler(value)

        return core_schema.with_info_wrap_validator_function(read, parent)

    def lists(self, raw: dict[str, Any]) -> bool:
        """Whether an object has a tag of one of the members."""
        tag = raw.get(self.wire)
        return isinstance(tag, str | int | float | bool) and tag in self.mapping


def _instance(value: Any) -> Any:
    """An instance, whatever its tag says: the caller knows which class it is."""
    if isinstance(value, pydantic.BaseModel):
        return value
    raise PydanticCustomError("union_instance", "Input is no instance of a class of the union")


def unlisted_schema(unions: Sequence[Tagged]) -> CoreSchema:
    """Takes an object from the server that has a tag of none of the unions."""

    def read(value: Any, info: core_schema.ValidationInfo) -> Unrecognized:
        if isinstance(value, Unrecognized):
            return value
        if isinstance(value, dict) and from_wire(info):
            raw = cast(dict[str, Any], value)
            if not any(union.lists(raw) for union in unions):
                tags = (raw[union.wire] for union in unions if union.wire in raw)
                tag = next((t for t in tags if isinstance(t, str | int | float | bool)), None)
                names = [name for union in unions for name in (union.wire, *union.names)]
                return _unrecognized(unions[0].unlisted, tag, raw, names)
        raise PydanticCustomError("union_tag_known", "Input is no object with an unknown tag from the server")

    return core_schema.with_info_plain_validator_function(read, serialization=_DUMP, metadata=NOT_SHOWN)
