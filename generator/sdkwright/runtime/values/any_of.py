"""Choices of which several members may hold at once: `anyOf` (JSON Schema, core, section 10.2.1.2).

An object that fits several classes and is known whole by none of them is an instance of as many as it takes, that which
knows most of it first: of a class made for them, which inherits from each.  What such an instance holds is checked,
dumped and sent as the members say.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Final, cast, get_args, get_origin

import pydantic
from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, PydanticSerializationUnexpectedValue, core_schema

from ..adapter.locks import ProcessLock
from ..renamed import Formerly
from .direction import SERVER, from_server, from_wire
from .shown import NOT_SHOWN
from .unions import SEVERAL_KEY

if TYPE_CHECKING:
    from .codec import Codec

__all__ = ["ANY_OF"]

Kind = type[pydantic.BaseModel]

_MOST_CLASSES: Final = 256
"""How many classes are made for several others at most: the server chooses which members it sends together."""


class _AnyOf:
    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        several = Several(tuple(_classes(source)))
        return core_schema.union_schema(
            [(handler(source), "one"), (several.schema(keeps_rest=True), "several")],
            mode="left_to_right",
            metadata={SEVERAL_KEY: several},
        )


ANY_OF: Final = _AnyOf()
"""Annotates a union whose members may hold together."""


def _classes(source: Any) -> Iterator[Kind]:
    """The classes of a union, and of the unions in it, that take no further members: the others hold all anyway."""
    if isinstance(source, type):
        if issubclass(source, pydantic.BaseModel) and source.model_config.get("extra") != "allow":
            yield source
        return
    members = get_args(source)
    for member in members[:1] if get_origin(source) is Annotated else members:
        yield from _classes(member)


class Several:
    """The members of a choice, of which an object may be several."""

    __slots__ = ("_kinds",)

    def __init__(self, kinds: tuple[Kind, ...]) -> None:
        self._kinds = kinds

    def schema(self, *, keeps_rest: bool) -> CoreSchema:
        """What reads an object that is several of the members.

        `keeps_rest`: what none of them knows is kept if the server sent it; otherwise such an object does not fit.
        """

        def read(value: Any, info: core_schema.ValidationInfo) -> Any:
            given = cast("Mapping[str, Any] | None", value if isinstance(value, Mapping) else None)
            made = None if given is None else self._made(given, info, keeps_rest)
            if made is None:
                raise PydanticCustomError("any_of", "Input is not several of the members at once")
            return made

        def dump(value: Any, handler: core_schema.SerializerFunctionWrapHandler) -> Any:
            if sum(isinstance(value, kind) for kind in self._kinds) < 2:
                raise PydanticSerializationUnexpectedValue("Expected an instance of several members")
            return handler(value)

        return core_schema.with_info_plain_validator_function(
            read,
            # What stands for any value is dumped as its own class says.
            serialization=core_schema.wrap_serializer_function_ser_schema(dump, schema=core_schema.any_schema()),
            metadata=NOT_SHOWN,
        )

    def _made(self, data: Mapping[str, Any], info: core_schema.ValidationInfo, keeps_rest: bool) -> Any:
        """The instance of several classes; None if one of them knows as much as all that fit, or none fits."""
        from .codec import codec

        given = {kind: _names(kind, info) & data.keys() for kind in self._kinds}
        known: set[str] = set()
        fitting: list[pydantic.BaseModel] = []
        for kind in sorted(given, key=lambda each: -len(given[each])):
            if given[kind] <= known:
                continue
            made = _read(codec(kind), data, given[kind], info)
            if made is not None:
                fitting.append(made)
                known |= given[kind]
        rest = {name: item for name, item in data.items() if name not in known}
        if len(fitting) < 2 or (rest and not (keeps_rest and from_server(info.context))):
            return None
        return _joined(fitting, rest if from_server(info.context) else None)


def _names(kind: Kind, info: core_schema.ValidationInfo) -> set[str]:
    """What the fields of a class are called where the value comes from."""
    names: set[str] = set()
    for name, field in kind.__pydantic_fields__.items():
        names.add(field.alias or name)
        if info.context is not SERVER:
            names.add(name)
            names |= {mark.name for mark in field.metadata if isinstance(mark, Formerly)}
    return names


def _read(
    codec: Codec[Any], data: Mapping[str, Any], known: set[str], info: core_schema.ValidationInfo
) -> pydantic.BaseModel | None:
    """An instance of one class; None if the object does not fit it."""
    try:
        if from_wire(info):
            return cast(pydantic.BaseModel, codec.read_data(dict(data), by_name=info.context is not SERVER))
        return cast(pydantic.BaseModel, codec.accept({name: data[name] for name in data if name in known}))
    except ValidationError:
        return None


def _joined(members: list[pydantic.BaseModel], rest: dict[str, Any] | None) -> Any:
    """One instance with the fields of several; the first has the word where two have the same.

    None if there are too many classes of this kind.
    """
    kind = _class_of(tuple(map(type, members)))
    if kind is None:
        return None
    values: dict[str, Any] = {}
    for member in members:
        values = {**values, **{name: item for name, item in member.__dict__.items() if name not in values}}
    made = kind.__new__(kind)
    for slot, value in (
        ("__dict__", values),
        ("__pydantic_fields_set__", set[str]().union(*(member.model_fields_set for member in members))),
        ("__pydantic_extra__", rest),
        ("__pydantic_private__", None),
    ):
        object.__setattr__(made, slot, value)
    return made


class _Joined:
    """What the classes that are made here are besides: copies and pickles name what they were made for."""

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        made = cast(pydantic.BaseModel, self)
        return _blank, type(self).__bases__[1:], made.__getstate__()


def _blank(*kinds: Kind) -> Any:
    """An instance without anything, which a pickle fills."""
    kind = _class_of(kinds)
    if kind is None:
        raise TypeError("there are too many classes that are several others at once")
    return kind.__new__(kind)


_made: Final[dict[tuple[Kind, ...], Kind]] = {}
_making: Final = ProcessLock()


def _class_of(kinds: tuple[Kind, ...]) -> Kind | None:
    """The class that inherits from all of these; None if there are too many already."""
    with _making:
        if kinds not in _made:
            if len(_made) == _MOST_CLASSES:
                return None
            name = "And".join(kind.__name__ for kind in kinds)
            body = {"__module__": __name__}
            made = cast(Kind, types.new_class(name, (_Joined, *kinds), exec_body=lambda held: held.update(body)))
            made.model_rebuild()
            _made[kinds] = made
        return _made[kinds]
