"""Which arguments a method takes: parameters and body, flattened as the options say.  Not what they are called.

Names (their scope) and the plan (their annotations) must agree on this list, so it is made here, once.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sdkwright.frozen import Frozen
from sdkwright.ir.service import Api, Body, Content, MediaKind, Operation, Parameter
from sdkwright.ir.types import Location, ObjectDef, Property, RefType, Type, relatives
from sdkwright.options.formats import OPTIONAL_BODIES_FLAT, REQUIRED_BODIES_FLAT
from sdkwright.options.model import Config

_OF_FIELDS = (MediaKind.JSON, MediaKind.FORM, MediaKind.MULTIPART)
"""The kinds of bodies that are made of the properties of an object."""
_MOST_OF_RELATIVES = 100
"""What a signature can hold beside its own arguments; a body of a larger family has its members by `extra_body`."""


class Role(StrEnum):
    PARAMETER = "parameter"
    FIELD = "field"
    """A property of a flattened body."""
    BODY = "body"
    """The whole body beside parameters: `request_body`, or the snake name of its component."""
    REQUEST = "request"
    """The whole body as the only argument: `request`."""
    FOLDED = "folded"
    """All parameters and the body as the only argument, an object of `<Op>Request`: `request`."""


class ArgumentSpec(Frozen):
    key: str
    """The id of the parameter, property or body: with the operation's id, the key of the argument's name."""
    role: Role
    required: bool
    parameter: Parameter | None = None
    property: Property | None = None
    content: Content | None = None
    body_name: str | None = None
    """The `x-speakeasy-name-override` of a whole body."""
    body_option: str | None = None
    """What the options call every body beside parameters."""
    folded: RefType | None = None
    """The class of everything."""
    relatives: tuple[Property, ...] = ()
    """The property as those have it that are made of the body's class, which does not have it, or as nobody describes
    it.  The docs of a method list the properties of the class alone."""


def arguments(operation: Operation, api: Api, config: Config) -> tuple[ArgumentSpec, ...]:
    """The arguments in signature and row order: required ones first, otherwise as the document has them.

    A body beside parameters is flattened into its properties; a body alone only if the document requires it.  Hidden
    globals are no arguments.  Where nothing is flattened, more arguments than the limit become one; where bodies are,
    only an operation's own limit counts, and its body stays in one piece.  The properties of what is made of the body's
    class come last, and count for nothing.  Where only hidden globals are sent, callers may give an empty object, as
    they must to published SDKs.
    """
    parameters = [_of_parameter(one) for one in operation.parameters if not one.hidden]
    body = operation.body
    limit = operation.max_method_params if operation.max_method_params is not None else config.max_method_params
    if not config.flatten_requests and len(parameters) + (body is not None) > limit:
        folded = _folded(operation)
        if folded is not None:
            return (folded,)
    if body is None and not parameters and operation.request_type is not None:
        return (ArgumentSpec(operation.request_type, Role.FOLDED, False, folded=RefType(operation.request_type)),)
    if body is None:
        return _required_first(parameters)
    beside = any(not one.is_global for one in operation.parameters)
    whole = _whole(body, Role.BODY if beside else Role.REQUEST, config)
    fields = _fields(body, api) if config.flatten_requests else None
    if fields is None or not _is_flat(body, fields, config, beside=beside):
        return _required_first(_together(parameters, [whole], config))
    if operation.max_method_params is not None and len(fields) > operation.max_method_params:
        return _required_first(_together(parameters, [whole], config))
    return _required_first([*_together(parameters, fields, config), *_more(body, api)])


def whole_arguments(operation: Operation, config: Config) -> tuple[ArgumentSpec, ...]:
    """The parameters that are no hidden globals, and the body in one piece: the fields of `<Op>Request`."""
    found = [_of_parameter(one) for one in operation.parameters if not one.hidden]
    if operation.body is not None:
        found.append(_whole(operation.body, Role.BODY, config))
    return tuple(found)


def unfolded(specs: tuple[ArgumentSpec, ...], operation: Operation, config: Config) -> tuple[ArgumentSpec, ...]:
    """What `arguments` gave, and in place of the object of everything what it holds."""
    return whole_arguments(operation, config) if any(one.folded for one in specs) else specs


def _folded(operation: Operation) -> ArgumentSpec | None:
    """The object of everything; None where there is no class of all: no parameters, or a body of several types."""
    type = operation.request_type
    if type is None:
        return None
    contents = list(operation.body.contents) if operation.body is not None else []
    if any(one.type != contents[0].type or one.kind is MediaKind.JSON_LINES for one in contents):
        return None
    return ArgumentSpec(type, Role.FOLDED, True, folded=RefType(type))


def primary(body: Body) -> Content:
    """The content that a body is sent as when the caller does not choose: JSON if it is offered, else the first."""
    return next((one for one in body.contents if one.kind is MediaKind.JSON), body.contents[0])


def _of_parameter(one: Parameter) -> ArgumentSpec:
    is_filled = one.default is not None and one.location is not Location.PATH
    required = one.required and not is_filled and not one.is_global
    return ArgumentSpec(one.id, Role.PARAMETER, required, parameter=one)


def _whole(body: Body, role: Role, config: Config) -> ArgumentSpec:
    option = config.request_body_field_name
    return ArgumentSpec(
        body.id, role, body.required, content=primary(body), body_name=body.name_override, body_option=option
    )


def _is_flat(body: Body, fields: list[ArgumentSpec], config: Config, *, beside: bool) -> bool:
    """Whether an object is given as its properties: a required one, which in older formats has to require something
    itself where it stands alone; an optional one beside parameters, unless it is a component and the format older."""
    if body.required:
        return beside or config.format >= REQUIRED_BODIES_FLAT or any(one.required for one in fields)
    return beside and (primary(body).component is None or config.format >= OPTIONAL_BODIES_FLAT)


def _fields(body: Body, api: Api) -> list[ArgumentSpec] | None:
    """One argument for each property; None if the body is no plain object, or if its media types differ in type."""
    content = primary(body)
    kind = content.type
    if any(other.type != kind or other.kind not in _OF_FIELDS for other in body.contents):
        return None
    if not isinstance(kind, RefType) or kind.nullable:
        return None
    definition = api.types.get(kind.id)
    if not isinstance(definition, ObjectDef) or definition.additional is not None or not definition.properties:
        return None
    return [
        ArgumentSpec(one.id, Role.FIELD, one.required and one.default is None, property=one, content=content)
        for one in definition.properties
    ]


def _more(body: Body, api: Api) -> list[ArgumentSpec]:
    """One argument for each property that only relatives of the body's class have, and for each that the document
    requires and does not describe.  It may be left out: SDKs that were published before do not know it."""
    content = primary(body)
    definition = api.types[content.type.id] if isinstance(content.type, RefType) else None
    if not isinstance(definition, ObjectDef):
        return []
    own = {one.name for one in definition.properties}
    found: dict[str, dict[Type, Property]] = {}
    for id in relatives(definition):
        relative = api.types[id]
        for one in relative.properties if isinstance(relative, ObjectDef) else ():
            if one.name not in own and not one.read_only:
                found.setdefault(one.name, {}).setdefault(one.type, one)
    if len(found) > _MOST_OF_RELATIVES:
        found = {}
    for one in definition.undescribed:
        found.setdefault(one.name, {one.type: one})
    return [
        ArgumentSpec(one.id, Role.FIELD, required=False, property=one, content=content, relatives=(one, *others))
        for one, *others in (each.values() for each in found.values())
    ]


def _together(parameters: list[ArgumentSpec], rest: list[ArgumentSpec], config: Config) -> list[ArgumentSpec]:
    return [*parameters, *rest] if config.parameters_first else [*rest, *parameters]


def _required_first(found: Iterable[ArgumentSpec]) -> tuple[ArgumentSpec, ...]:
    """A stable partition."""
    return tuple(sorted(found, key=lambda one: not one.required))
