"""The ways in which a caller gives a value: dictionaries of Python names, or models that were built by validating."""

from __future__ import annotations

import importlib
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from sdkwright.ir.arguments import Role, arguments
from sdkwright.ir.service import MediaKind, Operation
from sdkwright.ir.types import EnumDef, ListType, MapType, ObjectDef, RefType, Type, UnionDef
from wire.arguments import Converter
from wire.calls import Plan, Target
from wire.data import Json, is_list, is_object


class BuildError(ValueError):
    """A model that cannot be built, caused by what it raises.  `path` leads to its value in the body, if it has one."""

    def __init__(self, path: tuple[str, ...], value: Json) -> None:
        super().__init__()
        self.path = path
        self.value = value


class Modeller:
    """Builds the models of one SDK from JSON values."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._converter = Converter(target.api, target.names)
        self._models: Any = importlib.import_module(f"{target.names.module}.models")

    def plan(self, operation: Operation, plan: Plan) -> Plan | None:
        """The same call with models in the place of dictionaries; None where there are none to build.

        Raises `BuildError`.
        """
        target = self._target
        types: dict[str, tuple[Type, tuple[str, ...]]] = {}
        for spec in arguments(operation, target.api, target.config):
            name = target.names.arguments[operation.id, spec.key]
            if name not in plan.values or isinstance(plan.values[name], bytes):
                continue
            if spec.role is Role.FIELD and spec.property is not None:
                types[name] = spec.property.type, (spec.property.name,)
            elif spec.role is Role.PARAMETER and spec.parameter is not None:
                types[name] = spec.parameter.type, ()
            elif plan.given.body is not None and plan.given.body[0].kind in _STRUCTURED:
                content = plan.given.body[0]
                several = content.kind is MediaKind.JSON_LINES
                types[name] = ListType(content.type) if several else content.type, ()
        made = {
            name: self._argument(plan.values[name], type, path)
            for name, (type, path) in types.items()
            if self._has_class(type)
        }
        return replace(plan, arguments={**plan.arguments, **made}) if made else None

    def _argument(self, value: Json, type: Type, path: tuple[str, ...]) -> object:
        try:
            return self._value(value, type)
        except Exception as error:
            raise BuildError(path, value) from error

    def _has_class(self, type: Type) -> bool:
        match type:
            case RefType():
                definition = self._target.api.types[type.id]
                return type.id in self._target.names.classes and not (
                    isinstance(definition, ObjectDef) and definition.is_file
                )
            case ListType():
                return self._has_class(type.item)
            case MapType():
                return self._has_class(type.value)
            case _:
                return False

    def _value(self, value: Json, type: Type) -> object:
        match type:
            case RefType() if value is not None:
                return self._built(value, type)
            case ListType() if is_list(value):
                return [self._value(each, type.item) for each in value]
            case MapType() if is_object(value):
                return {key: self._value(each, type.value) for key, each in value.items()}
            case _:
                return self._converter.value(value, type)

    def _built(self, value: Json, type: RefType) -> object:
        definition = self._target.api.types[type.id]
        if isinstance(definition, EnumDef):
            return value
        if isinstance(definition, UnionDef):
            chosen = self._converter.member(value, definition)
            return value if chosen is None else self._value(value, chosen)
        member = self._converter.relative(value, definition)
        if member is not None:
            try:
                return self._built(value, member)
            except ValidationError:
                pass  # what is no whole child is still the parent, which is sent whatever its tag says
        names = self._target.names
        kind: Any = getattr(self._models, names.error_data.get(type.id) or names.classes[type.id])
        return kind.model_validate(value)


_STRUCTURED = (MediaKind.JSON, MediaKind.FORM, MediaKind.MULTIPART, MediaKind.JSON_LINES)
