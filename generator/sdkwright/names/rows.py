"""The table of all names, each with where it comes from and why, for who asks to see it: hardly any run does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sdkwright.frozen import Frozen
from sdkwright.ir.service import Api
from sdkwright.ir.types import EnumDef, ObjectDef, OperationKey, TypeId
from sdkwright.names.apart import plain
from sdkwright.names.arguments import ClientNames
from sdkwright.names.groups import async_classes
from sdkwright.names.model import GroupKey, NameRow
from sdkwright.names.project import WHERE, ProjectNames
from sdkwright.names.scope import Wish


class Given(Frozen):
    """All names as they were given, with the reasons."""

    project: ProjectNames
    groups: Mapping[GroupKey, Wish]
    attributes: Mapping[GroupKey, Wish]
    methods: Mapping[tuple[OperationKey, GroupKey], Wish]
    arguments: Sequence[Mapping[str, Wish]]
    """Of each operation, by `ArgumentSpec.key`."""
    client: ClientNames
    classes: Mapping[TypeId, Wish]
    twins: Sequence[Mapping[TypeId, str]]
    insides: Mapping[TypeId, Mapping[str, Wish]]
    """The fields of each class by wire name, the members of each enum by id."""
    is_split: bool


def name_rows(api: Api, given: Given) -> tuple[NameRow, ...]:
    """The rows, in the order of the document."""
    around = (*_project_rows(given.project), *_group_rows(api, given.groups, given.attributes))
    classes = given.classes
    return (
        *around,
        *(_async_rows(around) if given.is_split else ()),
        *(_row("method", key[0], wish) for key, wish in given.methods.items()),
        *(_row("argument", key, wish) for each in given.arguments for key, wish in each.items()),
        *_client_rows(api, given.client),
        *(NameRow("class", id, plain(wish.identifier), wish.reason) for id, wish in classes.items()),
        *(
            NameRow("twin", id, twin, f"beside `{plain(classes[id].identifier)}`")
            for twins in given.twins
            for id, twin in twins.items()
        ),
        *_inside_rows(api, given.insides),
    )


def _row(scope: str, id: str, wish: Wish) -> NameRow:
    return NameRow(scope, id, wish.identifier, wish.reason)


def _inside_rows(api: Api, insides: Mapping[TypeId, Mapping[str, Wish]]) -> Iterator[NameRow]:
    for id, definition in api.types.items():
        if isinstance(definition, ObjectDef):
            yield from (_row("field", one.id, insides[id][one.name]) for one in definition.properties)
        elif isinstance(definition, EnumDef):
            yield from (_row("member", key, wish) for key, wish in insides[id].items())


def _project_rows(own: ProjectNames) -> list[NameRow]:
    named = {
        "package": own.package,
        "module": own.module,
        "sdk": own.root,
        "base-error": own.base_error,
        "default-error": own.default_error,
    }
    return [_row(scope, WHERE, wish) for scope, wish in named.items()]


def _group_rows(api: Api, named: Mapping[GroupKey, Wish], attributes: Mapping[GroupKey, Wish]) -> list[NameRow]:
    """The classes of groups and the attributes that lead to them; they come from the first operation inside."""
    first: dict[GroupKey, str] = {}
    for operation in api.operations:
        for path in operation.groups:
            for end in range(1, len(path) + 1):
                first.setdefault(path[:end], operation.id)
    return [
        _row(scope, first[path], wish)
        for path in attributes
        for scope, wish in (("group", named[path]), ("attribute", attributes[path]))
    ]


def _async_rows(rows: Iterable[NameRow]) -> list[NameRow]:
    """The asynchronous twins of the classes among `rows`."""
    classes = [row for row in rows if row.scope in ("sdk", "group")]
    twins = async_classes(row.identifier for row in classes)
    return [
        NameRow("twin", row.id, twin, f"beside `{row.identifier}`") for row, twin in zip(classes, twins, strict=True)
    ]


def _client_rows(api: Api, client: ClientNames) -> list[NameRow]:
    schemes = {scheme.key: scheme.id for scheme in api.security_schemes}
    return [
        *(_row("security", schemes[key], wish) for key, wish in client.security.items()),
        *(_row("global", id, wish) for id, wish in client.globals.items()),
        *(_row("server-variable", _variable(api, key), wish) for key, wish in client.server_variables.items()),
    ]


def _variable(api: Api, name: str) -> str:
    """Where the variable of a server stands, else the operation whose server has it."""
    for place, server in enumerate(api.servers):
        if any(variable.name == name for variable in server.variables):
            return f"#/servers/{place}/variables/{name.replace('~', '~0').replace('/', '~1')}"
    return next(o.id for o in api.operations for server in o.servers for v in server.variables if v.name == name)
