"""The base class of every model.

What it adds to pydantic's:

* names and aliases are both accepted from the caller; the server is read by its own names;
* only what was set is sent (`exclude_unset`); an explicit None is left out of a field that is optional and not
  nullable; `UNSET` is never sent; a required single value (`CONST`) is always sent, and the default of a required
  field (`PRESET`) if the caller gives nothing else;
* the caller's values are checked strictly, misspelt names included; the server's are read leniently (`direction`);
* what the server sends and the document does not have is out of the way: no attribute, no part of `repr` and
  comparisons, never sent back; `model_extra` has it (see `values.server_schema`);
* the wire forms of `scalars`;
* `repr` shows what was set, without fields marked `Field(repr=False)`.

All of it stands in the core schema, made once per class on first use: decoding runs no Python code per model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Self, cast

import pydantic
from pydantic import ConfigDict, GetCoreSchemaHandler
from pydantic.config import ExtraValues
from pydantic_core import CoreSchema, SchemaValidator, to_json

from .adapter.one_by_one import deep, one_by_one
from .renamed import Formerly, old_member
from .unset import UNSET, Nullable, OptionalNullable, Unset, is_absent, is_unset
from .values.any_of import ANY_OF
from .values.enums import (
    OPEN_ENUM,
    ClosedIntEnum,
    ClosedStrEnum,
    OpenIntEnum,
    OpenStrEnum,
    UnrecognizedFloat,
    UnrecognizedInt,
    UnrecognizedStr,
)
from .values.fields import adapt_field, complete_fields, of_the_caller
from .values.numbers import BIGINT_STRING, DECIMAL_NUMBER
from .values.scalars import OR_STRING, wire_schema
from .values.server_schema import OwnValidator
from .values.unions import Tagged, Unlisted, Unrecognized

__all__ = [
    "ANY_OF",
    "APART",
    "BIGINT_STRING",
    "CONST",
    "DECIMAL_NUMBER",
    "EXTRA",
    "OPEN_ENUM",
    "OR_STRING",
    "PRESET",
    "UNSET",
    "BaseModel",
    "ClosedIntEnum",
    "ClosedStrEnum",
    "Formerly",
    "FreeForm",
    "Nullable",
    "OpenIntEnum",
    "OpenStrEnum",
    "OptionalNullable",
    "SecurityModel",
    "Tagged",
    "Unlisted",
    "Unrecognized",
    "UnrecognizedFloat",
    "UnrecognizedInt",
    "UnrecognizedStr",
    "Unset",
    "old_member",
    "wire_default",
]


class _Mark:
    """What annotates a field."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return self._name


CONST: Final = _Mark("CONST")
"""Annotates a field that has one value: it is sent although the caller did not give it."""

PRESET: Final = _Mark("PRESET")
"""Annotates a required field with a default: the server cannot apply it, so it is sent if the caller gives nothing."""

APART: Final = _Mark("APART")
"""Annotates a union that is one member of another one, which its own members would join without it."""

EXTRA: Final = ConfigDict(extra="allow")
"""The `model_config` of a class with typed `additionalProperties`."""


