"""Values to JSON and back: one codec per type, made on first use.

Bytes in, bytes out.  `read` takes what the server sent, `accept` what the caller built (a model, or dictionaries of the
same shape), `write` makes a body.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from typing import Annotated, Any, Final, Generic, Literal, NoReturn, Self, TypeVar, cast, get_args, get_origin

import pydantic
from pydantic import ConfigDict, TypeAdapter
from pydantic_core import (
    CoreConfig,
    CoreSchema,
    PydanticSerializationError,
    SchemaSerializer,
    SchemaValidator,
    from_json,
)

from ..adapter.locks import ProcessLock
from ..adapter.one_by_one import deep
from .direction import DUMP, SERVER
from .numbers import Marks
from .scalars import wire_schema
from .server_schema import is_simple, nodes, server_schema

__all__ = ["Codec", "codec"]

T = TypeVar("T")

_CONFIG: Final = ConfigDict(
    strict=True,
    allow_inf_nan=False,
    ser_json_inf_nan="constants",
    arbitrary_types_allowed=True,
    hide_input_in_errors=True,
)
"""For types that are no models; as `model.BaseModel` has it."""

_CORE_CONFIG: Final = CoreConfig(
    strict=True, allow_inf_nan=False, ser_json_inf_nan="constants", hide_input_in_errors=True
)

_BY_NAME: Final[dict[str, Any]] = {"by_name": True, "context": DUMP}

_INEXACT: Final = re.compile(rb"\d[\d.]{15}|[eE][+-]?\d|\.\d*0(?!\d)")
"""A JSON number that a float might not hold exactly, or not with its last zeros."""


class Codec(Generic[T]):
    """Reads and writes the values of one type."""

    __slots__ = ("_read_text", "_serializer", "_validate", "_validator", "exact", "read", "schema")

    read: Callable[[bytes | bytearray | str], T]
    """Reads JSON that the server sent.  Raises `pydantic.ValidationError`."""

    def __init__(self, schema: CoreSchema, validator: SchemaValidator, serializer: SchemaSerializer) -> None:
        self.schema = schema
        """What the values are, as pydantic's core has it: the caller's side."""
        self.exact = any(node["type"] == "decimal" for node in nodes(schema))
        self._validator = validator
        self._serializer = serializer
        self._validate: Callable[..., T] | None = None
        self._read_text: Callable[..., T] = self._first_read
        self.read = self._first_read

    def _first_read(self, body: bytes | bytearray | str) -> T:
        self.prepare()
        return self.read(body)

    def prepare(self) -> None:
        """Makes what reads the server's values: types that are only sent do not need it."""
        simple = is_simple(self.schema)
        validator = self._validator if simple else SchemaValidator(server_schema(self.schema), _CORE_CONFIG)
        read_python, read_text = validator.validate_python, validator.validate_json
        # `extra` of the call goes before the classes' own.
        extra: Literal["allow"] | None = "allow" if simple else None

        # Functions, because `functools.partial` merges its keywords at each call.
        def validate(data: object, by_name: bool = False, context: object = SERVER) -> T:
            value: T = read_python(data, extra=extra, by_alias=True, by_name=by_name, context=context)
            return value

        def read_json(body: bytes | bytearray | str, by_name: bool = False, context: object = SERVER) -> T:
            value: T = read_text(body, extra=extra, by_alias=True, by_name=by_name, context=context)
            return value

        self._validate, self._read_text = validate, read_json
        self.read = functools.partial(_read_exactly, read_json, validate) if self.exact else read_json

    def accept(self, value: object, *, keep_unknown: bool = False) -> T:
        """Checks what the caller built, strictly.  Raises `pydantic.ValidationError`.

        `keep_unknown`: members that a class does not have are kept beside its fields.
        """
        checked: T = self._validator.validate_python(value, extra="allow" if keep_unknown else None)
        return checked

    def read_data(self, data: object, *, by_name: bool = False) -> T:
        """Reads a value that the server sent and that is already decoded.  Raises `pydantic.ValidationError`.

        `by_name`: it may have the names of fields, too.
        """
        if self._validate is None:
            self.prepare()
        return cast("Callable[..., T]", self._validate)(data, **(_BY_NAME if by_name else {}))

    def decoded(self, body: bytes | str) -> object:
        """JSON that the server sent, decoded as `read_data` takes it.  Raises `ValueError`."""
        return json.loads(body, parse_float=_written) if self.exact else from_json(body)

    def read_any(self, data: object) -> T:
        """Reads JSON, or decoded JSON, that the server sent.  Raises `pydantic.ValidationError`."""
        return self.read(data) if isinstance(data, bytes | bytearray | str) else self.read_data(data)

    def read_dump(self, body: bytes | bytearray | str) -> T:
        """Reads JSON that has the names of the wire, or those of the fields.  Raises `pydantic.ValidationError`."""
        if self._validate is None:
            self.prepare()
        read = functools.partial(self._read_text, **_BY_NAME)
        if not self.exact:
            return read(body)
        return _read_exactly(read, functools.partial(cast("Callable[..., T]", self._validate), **_BY_NAME), body)

    def write(self, value: T, only: str | None = None) -> bytes:
        """The JSON of a value: what was set, under its wire names.  `only`: of this field alone.

        Raises ValueError if a value has no JSON form or was changed to something that its field does not allow.
        """
        marks = Marks() if self.exact else None
        try:
            body = self._serializer.to_json(
                value,
                by_alias=True,
                exclude_unset=True,
                warnings="error",
                include=None if only is None else {only},
                context=marks,
            )
        except PydanticSerializationError as error:
            raise ValueError(_without_values(str(error))) from None
        if marks is not None:
            body = marks.restore(body)
        if b"NaN" in body or b"Infinity" in body:
            json.loads(body, parse_constant=_refuse_constant)  # the words may stand in a text
        return body

    def plain(self, value: T, only: str | None = None) -> Any:
        """Plain data of what was set, under its wire names; scalars keep their Python types."""
        return self._serializer.to_python(
            value, by_alias=True, exclude_unset=True, include=None if only is None else {only}
        )


