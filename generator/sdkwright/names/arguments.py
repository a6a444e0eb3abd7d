"""The names of the arguments: of methods, and of the root class's constructor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sdkwright.frozen import Frozen
from sdkwright.ir.arguments import ArgumentSpec, Role, whole_arguments
from sdkwright.ir.service import Api, Operation, Parameter, Server
from sdkwright.ir.types import Location, ObjectDef, OperationKey
from sdkwright.names.keys import Identity, own_name
from sdkwright.names.members import snake_wishes
from sdkwright.names.published.ledger import Section
from sdkwright.names.published.memory import Item, Memory, Ranks, Recall, settle
from sdkwright.names.scope import Scope, Wish
from sdkwright.options.model import Config
from sdkwright.text import reserved
from sdkwright.text.casing import constant, snake

_UNNAMED = "argument"


def argument_names(
    specs: Sequence[ArgumentSpec], keys: Mapping[str, str], memory: Memory, identity: Identity
) -> dict[str, Wish]:
    """The arguments of a method by `ArgumentSpec.key`, by which their `keys` in the ledger are given.

    Where two want the same, properties of the body ask first, then what is spelled like the argument already;
    properties of what is made of the body last.
    """
    recall = memory.recall(Section.ARGUMENT, identity.now, identity.published)

    def ranks() -> Ranks:
        return {
            keys[spec.key]: (bool(spec.relatives), spec.role is Role.PARAMETER, _is_respelt(spec)) for spec in specs
        }

    names = settle(recall, _items(specs, keys), Scope(reserved.CALL_OPTIONS), ranks=ranks)
    return {spec: names[key] for spec, key in keys.items()}


def request_fields(definition: ObjectDef, operation: Operation, recall: Recall, config: Config) -> dict[str, Wish]:
    """The fields of `<Op>Request` by wire name: they are called like the arguments, with the body in one piece."""
    specs = {spec.key: spec for spec in whole_arguments(operation, config)}
    keys = {key: argument_key(spec) for key, spec in specs.items()}
    items = {item.key: item for item in _items(list(specs.values()), keys)}
    asking = [(one.name, items[keys[one.id]]) for one in definition.properties]
    wanted = [Item(name, item.wishes, item.asked) for name, item in asking]

    def ranks() -> Ranks:
        return {one.name: (_is_respelt(specs[one.id]),) for one in definition.properties}

    return settle(recall, wanted, Scope(), ranks=ranks)


def _items(specs: Sequence[ArgumentSpec], keys: Mapping[str, str]) -> list[Item]:
    """The wishes of all arguments.

    A parameter that is called like one of them becomes `..._param`.  One that is called like the body in one piece
    tells where it stands, and the body is numbered; so does one that is called like a parameter in another place.
    """
    body = Role.BODY
    asked = [(spec, wishes, wishes[0].identifier) for spec, wishes in zip(specs, map(_wishes, specs), strict=True)]
    fields = {name for spec, _, name in asked if spec.property is not None and not spec.relatives}
    whole = {name for spec, _, name in asked if spec.role is body}
    places: defaultdict[str, set[Location]] = defaultdict(set)
    for spec, _, name in asked:
        if spec.parameter is not None:
            places[name].add(spec.parameter.location)
    items: list[Item] = []
    for spec, own, name in asked:
        wishes = own
        bare = name.removesuffix("_")
        if spec.parameter is not None:
            apart = f"{bare}_{spec.parameter.location.value}_parameter"
            if name in fields and len(places[name]) > 1:
                wishes = (Wish(apart, f"the parameter; `{bare}` is a property of the body and stands elsewhere, too"),)
            elif name in fields:
                wishes = (Wish(f"{bare}_param", f"the parameter; `{bare}` is a property of the body"),)
            elif name in whole:
                wishes = (Wish(apart, f"the parameter; `{bare}` is the body"),)
            elif len(places[name]) > 1:
                wishes = (*wishes, Wish(apart, f"the parameter; `{bare}` stands elsewhere, too"))
        elif name in places and spec.role is body:
            wishes = (Wish(f"{bare}1", f"the body; a parameter is called `{bare}`"),)
        items.append(Item(keys[spec.key], wishes, asked=bool(_override(spec))))
    return items


def _is_respelt(spec: ArgumentSpec) -> bool:
    """Whether the document spells it otherwise than Python: `page.size` gives way to `page_size`."""
    part = spec.parameter or spec.property
    name = _override(spec) or (part.name if part is not None else "")
    return snake(name) != name


def _override(spec: ArgumentSpec) -> str | None:
    if spec.parameter is not None:
        return spec.parameter.name_override
    return spec.property.name_override if spec.property is not None else spec.body_name


def _wishes(spec: ArgumentSpec) -> tuple[Wish, ...]:
    override = _override(spec)
    if override:
        return snake_wishes(override, reserved.ARGUMENTS, _UNNAMED, "x-speakeasy-name-override")
    if spec.parameter is not None:
        return snake_wishes(spec.parameter.name, reserved.ARGUMENTS, _UNNAMED, "the parameter")
    if spec.property is not None:
        return snake_wishes(spec.property.name, reserved.ARGUMENTS, _UNNAMED, "the property of the body")
    match spec.role:
        case Role.BODY:
            component = spec.content.component if spec.content else None
            name = spec.body_option or (snake(component) if component else "")
            return snake_wishes(name or "request_body", reserved.ARGUMENTS, _UNNAMED, "the body")
        case Role.REQUEST:
            return (Wish("request", "the body, which is the only argument"),)
        case _:
            return (Wish("request", "everything, as one argument"),)


def argument_key(spec: ArgumentSpec) -> str:
    """The key of an argument in the ledger."""
    if spec.parameter is not None:
        return parameter_key(spec.parameter)
    if spec.folded is not None:
        return "request"
    return f"field {spec.property.name}" if spec.property is not None else "body"


def parameter_key(parameter: Parameter) -> str:
    """The key of a parameter in the ledger."""
    return f"{parameter.location} {parameter.name}"


# --------------------------------------------------------------------------------------------------------- constructor


class ClientNames(Frozen):
    """The arguments of the constructor that come from the document."""

    security: Mapping[str, Wish]
    globals: Mapping[str, Wish]
    server_variables: Mapping[str, Wish]
    by_key: Mapping[str, str]
    """All their names by key in the ledger."""


def client_names(api: Api, memory: Memory) -> ClientNames:
    """The arguments of the constructor: security schemes, then globals, then the variables of servers."""
    items: dict[str, Item] = {}
    for scheme in api.security_schemes:
        key = f"security {scheme.key}"
        items[key] = _client_item(key, scheme.name_override, scheme.key, "the security scheme")
    for parameter in api.globals:
        key = f"global {parameter_key(parameter)}"
        items[key] = _client_item(key, parameter.name_override, parameter.name, "the global parameter")
    for variable in server_variables(api):
        key = f"server {variable}"
        items[key] = _client_item(key, None, variable, "the server variable")
    recall = memory.recall(Section.CLIENT, ".")
    names = settle(recall, list(items.values()), Scope(reserved.CONSTRUCTOR))
    return ClientNames(
        {s.key: names[f"security {s.key}"] for s in api.security_schemes},
        {p.id: names[f"global {parameter_key(p)}"] for p in api.globals},
        {v: names[f"server {v}"] for v in server_variables(api)},
        {key: wish.identifier for key, wish in names.items()},
    )


def _client_item(key: str, override: str | None, name: str, reason: str) -> Item:
    forbidden = reserved.ARGUMENTS | reserved.CONSTRUCTOR
    if override:
        return Item(key, snake_wishes(override, forbidden, _UNNAMED, "x-speakeasy-name-override"), asked=True)
    return Item(key, snake_wishes(name, forbidden, _UNNAMED, reason))


def server_variables(api: Api) -> tuple[str, ...]:
    """The names of all server variables, of the document's servers first, each once."""
    servers: list[Server] = [*api.servers, *(s for operation in api.operations for s in operation.servers)]
    return tuple(dict.fromkeys(variable.name for server in servers for variable in server.variables))


def constant_names(api: Api) -> dict[OperationKey, str]:
    """The module-level names of the operations' plans, unique in the package.  They begin with an underscore, as no
    other name of a document does."""
    scope = Scope()
    names: dict[OperationKey, str] = {}
    for operation in api.operations:
        wish = Wish(f"_{constant(own_name(operation)) or 'CALL'}", "the operation")
        names[operation.id] = scope.allot([wish], joint="_").identifier
    return names
