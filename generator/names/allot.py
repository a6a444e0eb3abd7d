"""Allotting all names: what was published stays, the rest is named by the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from generator import reserved
from generator.api import Api, EnumDef, ObjectDef, OperationKey, Root, TypeId
from generator.arguments import arguments
from generator.config import Config
from generator.ledger import Entry, Ledger, Section, State, empty_ledger
from generator.names import classes, groups
from generator.names.arguments import argument_names, client_names, constant_names
from generator.names.identity import Hook, Identity, hooks, operation_keys
from generator.names.ladder import Ladders
from generator.names.matching import Published
from generator.names.members import field_names, member_names
from generator.names.memory import PUBLISHED, Memory, is_renamed
from generator.names.model import Alias, GroupKey, GroupName, NameRow, Names
from generator.names.project import environment_prefix, module_name, package_name, variable_name
from generator.names.scope import Scope, Wish, fold
from generator.problems import Problem, Severity


def allot(api: Api, config: Config, ledger: Ledger | None = None) -> Names:
    """Name everything.  With a ledger, what it holds keeps its name, and the reasons tell what the rules alone say."""
    if ledger is None or not ledger.entries:
        return _allot(api, config, empty_ledger())
    by_rules = {(row.scope, row.id): row for row in _allot(api, config, empty_ledger()).rows}
    names = _allot(api, config, ledger)
    return replace(names, rows=tuple(_explained(row, by_rules.get((row.scope, row.id))) for row in names.rows))


def _explained(row: NameRow, by_rules: NameRow | None) -> NameRow:
    if row.reason != PUBLISHED or by_rules is None:
        return row
    if row.identifier == by_rules.identifier:
        return replace(row, reason=by_rules.reason)
    return replace(row, reason=f"{PUBLISHED}; the rules alone would make it `{by_rules.identifier}`")


def _allot(api: Api, config: Config, ledger: Ledger) -> Names:
    memory = Memory(ledger)
    root = groups.root_class(api, config)
    default_error = config.default_error_name
    own_error = f"{root}Error" if f"{root}Error" != default_error else f"{root}BaseError"
    base_error = config.base_error_name or own_error
    identities = _operations(api, memory, ledger)
    paths = groups.group_paths(api)
    claims = classes.component_claims(api, config)
    sdk_classes = groups.class_names(paths, claims, root, memory)
    attributes, methods = groups.attribute_and_method_names(api, paths, memory, identities)
    sdk_names = groups.group_names(paths, sdk_classes, root, {p: w.identifier for p, w in attributes.items()})
    scope = classes.reserved_classes(base_error, default_error)
    hooked = hooks(api)
    published = Published(api, hooked, identities, ledger)
    kept = _kept_classes(api, config, published, scope, ledger)
    taken = [root, *(w.identifier for w in sdk_classes.values() if fold(w.identifier) not in claims)]
    twins = classes.Twins(api, scope, memory, kept)
    named = classes.class_names(api, config, scope, taken, kept)
    _note_classes(named, hooked, published, memory)
    data = classes.error_data(api, named, twins)
    client = client_names(api, memory)
    fields, members, rows = _insides(api, named, published, memory, client.security)
    arguments_, argument_rows = _arguments(api, config, memory, identities)
    package = package_name(api, config)
    module = module_name(package, config)
    stems = Scope((*reserved.WINDOWS_FILES, *reserved.FIELDS))
    return Names(
        sdk_class=root,
        package=package,
        module=module,
        variable=variable_name(root, module),
        environment_prefix=environment_prefix(config),
        base_error=base_error,
        default_error=default_error,
        classes={id: wish.identifier for id, wish in named.items()},
        error_data=data,
        typed_dicts=classes.typed_dicts(api, named, twins),
        stems={id: groups.stem(wish.identifier, stems) for id, wish in named.items()},
        fields=fields,
        members=members,
        groups=sdk_names,
        methods={key: wish.identifier for key, wish in methods.items()},
        arguments=arguments_,
        constants=constant_names(api),
        security={key: wish.identifier for key, wish in client.security.items()},
        globals={id: wish.identifier for id, wish in client.globals.items()},
        server_variables={key: wish.identifier for key, wish in client.server_variables.items()},
        rows=(
            *(NameRow("group", groups.group_key(p), w.identifier, w.reason) for p, w in sdk_classes.items()),
            *(NameRow("method", key[0], wish.identifier, wish.reason) for key, wish in methods.items()),
            *argument_rows,
            *_client_rows(api, client.security, client.globals, client.server_variables),
            *(NameRow("class", id, wish.identifier, wish.reason) for id, wish in named.items()),
            *rows,
        ),
        aliases=_placed(memory.aliases(), sdk_names, methods, identities),
        entries=memory.entries(),
        problems=tuple(map(_reused, memory.reused())),
    )


def _reused(entry: Entry) -> Problem:
    message = (
        f"the {entry.scope} `{entry.identifier:.80}` now is something else than what was published under this name"
    )
    return Problem(
        Severity.WARNING, "name-reused", message, "Tell the users, or choose a name that was never published."
    )


def _placed(
    aliases: Iterable[Alias],
    named: Mapping[GroupKey, GroupName],
    methods: Mapping[tuple[OperationKey, GroupKey], Wish],
    identities: Mapping[OperationKey, Identity],
) -> tuple[Alias, ...]:
    """The aliases with their places in identifiers."""
    accessors = {groups.group_key(path): group.accessor for path, group in named.items()}
    calls = {
        identities[id].now: f"{named[path].accessor}.{wish.identifier}".lstrip(".")
        for (id, path), wish in reversed(list(methods.items()))
    }
    places: dict[str, Callable[[str], str | None]] = {
        Section.FIELD: str,
        Section.MEMBER: str,
        Section.METHOD: accessors.get,
        Section.ATTRIBUTE: accessors.get,
        Section.ARGUMENT: calls.get,
    }
    return tuple(replace(a, place=places[a.scope](a.owner) or "" if a.scope in places else "") for a in aliases)


def _operations(api: Api, memory: Memory, ledger: Ledger) -> dict[OperationKey, Identity]:
    """The keys of the operations, noted in the ledger with their routes."""
    published = {e.key: e.identifier for e in ledger.of(Section.OPERATION, ".") if e.state is not State.ALIAS}
    identities = operation_keys(api.operations, published)
    for identity in identities.values():
        memory.note(Entry(Section.OPERATION, ".", identity.now, identity.route))
    return identities


# ------------------------------------------------------------------------------------------------------------- classes


def _kept_classes(api: Api, config: Config, published: Published, scope: Scope, ledger: Ledger) -> dict[TypeId, Wish]:
    """The classes that keep their published names; those and all names that were ever published are taken."""
    ladders = Ladders(api, config)
    kept: dict[TypeId, Wish] = {}
    for id, entry in published.found.items():
        origin = api.types[id].origin
        asked = ladders.fixed(origin) if origin.name_override else None
        if entry.identifier not in scope and not (asked and is_renamed(entry.identifier, asked)):
            kept[id] = Wish(entry.identifier, PUBLISHED)
    for wish in kept.values():
        scope.take(wish.identifier)
    for id in published.found:
        asked = ladders.fixed(api.types[id].origin) if api.types[id].origin.name_override else None
        if asked and id not in kept:
            kept[id] = scope.allot(asked)
    for entry in (e for e in ledger.entries if e.scope == Section.CLASS):
        scope.take(entry.identifier)
    return kept


def _note_classes(
    named: Mapping[TypeId, Wish], hooked: Mapping[TypeId, Hook], published: Published, memory: Memory
) -> None:
    for entry in published.gone():
        memory.note(replace(entry, state=State.REMOVED))
    for id, wish in named.items():
        hook = hooked[id]
        owner = published.root_owner(id, published=False) if hook.parent is None else named[hook.parent].identifier
        memory.note(Entry(Section.CLASS, owner, hook.key, wish.identifier))
        for old in published.old_names(id) - {wish.identifier}:
            memory.note_alias(Entry(Section.CLASS, owner, hook.key, old, State.ALIAS), wish.identifier)


# ---------------------------------------------------------------------------------------------------- inside of classes


def _insides(
    api: Api, named: Mapping[TypeId, Wish], published: Published, memory: Memory, security: Mapping[str, Wish]
) -> tuple[dict[tuple[TypeId, str], str], dict[tuple[TypeId, str], str], list[NameRow]]:
    """The fields and the enum members of all classes, and their rows."""
    fields: dict[tuple[TypeId, str], str] = {}
    members: dict[tuple[TypeId, str], str] = {}
    rows: list[NameRow] = []
    for id, definition in api.types.items():
        owner = named[id].identifier
        before = published.found[id].identifier if id in published.found else owner
        if isinstance(definition, ObjectDef):
            found = field_names(definition, memory.recall(Section.FIELD, owner, before))
            if definition.origin.root is Root.SECURITY:
                found.update(security)  # its fields are called like the constructor's arguments
            for prop in definition.properties:
                fields[id, prop.name] = found[prop.name].identifier
                rows.append(NameRow("field", prop.id, found[prop.name].identifier, found[prop.name].reason))
        elif isinstance(definition, EnumDef):
            for key, wish in member_names(definition, memory.recall(Section.MEMBER, owner, before)).items():
                members[id, key] = wish.identifier
                rows.append(NameRow("member", key, wish.identifier, wish.reason))
    return fields, members, rows


# ------------------------------------------------------------------------------------------------------------ arguments


def _arguments(
    api: Api, config: Config, memory: Memory, identities: Mapping[OperationKey, Identity]
) -> tuple[dict[tuple[OperationKey, str], str], list[NameRow]]:
    names: dict[tuple[OperationKey, str], str] = {}
    rows: list[NameRow] = []
    for operation in api.operations:
        specs = arguments(operation, api, config)
        for key, wish in argument_names(operation, specs, memory, identities[operation.id]).items():
            names[operation.id, key] = wish.identifier
            rows.append(NameRow("argument", key, wish.identifier, wish.reason))
    return names, rows


def _client_rows(
    api: Api, security: Mapping[str, Wish], globals: Mapping[str, Wish], variables: Mapping[str, Wish]
) -> list[NameRow]:
    schemes = {scheme.key: scheme.id for scheme in api.security_schemes}
    return [
        *(NameRow("security", schemes[key], wish.identifier, wish.reason) for key, wish in security.items()),
        *(NameRow("global", id, wish.identifier, wish.reason) for id, wish in globals.items()),
        *(
            NameRow("server-variable", f"#/servers {key}", wish.identifier, wish.reason)
            for key, wish in variables.items()
        ),
    ]
