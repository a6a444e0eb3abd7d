"""Choices of which several members may hold at once: `anyOf` (JSON Schema, core, section 10.2.1.2).

An object that fits several classes and is known whole by none of them is an instance of as many as it takes, that which
knows most of it first: of a class made for them, which inherits from each.  What such an instance holds is checked,
dumped and sent as the members say.
"""

from __future__ import annotations

import copy
import types
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Final, Union, cast, get_args, get_origin

import pydantic
from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic.fields import FieldInfo
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
    elif get_origin(source) is Annotated:
        yield from _classes(get_args(source)[0])
    elif get_origin(source) in (Union, types.UnionType):
        for member in get_args(source):
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
            if given[kind] <= known and not (given[kind] and _lacks(fitting[0])):
                continue
            made = _read(codec(kind), data, given[kind], info)
            if made is not None and (given[kind] - known or any(_adds(one, made) for one in fitting)):
                fitting.append(made)
                known |= given[kind]
        if len(fitting) < 2:
            return None
        sent = from_server(info.context)
        joined = _joined(fitting, {name: item for name, item in data.items() if name not in known})
        return None if joined is None or (_lacks(joined) and not (sent and keeps_rest)) else joined


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
    """An instance of one class, with what it does not know beside its fields; None if the object does not fit it."""
    try:
        if from_wire(info):
            return cast(pydantic.BaseModel, codec.read_data(dict(data), by_name=info.context is not SERVER))
        try:
            return cast(pydantic.BaseModel, codec.accept({name: data[name] for name in data if name in known}))
        except ValidationError:  # perhaps for what another member knows further below
            return cast(pydantic.BaseModel, codec.accept(dict(data), keep_unknown=True))
    except ValidationError:
        return None


# ------------------------------------------------------------------------------------------------- several as one


def _is_open(value: pydantic.BaseModel) -> bool:
    return type(value).model_config.get("extra") == "allow"


def _unknown(value: pydantic.BaseModel) -> dict[str, Any]:
    """What stands beside the fields of a class that takes no further members."""
    return {} if _is_open(value) else value.__pydantic_extra__ or {}


def _lacks(value: object) -> bool:
    """Whether anything in a value is known by none of its classes."""
    if isinstance(value, pydantic.BaseModel):
        return bool(_unknown(value)) or any(map(_lacks, value.__dict__.values()))
    if isinstance(value, Mapping):
        return any(map(_lacks, cast("Mapping[str, object]", value).values()))
    return isinstance(value, list | tuple) and any(map(_lacks, cast("list[object]", value)))


def _adds(one: object, other: object) -> bool:
    """Whether the second reading of an object knows something in it that the first does not."""
    return any(_adds(left, right) for left, right in _pairs(one, other)) or (
        isinstance(one, pydantic.BaseModel)
        and isinstance(other, pydantic.BaseModel)
        and any(name in _knows(other) for name in _unknown(one))
    )


def _knows(value: pydantic.BaseModel) -> set[str]:
    """The members that a reading has as fields, or as further members that its class takes."""
    fields = type(value).__pydantic_fields__
    names = {name for field in value.model_fields_set & fields.keys() for name in (field, fields[field].alias or field)}
    return names | (value.__pydantic_extra__ or {}).keys() if _is_open(value) else names


def _pairs(one: object, other: object) -> Iterator[tuple[object, object]]:
    """What two readings have at the same places."""
    if isinstance(one, pydantic.BaseModel) and isinstance(other, pydantic.BaseModel):
        one, other = one.__dict__, other.__dict__
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        left, right = cast("Mapping[str, object]", one), cast("Mapping[str, object]", other)
        yield from ((item, right[name]) for name, item in left.items() if name in right)
    elif isinstance(one, list) and isinstance(other, list):
        yield from zip(cast("list[object]", one), cast("list[object]", other), strict=False)


def _both(one: Any, other: Any) -> Any:
    """What two readings of one place know together."""
    if not _adds(one, other):
        return one
    if isinstance(one, pydantic.BaseModel):
        beside: dict[str, Any] = other.__pydantic_extra__ or {}
        return _joined([one, other], {name: beside[name] for name in _unknown(one) if name in beside}) or one
    if isinstance(one, list):
        return [_both(left, right) for left, right in zip(cast("Iterable[Any]", one), other, strict=True)]
    members: dict[str, Any] = one
    return {name: _both(item, other[name]) for name, item in members.items()}


def _joined(members: list[pydantic.BaseModel], rest: dict[str, Any]) -> Any:
    """One instance with the fields of several; the first has the word where two have the same.

    None if there are too many classes of this kind.
    """
    kinds = [kind for member in members for kind in _kinds(type(member))]
    kind = _class_of(tuple(dict.fromkeys(kinds)))
    if kind is None:
        return None
    values: dict[str, Any] = {}
    for member in members:
        for name, item in member.__dict__.items():
            values[name] = _both(values[name], item) if name in values else item
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
        return _blank, _kinds(type(made)), made.__getstate__()


def _kinds(kind: Kind) -> tuple[Kind, ...]:
    """The classes of which one is made; a class of the document itself alone."""
    return cast("tuple[Kind, ...]", kind.__bases__[1:]) if issubclass(kind, _Joined) else (kind,)


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
            fields: dict[str, Any] = {}
            for name, owners in _shared(kinds).items():
                leaves = [leaf for owner in owners for leaf in _leaves(owner.annotation)]
                objects = [leaf for leaf in leaves if isinstance(leaf, type) and issubclass(leaf, pydantic.BaseModel)]
                for kind in objects:
                    kind.model_rebuild()
                # What is joined below is of a class that no annotation names; it is dumped as its own class says.
                others = [] if len(objects) == len(leaves) else [owner.annotation for owner in owners]
                fields[name] = (Union[*others, Any], copy.copy(owners[0]))
            name = "And".join(kind.__name__ for kind in kinds)
            bases = cast("tuple[Kind, ...]", (_Joined, *kinds))
            made = pydantic.create_model(name, __base__=bases, __module__=__name__, **fields)
            made.model_rebuild()
            _made[kinds] = made
        return _made[kinds]


def _shared(kinds: tuple[Kind, ...]) -> dict[str, list[FieldInfo]]:
    """The fields that several of the classes have, and not of the same type."""
    found: dict[str, list[FieldInfo]] = {}
    for kind in kinds:
        for name, field in kind.__pydantic_fields__.items():
            found.setdefault(name, []).append(field)
    return {
        name: fields
        for name, fields in found.items()
        if any(field.annotation != fields[0].annotation for field in fields)
    }


def _leaves(annotation: Any) -> Iterator[Any]:
    """The types of which a type is made, but null: those of lists, mappings and choices."""
    inner = get_args(annotation)
    match get_origin(annotation):
        case kind if kind is Annotated or kind is list:
            yield from _leaves(inner[0])
        case kind if kind is dict:
            yield from _leaves(inner[1])
        case kind if kind in (Union, types.UnionType):
            for member in inner:
                yield from _leaves(member)
        case _:
            if annotation is not type(None):
                yield annotation
