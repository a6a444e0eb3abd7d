"""The core schemas of a class's fields, beside what pydantic makes of their annotations."""

from __future__ import annotations

import functools
import operator
import sys
from collections.abc import Callable
from typing import Any, Final, ForwardRef, cast, get_type_hints

from pydantic import BaseModel, Field, GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticUndefined, core_schema

from ..renamed import take_old_names
from ..unset import METADATA_KEY, UNSET, is_unset
from .direction import from_server
from .scalars import wire_schema
from .shown import WITHOUT_DEFAULT

__all__ = ["adapt_field", "complete_fields", "of_the_caller"]

_is_none: Final = functools.partial(operator.is_, None)


def complete_fields(cls: type[BaseModel]) -> None:
    """Reads the annotations that name what stood further down in their module when the class was made.

    pydantic does so for the class that is built and not for those inside of it, which stay without the names of the
    wire and everything else that is said beside a type.
    """
    for name, info in cls.__pydantic_fields__.items():
        if not isinstance(info.annotation, ForwardRef):
            continue
        holder = next((base for base in cls.__mro__ if name in getattr(base, "__annotations__", ())), cls)
        try:
            said = get_type_hints(_Annotated({name: info.annotation}), vars(sys.modules[holder.__module__]), None, True)
        except NameError:  # pydantic says which one, and of which class
            return
        default = info.default if info.default_factory is None else Field(default_factory=info.default_factory)
        made = (
            FieldInfo.from_annotation(said[name])
            if default is PydanticUndefined
            else FieldInfo.from_annotated_attribute(said[name], default)
        )
        made.description = made.description or info.description
        cls.__pydantic_fields__[name] = made


class _Annotated:
    """Something with annotations, as `typing.get_type_hints` takes it."""

    def __init__(self, annotations: dict[str, Any]) -> None:
        self.__annotations__ = annotations


def adapt_field(field: dict[str, Any], handler: GetCoreSchemaHandler) -> None:
    """Wire forms, and which set values are left out all the same."""
    schema = cast(dict[str, Any], wire_schema(field["schema"], handler))
    field["schema"] = schema
    if schema["type"] != "default":
        return
    inner: dict[str, Any] = schema["schema"]
    metadata: dict[str, Any] = inner.get("metadata") or {}
    if schema.get("default") is UNSET:
        schema["metadata"] = WITHOUT_DEFAULT
    if metadata.get(METADATA_KEY):
        field["serialization_exclude_if"] = is_unset
    elif inner["type"] == "nullable":
        field["serialization_exclude_if"] = is_unset if _is_any(inner["schema"], handler) else _is_none


def _is_any(schema: dict[str, Any], handler: GetCoreSchemaHandler, seen: frozenset[str] = frozenset()) -> bool:
    """Whether null is a value as any other is."""
    if schema["type"] == "definition-ref":
        if schema["schema_ref"] in seen:
            return False
        seen |= {schema["schema_ref"]}
        try:
            schema = cast(dict[str, Any], handler.resolve_ref_schema(cast(CoreSchema, schema)))
        except LookupError:  # a ring of aliases, still being made
            return False
    if schema["type"] == "union":
        choices: list[Any] = schema["choices"]
        members: list[dict[str, Any]] = [one[0] if isinstance(one, tuple) else one for one in choices]
        return any(_is_any(member, handler, seen) for member in members)
    return bool(schema["type"] == "any")


def of_the_caller(
    fields: Any, sent: list[str], blank: dict[str, Callable[[object], bool]], former: dict[str, str]
) -> CoreSchema:
    """What the caller builds: old names are taken for new ones, and some fields count as set although nobody did.

    `sent` are these fields; `blank` says by name or alias which values mean that the default is wanted.  The server's
    path stays in the core.
    """

    def add(made: tuple[dict[str, Any], dict[str, Any] | None, set[str]], info: core_schema.ValidationInfo) -> Any:
        if not from_server(info.context):
            made[2].update(sent)
        return made

    def prepare(values: Any, info: core_schema.ValidationInfo) -> Any:
        if from_server(info.context) or not isinstance(values, dict):
            return values
        named: dict[str, Any] = take_old_names(former, values)
        return {name: value for name, value in named.items() if name not in blank or not blank[name](value)}

    built: CoreSchema = core_schema.with_info_after_validator_function(add, fields) if sent else fields
    if former or blank:
        built = core_schema.with_info_before_validator_function(prepare, built)
    return core_schema.json_or_python_schema(json_schema=fields, python_schema=built)
