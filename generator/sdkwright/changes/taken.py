"""The surface of an API with its names; and, for who asks, where in the document each part of it stands."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from json.encoder import encode_basestring_ascii
from typing import assert_never

from sdkwright.changes.surface import (
    NOTHING,
    ChoiceKind,
    Class,
    EnumKind,
    Form,
    Hook,
    Kind,
    Member,
    Method,
    ObjectKind,
    Package,
    Shape,
    Surface,
)
from sdkwright.ir.arguments import ArgumentSpec, Role, arguments
from sdkwright.ir.service import DOWNLOADS, STREAMS, Api, Content, MediaKind, Operation, Parameter, SecurityAlternatives
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    Default,
    Discriminator,
    EnumDef,
    FileType,
    ListType,
    MapType,
    ObjectDef,
    OperationKey,
    Property,
    RefType,
    Root,
    ScalarType,
    Type,
    TypeDef,
    TypeId,
    UnionDef,
)
from sdkwright.names import GroupKey, Names, has_member_names
from sdkwright.names.model import Former
from sdkwright.normalise import within
from sdkwright.options.model import Config, ResponseFormat

_GATHERS = (Root.REQUEST, Root.GLOBALS, Root.SECURITY)
"""What the classes stand for that only gather arguments."""


def surface_of(api: Api, names: Names, config: Config) -> Surface:
    """What users of the SDK can name: nothing that faults of the document cost or the options leave out."""
    return _Taker(within(api), names, config).taken()


def places_of(api: Api, names: Names, config: Config) -> dict[tuple[str, str], str]:
    """The JSON pointers of the parts of a surface, by owner (the call of a method, the name of a class, "" for the
    constructor) and member ("" for the owner)."""
    api = within(api)
    places = {("", names.security[one.key]): one.id for one in api.security_schemes if one.key in names.security}
    places |= {("", names.globals[one.id]): one.id for one in api.globals if one.id in names.globals}
    for operation, group in _methods(api, names):
        call = _call(operation, group, names)
        places[call, ""] = operation.id
        specs = arguments(operation, api, config)
        places |= {(call, names.arguments[operation.id, spec.key]): spec.key for spec in specs}
    for id, definition in api.types.items():
        if (name := names.classes.get(id)) is not None:
            properties = definition.properties if isinstance(definition, ObjectDef) else ()
            places |= {(name, ""): id, **{(name, names.fields[id, one.name]): one.id for one in properties}}
    return places


def _methods(api: Api, names: Names) -> Iterator[tuple[Operation, GroupKey]]:
    """The methods of the SDK, each with its group."""
    operations = {operation.id: operation for operation in api.operations if not operation.is_left_out}
    return ((operations[id], group) for id, group in names.methods if id in operations)


def _call(operation: Operation, group: GroupKey, names: Names) -> str:
    return _dotted(names.groups[group].accessor, names.methods[operation.id, group])


class _Taker:
    """Goes over the API once."""

    def __init__(self, api: Api, names: Names, config: Config) -> None:
        self._api, self._names, self._config = api, names, config
        self._old_classes = _by_new(names.old.classes, names.old.exceptions)
        self._shapes: tuple[dict[str, Shape], dict[str, Shape]] = ({}, {})
        """Of the scalars and classes so far that many members have, and the same where they may be null."""

    def taken(self) -> Surface:
        """The whole surface."""
        api, names = self._api, self._names
        methods = [self._method(operation, group) for operation, group in _methods(api, names)]
        classes = [self._class(id, definition) for id, definition in api.types.items() if id in names.classes]
        hooks = [Hook(hook.name, self._answer_of(hook.body.contents)) for hook in api.webhooks if hook.body is not None]
        return Surface(
            self._package(),
            {one.call: one for one in methods},
            {one.name: one for one in classes},
            {one.name: one for one in hooks},
        )

    # ----------------------------------------------------------------------------------------------------- the whole

    def _package(self) -> Package:
        api, names = self._api, self._names
        old = _by_new(names.old.client)
        text = Shape(name="string")
        credentials = [
            Member(name, text, wire=f"security {key}", old=old.get(name, ()))
            for scheme in api.security_schemes
            if (key := scheme.key) in names.security and (name := names.security[key])
        ]
        filled = [self._global(one, old) for one in api.globals if one.id in names.globals]
        variables = [
            Member(argument, text, wire=f"server {name}", old=old.get(argument, ()))
            for name, argument in names.server_variables.items()
        ]
        return Package(
            distribution=names.package,
            module=names.module,
            client=names.sdk_class,
            variable=names.variable,
            arguments=(*credentials, *filled, *variables),
            servers=tuple((one.server_id or str(index), one.url) for index, one in enumerate(api.servers)),
            old=names.old.root,
            async_client=names.async_class(names.sdk_class) if names.is_split else "",
        )

    def _global(self, parameter: Parameter, old: Mapping[str, tuple[str, ...]]) -> Member:
        name = self._names.globals[parameter.id]
        wire = f"{parameter.location} {parameter.name}"
        return Member(name, self._shape(parameter.type), wire=wire, old=old.get(name, ()))

    # ------------------------------------------------------------------------------------------------------- methods

    def _method(self, operation: Operation, group: GroupKey) -> Method:
        call = _call(operation, group, self._names)
        old = _by_new(self._names.old.arguments.get(operation.id, ()))
        specs = arguments(operation, self._api, self._config)
        return Method(
            call=call,
            request=f"{operation.http_method} {operation.path}",
            arguments=tuple(self._argument(operation, spec, old) for spec in specs),
            answer=self._answer(operation),
            errors=tuple(self._errors(operation)),
            security=self._security(operation.security),
            deprecated=operation.notes.deprecated is not None,
            old=tuple(dict.fromkeys(one for one in self._old_calls(operation.id, group) if one != call)),
        )

    def _old_calls(self, id: OperationKey, group: GroupKey) -> Iterable[str]:
        """Old names of a method, and all of its names in groups that are reached by old names."""
        name = self._names.methods[id, group]
        yield from (_dotted(accessor, name) for accessor in self._accessors(group))
        for other, formers in self._names.old.methods.items():
            for accessor in self._accessors(other):
                yield from (_dotted(accessor, old) for old, now in formers if now == id)

    def _accessors(self, group: GroupKey, above: tuple[GroupKey, ...] = ()) -> Iterator[str]:
        """Each way in which callers reach a group; `above` are groups that are reached by way of this one."""
        yield self._names.groups[group].accessor
        ways = [(group[:-1], self._names.groups[group].attribute)] if group else []
        for holder, formers in self._names.old.attributes.items():
            ways += [(holder, old) for old, now in formers if now == group]
        for holder, attribute in ways:
            if holder not in (*above, group):
                yield from (_dotted(accessor, attribute) for accessor in self._accessors(holder, (*above, group)))

    def _argument(self, operation: Operation, spec: ArgumentSpec, old: Mapping[str, tuple[str, ...]]) -> Member:
        name = self._names.arguments[operation.id, spec.key]
        notes = spec.parameter.notes if spec.parameter else spec.property.notes if spec.property else None
        default = spec.parameter.default if spec.parameter else spec.property.default if spec.property else None
        return Member(
            name,
            self._taken_by(operation, spec),
            required=spec.required,
            default=None if default is None else _json(default),
            deprecated=notes is not None and notes.deprecated is not None,
            wire=_wire(spec),
            old=old.get(name, ()),
        )

    def _taken_by(self, operation: Operation, spec: ArgumentSpec) -> Shape:
        if spec.parameter is not None:
            return self._shape(spec.parameter.type)
        if spec.property is not None:
            return _one_of([self._shape(one.type) for one in (*spec.relatives, spec.property)])
        if spec.folded is not None:
            return self._shape(spec.folded)
        assert operation.body is not None
        return _one_of([self._shape(content.type) for content in operation.body.contents])

    def _answer(self, operation: Operation) -> Shape:
        if self._config.response_format is not ResponseFormat.FLAT and operation.result_type is not None:
            return self._shape(RefType(operation.result_type))
        answers = [one for one in operation.responses if one.is_success]
        contents = [content for answer in answers for content in answer.contents]
        whole = self._answer_of(contents)
        if operation.pagination is not None and whole is not NOTHING:
            whole = Shape(Form.PAGE, inside=(whole,))
        is_sure = self._config.response_required and all(one.has_content for one in answers)
        return whole if is_sure or whole is NOTHING else Shape(whole.form, whole.name, whole.inside, null=True)

    def _answer_of(self, contents: Iterable[Content]) -> Shape:
        return _one_of([self._content(one) for one in contents])

    def _content(self, content: Content) -> Shape:
        if content.kind in STREAMS:
            return Shape(Form.EVENTS, inside=(self._shape(content.type),))
        if content.kind in DOWNLOADS:
            return Shape(Form.DOWNLOAD)
        return Shape(name="string") if content.kind is MediaKind.TEXT else self._shape(content.type)

    def _errors(self, operation: Operation) -> Iterable[tuple[str, str]]:
        """The class of each declared error, by status."""
        for response in operation.responses:
            for content in response.contents if response.is_error else ():
                kind = content.type
                if content.kind is MediaKind.JSON and isinstance(kind, RefType) and self._is_error(kind.id):
                    yield response.status, self._names.classes[kind.id]

    def _is_error(self, id: TypeId) -> bool:
        definition = self._api.types[id]
        return isinstance(definition, ObjectDef | UnionDef) and definition.is_error

    def _security(self, own: SecurityAlternatives | None) -> tuple[tuple[str, ...], ...]:
        alternatives = self._api.security if own is None else own
        return tuple(tuple(use.scheme for use in one) for one in alternatives)

    # ------------------------------------------------------------------------------------------------------- classes

    def _class(self, id: TypeId, definition: TypeDef) -> Class:
        name = self._names.classes[id]
        return Class(
            name,
            self._kind(definition),
            self._names.folders[id],
            gathers=definition.origin.root in _GATHERS,
            deprecated=definition.notes.deprecated is not None,
            old=self._old_classes.get(name, ()),
        )

    def _kind(self, definition: TypeDef) -> Kind:
        match definition:
            case ObjectDef():
                old = _by_new(self._names.old.fields.get(definition.id, ()))
                further = None if definition.additional is None else self._shape(definition.additional)
                if definition.free_form and further is None:
                    further = Shape(Form.ANY)
                family = definition.family
                return ObjectKind(
                    tuple([self._property(definition.id, one, old) for one in definition.properties]),
                    further,
                    () if family is None else tuple(self._tagged(family.members, family.discriminator)),
                    is_error=definition.is_error,
                )
            case EnumDef():
                has_names = has_member_names(definition, self._config)
                members = self._names.members
                values = [
                    (_encoded(one.value), members[definition.id, one.id] if has_names else "")
                    for one in definition.members
                ]
                old_values = self._names.old.members.get(definition.id, ())
                return EnumKind(
                    tuple(values), definition.open, tuple((former.old, former.new) for former in old_values)
                )
            case UnionDef():
                return ChoiceKind(
                    tuple(self._tagged(definition.members, definition.discriminator)), is_error=definition.is_error
                )
        assert_never(definition)

    def _tagged(self, members: Iterable[Type], discriminator: Discriminator | None) -> Iterable[tuple[str, Shape]]:
        tags: defaultdict[int, list[str]] = defaultdict(list)
        for tag, index in () if discriminator is None else discriminator.mapping:
            tags[index].append(tag)
        for index, member in enumerate(members):
            yield from ((tag, self._shape(member)) for tag in tags.get(index, [""]))

    def _property(self, id: TypeId, one: Property, old: Mapping[str, tuple[str, ...]]) -> Member:
        name = self._names.fields[id, one.name]
        return Member(
            name,
            self._shape(one.type),
            required=one.required and one.default is None,
            default=None if one.default is None else _json(one.default),
            deprecated=one.notes.deprecated is not None,
            wire=None if one.name == name else one.name,
            old=old.get(name, ()),
        )

    # -------------------------------------------------------------------------------------------------------- shapes

    def _shape(self, type: Type) -> Shape:
        match type:
            case ScalarType():
                shapes, name = self._shapes[type.nullable], type.scalar
                return shapes.get(name) or shapes.setdefault(name, Shape(name=name.value, null=type.nullable))
            case RefType():
                shapes = self._shapes[type.nullable]
                return shapes.get(type.id) or shapes.setdefault(type.id, self._class_shape(type))
            case ListType():
                return Shape(Form.LIST, inside=(self._shape(type.item),), null=type.nullable)
            case MapType():
                return Shape(Form.MAP, inside=(self._shape(type.value),), null=type.nullable)
            case ConstType():
                return Shape(Form.LITERAL, json.dumps(type.value), null=type.nullable)
            case AnyType():
                return Shape(Form.ANY)
            case FileType():
                return Shape(Form.FILE, null=type.nullable)
        assert_never(type)

    def _class_shape(self, type: RefType) -> Shape:
        return Shape(Form.CLASS, self._names.classes[type.id], null=type.nullable)


def _encoded(value: str | float | bool) -> str:
    return encode_basestring_ascii(value) if isinstance(value, str) else json.dumps(value)


def _one_of(shapes: Sequence[Shape]) -> Shape:
    if len(shapes) == 1:
        return shapes[0]
    different = tuple(dict.fromkeys(shapes))
    if not different:
        return NOTHING
    return different[0] if len(different) == 1 else Shape(Form.CHOICE, inside=different)


def _by_new(*formers: Sequence[Former]) -> dict[str, tuple[str, ...]]:
    """Earlier names by those to use instead."""
    if not any(formers):
        return {}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in formers:
        for former in each:
            found[former.new].append(former.old)
    return {new: tuple(dict.fromkeys(old)) for new, old in found.items()}


def _wire(spec: ArgumentSpec) -> str:
    if spec.parameter is not None:
        return f"{spec.parameter.location} {spec.parameter.name}"
    if spec.property is not None:
        return f"body {spec.property.name}"
    return "everything" if spec.role is Role.FOLDED else "body"


def _json(default: Default) -> str:
    return json.dumps(default.value, default=str)


def _dotted(accessor: str, name: str) -> str:
    return f"{accessor}.{name}" if accessor else name
