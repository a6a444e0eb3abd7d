"""Allotting all names: what was published stays, the rest is named by the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import zip_longest

from sdkwright.frozen import replace
from sdkwright.ir.arguments import arguments
from sdkwright.ir.service import Api
from sdkwright.ir.types import EnumDef, ObjectDef, OperationKey, Root, TypeId, UnionDef
from sdkwright.names import groups
from sdkwright.names.apart import plain
from sdkwright.names.arguments import argument_key, argument_names, client_names, constant_names, request_fields
from sdkwright.names.classes import assign
from sdkwright.names.classes.candidates import Ladders
from sdkwright.names.folders import folders, reserved_modules, reserved_stems
from sdkwright.names.keys import Hook, Identity, hooks, operation_keys
from sdkwright.names.members import field_names, member_names
from sdkwright.names.model import NameRow, Names
from sdkwright.names.project import environment_prefix, project_names, variable_name
from sdkwright.names.published.deprecated import Known, with_old_names
from sdkwright.names.published.kept import kept_names
from sdkwright.names.published.ledger import Entry, Ledger, Section, State, empty_ledger
from sdkwright.names.published.matching import Published
from sdkwright.names.published.memory import PUBLISHED, Memory, Recall, is_renamed
from sdkwright.names.rows import Given, name_rows
from sdkwright.names.scope import Scope, Wish, fold
from sdkwright.names.stems import bare_stems, pages, stems
from sdkwright.options.formats import DOTTED_TITLES
from sdkwright.options.model import MODELS, Config, ResponseFormat
from sdkwright.text import reserved


def allot(api: Api, config: Config, ledger: Ledger | None = None) -> Names:
    """Name everything.  With a ledger, what it holds keeps its name."""
    if ledger is None or not ledger.entries:
        return _allot(api, config, empty_ledger())
    names = _allot(api, config, ledger)
    # Naming all of it once more costs as much, and hardly any run wants to know.
    kept = kept_names(names, lambda: _allot(api, config, empty_ledger()), _identities(api, ledger), ledger)
    return replace(names, problems=(*names.problems, *kept))


def explained(names: Names, api: Api, config: Config) -> Names:
    """The same, where the reasons of what keeps its name tell what the rules alone say."""
    rows = names.rows
    if all(row.reason != PUBLISHED for row in rows):
        return names
    # Rows stand in the order of the document, so both tables agree, but for the old names at the end of the first.
    pairs = zip_longest(rows, _allot(api, config, empty_ledger()).rows)
    told = tuple(_explained(row, rule) for row, rule in pairs if row is not None)
    return replace(names, rows_of=lambda: told)


def _explained(row: NameRow, by_rules: NameRow | None) -> NameRow:
    if row.reason != PUBLISHED or by_rules is None:
        return row
    if row.identifier == by_rules.identifier:
        return replace(row, reason=by_rules.reason)
    return replace(row, reason=f"{PUBLISHED}; the rules alone would make it `{by_rules.identifier}`")


def _allot(api: Api, config: Config, ledger: Ledger) -> Names:
    memory = Memory(ledger)
    own = project_names(api, config, memory)
    root, module = own.root.identifier, own.module.identifier
    identities = _operations(api, memory, ledger)
    paths = groups.group_paths(api)
    attributes, methods = groups.attribute_and_method_names(api, paths, memory, identities, short=config.short_methods)
    scope = assign.reserved_classes(
        own.base_error.identifier,
        own.default_error.identifier,
        *own.held,
        *(reserved.METADATA if config.response_format is ResponseFormat.ENVELOPE_HTTP else ()),
    )
    hooked = hooks(api)
    published = Published(api, hooked, identities, ledger)
    kept = _kept_classes(api, config, published, scope, ledger)
    twins = assign.Twins(api, scope, memory, kept, published.found)
    found_in = folders(api, config.imports)
    dotted, split = config.format >= DOTTED_TITLES, config.async_split
    beside_groups = MODELS in config.imports.folders()  # else classes of groups and of models never meet
    if config.name_resolution_feb2025:
        # Whatever a model is called, the class of a group gives way to it.
        taken = [root, *groups.published_classes(memory)] if beside_groups else []
        taken += groups.async_classes((*own.roots, *taken)) if split and beside_groups else []
        named = assign.class_names(api, config, scope, taken, kept)
        claims = frozenset(fold(wish.identifier) for id, wish in named.items() if found_in[id] == MODELS)
        sdk_classes = groups.class_names(paths, claims, root, memory, dotted=dotted, split=split)
    else:
        claims = assign.component_claims(api, config) if beside_groups else frozenset[str]()
        sdk_classes = groups.class_names(paths, claims, root, memory, dotted=dotted, split=split)
        taken = [root, *(w.identifier for w in sdk_classes.values() if fold(w.identifier) not in claims)]
        taken += groups.async_classes((*own.roots, *taken)) if split else []
        named = assign.class_names(api, config, scope, taken if beside_groups else (), kept)
    accessors = {path: wish.identifier for path, wish in attributes.items()}
    packages = reserved_modules(config.imports)
    sdk_names = groups.group_names(paths, sdk_classes, root, accessors, packages, dotted=dotted)
    class_keys = _note_classes(named, hooked, published, identities, memory)
    data = assign.error_data(named, twins)
    typed = assign.typed_dicts(named, twins)
    families = assign.families(named, twins)
    family_dicts = assign.families(named, twins, assign.UNION + assign.TYPED_DICT)
    client = client_names(api, memory)
    insides = _insides(api, config, named, published, memory, client.security)
    fields = _of_each(ObjectDef, api, insides)
    found, arguments_, argument_keys = _arguments(api, config, memory, identities, fields)
    classes = {id: plain(wish.identifier) for id, wish in named.items()}
    bare = bare_stems(classes)
    class_stems, operation_stems = stems(api, bare, reserved_stems(config.imports))
    class_pages = pages(named, bare)
    twins_of = (data, typed, families, family_dicts)
    given = Given(own, sdk_classes, attributes, methods, found, client, named, twins_of, insides, split)
    names = Names(
        sdk_class=root,
        package=own.package.identifier,
        module=module,
        variable=variable_name(root, module),
        environment_prefix=environment_prefix(config),
        base_error=own.base_error.identifier,
        default_error=own.default_error.identifier,
        classes=classes,
        error_data=data,
        typed_dicts=typed,
        families=families,
        family_dicts=family_dicts,
        stems=class_stems,
        pages=class_pages,
        operation_stems=operation_stems,
        folders=found_in,
        error_folder=config.imports.errors,
        fields=fields,
        members=_of_each(EnumDef, api, insides),
        groups=sdk_names,
        is_split=split,
        methods={key: wish.identifier for key, wish in methods.items()},
        arguments=arguments_,
        constants=constant_names(api),
        security={key: wish.identifier for key, wish in client.security.items()},
        globals={id: wish.identifier for id, wish in client.globals.items()},
        server_variables={key: wish.identifier for key, wish in client.server_variables.items()},
        rows_of=lambda: name_rows(api, given),
    )

    def known() -> Known:
        return Known(
            api,
            config,
            frozenset(e.identifier for e in ledger.entries if e.scope == Section.CLASS),
            class_keys,
            {wish.identifier: id for id, wish in named.items()},
            {identity.now: id for id, identity in identities.items()},
            argument_keys,
            client.by_key,
        )

    return with_old_names(names, memory, known)


def _operations(api: Api, memory: Memory, ledger: Ledger) -> dict[OperationKey, Identity]:
    """The keys of the operations, noted in the ledger with their routes."""
    identities = _identities(api, ledger)
    memory.note(Section.OPERATION, ".", {identity.now: identity.route for identity in identities.values()})
    return identities


def _identities(api: Api, ledger: Ledger) -> dict[OperationKey, Identity]:
    published = {e.key: e.identifier for e in ledger.of(Section.OPERATION, ".") if e.state is not State.ALIAS}
    return operation_keys(api.operations, published)


# ------------------------------------------------------------------------------------------------------------- classes


def _kept_classes(api: Api, config: Config, published: Published, scope: Scope, ledger: Ledger) -> dict[TypeId, Wish]:
    """The classes that keep their published names; those and all names that were ever published are taken."""
    kept: dict[TypeId, Wish] = {}
    if not ledger.entries:
        return kept
    ladders = Ladders(api, config)
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
        if entry.state is not State.CURRENT:
            scope.take(f"{entry.identifier}{assign.TYPED_DICT}")
    for id, wish in kept.items():
        for old in published.old_names(id) - {wish.identifier}:
            for word in assign.twin_words(api.types[id]):
                scope.take(f"{old}{word}")
    return kept


def _note_classes(
    named: Mapping[TypeId, Wish],
    hooked: Mapping[TypeId, Hook],
    published: Published,
    identities: Mapping[OperationKey, Identity],
    memory: Memory,
) -> dict[tuple[str, str], TypeId]:
    """Notes all classes; their ids by owner and key."""
    renamed = {identity.published: identity.now for identity in identities.values()}
    renamed |= {entry.identifier: named[id].identifier for id, entry in published.found.items()}
    for entry in published.gone():
        gone = replace(entry, owner=renamed.get(entry.owner, entry.owner))
        if entry.state is State.ALIAS:
            memory.hold(gone)
        else:
            memory.note_removed(gone)
    keys: dict[tuple[str, str], TypeId] = {}
    inside: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for id, wish in named.items():
        hook = hooked[id]
        owner = published.root_owner(id, published=False) if hook.parent is None else named[hook.parent].identifier
        key = hook.key
        inside[owner][key] = wish.identifier
        keys[owner, key] = id
        if id in published.found:
            for old in published.old_names(id) - {wish.identifier}:
                memory.note_alias(Entry(Section.CLASS, owner, key, old))
    for owner, names in inside.items():
        memory.note(Section.CLASS, owner, names)
    return keys


# ---------------------------------------------------------------------------------------------------- inside of classes


def _insides(
    api: Api,
    config: Config,
    named: Mapping[TypeId, Wish],
    published: Published,
    memory: Memory,
    security: Mapping[str, Wish],
) -> dict[TypeId, Mapping[str, Wish]]:
    """The fields of all classes by wire name, and the members of all enums by id."""
    insides: dict[TypeId, Mapping[str, Wish]] = {}
    requests = {o.request_type: o for o in api.operations if o.request_type is not None}
    for id, definition in api.types.items():
        if isinstance(definition, UnionDef):
            continue
        owner = named[id].identifier
        before = published.found[id].identifier if id in published.found else owner
        if isinstance(definition, EnumDef):
            insides[id] = member_names(definition, memory.recall(Section.MEMBER, owner, before))
            continue
        recall = memory.recall(Section.FIELD, owner, before)
        if definition.origin.root is Root.SECURITY:
            insides[id] = _like_arguments(definition, recall, security)
        elif definition.origin.root is Root.REQUEST:
            insides[id] = request_fields(definition, requests[id], recall, config)
        else:
            insides[id] = field_names(definition, recall)
    return insides


def _of_each(
    kind: type[ObjectDef | EnumDef], api: Api, insides: Mapping[TypeId, Mapping[str, Wish]]
) -> dict[tuple[TypeId, str], str]:
    """The names inside of all classes of a kind."""
    return {
        (id, key): wish.identifier
        for id, found in insides.items()
        if isinstance(api.types[id], kind)
        for key, wish in found.items()
    }


def _like_arguments(definition: ObjectDef, recall: Recall, security: Mapping[str, Wish]) -> dict[str, Wish]:
    """The fields of the credentials' class: they are called like the constructor's arguments."""
    found = {prop.name: security[prop.name] for prop in definition.properties}
    recall.note({wire: wish.identifier for wire, wish in found.items()})
    return found


# ------------------------------------------------------------------------------------------------------------ arguments


def _arguments(
    api: Api,
    config: Config,
    memory: Memory,
    identities: Mapping[OperationKey, Identity],
    fields: Mapping[tuple[TypeId, str], str],
) -> tuple[list[dict[str, Wish]], dict[tuple[OperationKey, str], str], dict[OperationKey, Mapping[str, str]]]:
    """The names of the arguments of each operation, all of them, and their keys in the ledger by operation and
    specification.

    What an object of everything holds has the names of its `fields`, and no reasons of its own."""
    found: list[dict[str, Wish]] = []
    names: dict[tuple[OperationKey, str], str] = {}
    keys: dict[OperationKey, Mapping[str, str]] = {}
    for operation in api.operations:
        id, specs = operation.id, arguments(operation, api, config)
        keys[id] = {spec.key: argument_key(spec) for spec in specs}
        own = argument_names(specs, keys[id], memory, identities[id])
        found.append(own)
        names.update({(id, key): wish.identifier for key, wish in own.items()})
        for folded in (spec.folded.id for spec in specs if spec.folded is not None):
            definition = api.types[folded]
            assert isinstance(definition, ObjectDef)
            names.update({(id, one.id): fields[folded, one.name] for one in definition.properties})
    return found, names, keys