class BaseModel(pydantic.BaseModel):
    """The base class of every model; see the module's docstring."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        allow_inf_nan=False,
        ser_json_inf_nan="constants",  # so that `codec` sees them, and refuses them
        arbitrary_types_allowed=True,
        protected_namespaces=(),
        hide_input_in_errors=True,
    )

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """The class itself waits for its first use; what pydantic makes of it for somebody else does not.

        FastAPI silences warnings of pydantic's while it makes such an adapter, and not at the first request.
        """
        if cls.__module__ != __name__:
            cls.model_config["defer_build"] = False

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return one_by_one(cls, source, handler, cls._own_schema)

    @classmethod
    def _own_schema(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The core schema of the class, in which other classes are only referred to."""
        complete_fields(cls)
        made = handler(source)
        schema = cast(dict[str, Any], made)
        if schema["type"] != "model" or schema.get("strict") is False:
            return made
        schema["strict"] = False  # a dictionary is as good as an instance; it also marks the schema as done
        while schema["schema"]["type"] != "model-fields":  # inside the validators of the class
            schema = schema["schema"]
        fields = schema["schema"]
        for field in fields["fields"].values():
            adapt_field(field, handler)
        if "extras_schema" in fields:
            fields["extras_schema"] = wire_schema(fields["extras_schema"], handler)
        infos = cls.__pydantic_fields__
        sent = [name for name, info in infos.items() if CONST in info.metadata or PRESET in info.metadata]
        blank = {
            key: is_unset if fields["fields"][name].get("serialization_exclude_if") is is_unset else is_absent
            for name, info in infos.items()
            if PRESET in info.metadata
            for key in (name, info.alias or name)
        }
        former = {
            mark.name: name for name, info in infos.items() for mark in info.metadata if isinstance(mark, Formerly)
        }
        if sent or former:
            schema["schema"] = of_the_caller(fields, sent, blank, former)
        return made

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Any = None,
    ) -> bool | None:
        """Completes the class; names are looked up in its module alone, never in the caller's frames."""
        with deep():
            if cls.__pydantic_complete__ and not force:
                return None
            done = super().model_rebuild(
                force=force, raise_errors=raise_errors, _types_namespace=_types_namespace or {}
            )
            if isinstance(cls.__pydantic_validator__, SchemaValidator):
                cls.__pydantic_validator__ = cast("SchemaValidator", OwnValidator(cls.__pydantic_validator__))
            return done

    @classmethod
    def from_response(cls, data: bytes | str | Mapping[str, Any]) -> Self:
        """Reads what the server sent, in a webhook or from a store: JSON, or data that is decoded already.

        It is read as an answer is: what the document does not list is kept, not refused.  The names are those of the
        wire, so a dump that is read again is made with `by_alias=True`.

        Raises `pydantic.ValidationError` if it does not fit all the same.
        """
        from .values.codec import codec

        read: Self = codec(cls).read_any(data)
        return read

    @classmethod
    def model_validate_json(
        cls,
        json_data: bytes | bytearray | str,
        *,
        strict: bool | None = None,
        extra: ExtraValues | None = None,
        context: Any = None,
        by_alias: bool | None = None,
        by_name: bool | None = None,
    ) -> Self:
        """pydantic's own; without options it reads as `from_response` does, and takes the names of fields, too."""
        if not all(option is None for option in (strict, extra, context, by_alias, by_name)):
            return super().model_validate_json(
                json_data, strict=strict, extra=extra, context=context, by_alias=by_alias, by_name=by_name
            )
        from .values.codec import codec

        read: Self = codec(cls).read_dump(json_data)
        return read

    def __eq__(self, other: object) -> bool:
        """Whether the fields are equal; further properties count where the document types them."""
        if not isinstance(other, BaseModel) or type(self) is not type(other):
            return NotImplemented
        if self.__dict__ != other.__dict__:
            return False
        return self.model_config.get("extra") != "allow" or (self.model_extra or {}) == (other.model_extra or {})

    __hash__ = None  # type: ignore[assignment]  # it can be changed

    if TYPE_CHECKING:

        @property
        def validation_errors(self) -> Any:
            """Of an answer, or an object in it: what did not fit its type and was kept as it came, `Misfit` each."""

    else:  # attributes that nobody declared are errors to type checkers

        def __getattr__(self, name: str) -> Any:
            """Further properties are attributes where the document types them, and nowhere else.

            So is what did not fit its type, of a result, unless the document has that name.
            """
            if name == "validation_errors" and name not in (self.__pydantic_extra__ or ()):
                return self._misfits()
            if type(self).model_config.get("extra") != "allow":
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            return super().__getattr__(name)

        def model_dump(self, **options: Any) -> dict[str, Any]:
            """pydantic's own; of what did not fit, which was told of already, without its warnings."""
            return super().model_dump(**(self._as_kept(options) if self._misfits() else options))

        def model_dump_json(self, **options: Any) -> str:
            """pydantic's own; what did not fit goes back as it came."""
            if not self._misfits():
                return super().model_dump_json(**options)
            layout = {name: options.pop(name) for name in ("indent", "ensure_ascii") if name in options}
            data = super().model_dump(mode="json", **self._as_kept(options))
            return to_json(data, inf_nan_mode="constants", **layout).decode()

        def _misfits(self) -> Any:  # a document may have a property of the public name
            return (self.__pydantic_private__ or {}).get("validation_errors", ())

        def _as_kept(self, options: dict[str, Any]) -> dict[str, Any]:
            return {"warnings": False, **options}

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """What was set, without secrets."""
        for name, info in type(self).__pydantic_fields__.items():
            if info.repr and (name in self.__pydantic_fields_set__ or CONST in info.metadata):
                value = self.__dict__.get(name, UNSET)
                if value is not UNSET:
                    yield name, value
        if self.__pydantic_extra__ and self.model_config.get("extra") == "allow":
            yield from self.__pydantic_extra__.items()

    def _additional_properties(self) -> dict[str, Any]:
        if self.__pydantic_extra__ is None:  # made by `model_construct`
            self.__pydantic_extra__ = {}
        return self.__pydantic_extra__


class FreeForm(BaseModel):
    """The base class of objects that the document leaves open: they hold whatever they are given.

    The members are items and attributes, `model_extra` is all of them.
    """

    model_config = EXTRA

    if not TYPE_CHECKING:
        __pydantic_extra__: dict[str, Any]

    @property
    def additional_properties(self) -> dict[str, Any]:
        """What the server sent, or the caller gave, beside the declared properties."""
        return self._additional_properties()

    def __getitem__(self, name: str) -> Any:
        """One member.  Raises `KeyError` if it is not there."""
        return self._additional_properties()[name]

    def __contains__(self, name: object) -> bool:
        return name in self._additional_properties()


class SecurityModel(BaseModel):
    """The base class of models that hold credentials: no field is shown, and it does not pickle."""

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """Nothing: every field is a secret."""
        return iter(())

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"{type(self).__name__} holds credentials; it does not pickle")


def wire_default(type_: Callable[[], Any], text: str) -> Callable[[], Any]:
    """The factory of a default that is written as JSON, read as what the server sends; a new value each time."""

    def read() -> Any:
        from .values.codec import codec

        return codec(type_()).read(text)

    return read