def codec(type_: Any) -> Codec[Any]:
    """The codec of a type: a class, or an annotation such as `List[Pet]`.  Made once."""
    # Unions are equal whatever the order of their members, which decides here.
    key = type_ if isinstance(type_, type) else (type_, str(type_))
    made = _codecs.get(key)
    return made if made is not None else _make(key, type_)


_codecs: Final[dict[Any, Codec[Any]]] = {}
_making: Final = ProcessLock()


def _make(key: Any, type_: Any) -> Codec[Any]:
    with _making:
        made = _codecs.get(key)
        if made is None:
            made = _codecs[key] = Codec(*_compiled(type_))
        return made


def _compiled(type_: Any) -> tuple[CoreSchema, SchemaValidator, SchemaSerializer]:
    if isinstance(type_, type) and issubclass(type_, pydantic.BaseModel):
        model = type_
        model.model_rebuild()
        validator = cast(SchemaValidator, model.__pydantic_validator__)
        return model.__pydantic_core_schema__, validator, model.__pydantic_serializer__
    with deep():
        adapter: TypeAdapter[Any] = TypeAdapter(
            cast(Any, type_), config=None if _is_annotated_model(type_) else _CONFIG
        )
    schema = cast(dict[str, Any], adapter.core_schema)
    if schema["type"] == "definitions":
        schema["schema"] = wire_schema(schema["schema"])
        schema["definitions"] = [wire_schema(definition) for definition in schema["definitions"]]
    changed = wire_schema(cast(CoreSchema, schema))
    return changed, SchemaValidator(changed, _CORE_CONFIG), SchemaSerializer(changed, _CORE_CONFIG)


def _is_annotated_model(type_: Any) -> bool:
    if get_origin(type_) is not Annotated:
        return False
    inner = get_args(type_)[0]
    return isinstance(inner, type) and issubclass(inner, pydantic.BaseModel)


def _read_exactly(read_json: Callable[[Any], T], read_data: Callable[[Any], T], body: bytes | bytearray | str) -> T:
    """Reads a type that holds decimals: the core reads JSON numbers as floats, so some go another way."""
    raw = body.encode() if isinstance(body, str) else body
    if _INEXACT.search(raw) is None:
        return read_json(body)
    try:
        data = json.loads(raw, parse_float=_written)
    except ValueError:
        return read_json(body)  # which says what is wrong, and where
    return read_data(data)


class _Written(float):
    """A float that keeps its text, of which decimals are made; to everything else it is the float."""

    __slots__ = ("_text",)
    _text: str

    def __new__(cls, text: str) -> Self:
        made = super().__new__(cls, text)
        made._text = text
        return made

    def __str__(self) -> str:
        return self._text

    def __reduce__(self) -> tuple[type[float], tuple[float]]:
        return float, (float(self),)


def _written(text: str) -> float:
    """A float, which keeps its text where that says more."""
    number = float(text)
    return number if repr(number) == text else _Written(text)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} has no JSON form")


def _without_values(message: str) -> str:
    """A message of the serializer without the value that it shows: bodies do not belong into exception texts."""
    return re.sub(r", input_value=.*, input_type=(\w+)\]", r", input_type=\1]", message, flags=re.DOTALL)
