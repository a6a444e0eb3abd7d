"""Which old names still work, and what each leads to.

An old name works wherever there is a place for it that nothing else has taken since.  What has no place any more (the
package itself, an operation whose group is gone and whose neighbours went another way) is only told of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from sdkwright.frozen import Frozen, field, replace
from sdkwright.ir.service import Api
from sdkwright.ir.types import EnumDef, ObjectDef, OperationKey, TypeId, UnionDef
from sdkwright.names import project
from sdkwright.names.apart import both, plain
from sdkwright.names.classes.assign import DATA, TYPED_DICT, UNION, twin_words
from sdkwright.names.groups import ROOT, parse_group_key, segment_key
from sdkwright.names.members import has_member_names, member_keys
from sdkwright.names.model import ASYNC, Alias, Former, GroupKey, NameRow, Names, OldNames
from sdkwright.names.published.deprecated_groups import Gone, GoneGroups
from sdkwright.names.published.ledger import MODULE, PACKAGE, Entry, Section
from sdkwright.names.published.memory import Memory
from sdkwright.names.scope import fold
from sdkwright.options.model import MODELS, Config
from sdkwright.problems import Problem, Severity
from sdkwright.problems.codes.names import NAME_LOST, NAME_REUSED
from sdkwright.text import reserved


class Known(Frozen):
    """What leads from the keys of the ledger to what is called so now."""

    api: Api
    config: Config
    ledger_classes: frozenset[str]
    """All names of classes that the ledger holds."""
    classes: Mapping[tuple[str, str], TypeId]
    """By owner and key."""
    owners: Mapping[str, TypeId]
    """By the name that the ledger has for what is inside of it."""
    operations: Mapping[str, OperationKey]
    """By key."""
    arguments: Mapping[OperationKey, Mapping[str, str]]
    """By operation, the keys in the ledger by those of the arguments' specifications."""
    client: Mapping[str, str]
    """The names of the constructor's arguments by key."""


def with_old_names(names: Names, memory: Memory, known_of: Callable[[], Known]) -> Names:
    """The same names with the old ones, the lines of the ledger, and warnings about names that were given again."""
    aliases = memory.aliases()
    if aliases:
        finder = _Finder(names, memory, known_of())
        for entry in aliases:
            finder.add(entry)
        finder.add_gone_groups()
        names = finder.with_old_names()
    given_again: list[Problem] = []
    if reused := memory.reused():
        rows = {(row.scope, row.identifier): row.id for row in reversed(names.rows)}
        given_again = [_given_again(entry, rows.get((entry.scope, entry.identifier))) for entry in reused]
    return replace(names, problems=(*names.problems, *given_again), noted=memory.noted())


class _Subject(Frozen):
    """What an old name was the name of."""

    id: str
    """Where it stands in the document."""
    new: str
    taken: set[str]
    """The folded names beside which the old one would stand."""
    keep: Callable[[Former], None] = field(default=lambda _: None)
    place: str = ""
    new_place: str | None = None
    works: bool = True


class _Finder:
    """Goes from one line of the ledger to the next and collects what still works."""

    def __init__(self, names: Names, memory: Memory, known: Known) -> None:
        self._names, self._memory, self._known = names, memory, known
        self._types = known.api.types
        self._ids = known.owners
        self._owners = {id: owner for owner, id in known.owners.items()}
        self._calls = {id: (path, name) for (id, path), name in reversed(list(names.methods.items()))}
        self._paths = {tuple(map(segment_key, path)): path for path in names.groups}
        self._taken: defaultdict[object, set[str]] = _taken(names, known)
        self._gone = GoneGroups(names, memory)
        self.aliases: list[Alias] = []
        self.rows: list[NameRow] = []
        self.problems: list[Problem] = []
        self._root: list[Former] = []
        self._classes: list[Former] = []
        self._exceptions: list[Former] = []
        self._client: list[Former] = []
        self._fields: defaultdict[TypeId, list[Former]] = defaultdict(list)
        self._members: defaultdict[TypeId, list[Former]] = defaultdict(list)
        self._arguments: defaultdict[OperationKey, list[Former]] = defaultdict(list)
        self._methods: defaultdict[GroupKey, list[tuple[str, OperationKey]]] = defaultdict(list)
        self._attributes: defaultdict[GroupKey, list[tuple[str, GroupKey]]] = defaultdict(list)

    def add(self, entry: Entry) -> None:
        """Take one line with an old name; lines about what has no name in the package change nothing."""
        subject = self._subject(entry)
        if subject is None:
            return
        wanted = {entry.identifier}
        if entry.scope == Section.METHOD:
            wanted.add(f"{entry.identifier}{ASYNC}")
        if (entry.scope, entry.key) == (Section.SDK, project.CLASS):
            wanted.add(self._names.async_class(entry.identifier))
        if subject.taken & set(map(fold, wanted)):  # something else has it now: the user has asked for that
            self._memory.drop(entry)
            self.problems.append(_given_again(entry, subject.id))
            return
        subject.taken.update(map(fold, wanted))
        self._keep(entry, subject)
        if entry.scope == Section.CLASS:
            for twin in self._twins(entry):
                self.add(twin)

    def add_gone_groups(self) -> None:
        """The groups that are gone, after all lines have been taken."""
        for moved in self._gone.resolved():
            taken = self._taken[moved.parent]
            attribute = moved.attribute
            found = attribute is not None and fold(attribute.identifier) not in taken
            if attribute is not None and found:
                taken.add(fold(attribute.identifier))
                self._keep(attribute, self._moved_group(moved.parent, attribute.identifier, moved.heir))
            for gone in moved.operations:
                self._add_gone(gone, (*moved.heir, *gone.below) if found else None)

    def _add_gone(self, gone: Gone, now: GroupKey | None) -> None:
        """An operation of a group that is gone.  By way of the old attribute, users come to the group `now`."""
        old, name = gone.entry.identifier, None if now is None else self._names.methods.get((gone.id, now))
        if name == old:
            return
        path, new = (now, name) if now is not None and name is not None else self._calls[gone.id]
        names = {fold(old), fold(f"{old}{ASYNC}")}
        works = now is not None and name is not None and not names & self._taken[now]
        if works:
            self._taken[path] |= names
            self._methods[path].append((old, gone.id))
        entry = gone.entry
        alias = Alias(entry.scope, entry.key, old, new, gone.place, self._names.groups[path].accessor, works)
        self._told(alias, str(gone.id))
        if not works:
            message = f"`{gone.place:.80}.{old:.80}` was published, and there is no place for it any more"
            self.problems.append(Problem(Severity.WARNING, NAME_LOST, message, pointer=str(gone.id)))

    def _subject(self, entry: Entry) -> _Subject | None:
        find: Mapping[str, Callable[[Entry], _Subject | None]] = {
            Section.SDK: self._project,
            Section.CLASS: self._class,
            Section.TWIN: self._twin,
            Section.FIELD: self._field,
            Section.MEMBER: self._member,
            Section.METHOD: self._method,
            Section.ATTRIBUTE: self._attribute,
            Section.ARGUMENT: self._argument,
            Section.CLIENT: self._client_argument,
        }
        return find[entry.scope](entry) if entry.scope in find else None

    def with_old_names(self) -> Names:
        """The names with all that was collected."""
        before, more = self._names.rows_of, tuple(self.rows)
        return replace(
            self._names,
            aliases=tuple(self.aliases),
            old=self._old_names(),
            rows_of=lambda: (*before(), *more),
            problems=tuple(self.problems),
        )

    def _old_names(self) -> OldNames:
        return OldNames(
            tuple(former.old for former in self._root),
            tuple(self._classes),
            tuple(self._exceptions),
            {id: tuple(found) for id, found in self._fields.items()},
            {id: tuple(found) for id, found in self._members.items()},
            {path: tuple(found) for path, found in self._methods.items()},
            {path: tuple(found) for path, found in self._attributes.items()},
            {id: tuple(found) for id, found in self._arguments.items()},
            tuple(self._client),
        )

    def _keep(self, entry: Entry, subject: _Subject) -> None:
        if subject.works:
            subject.keep(Former(plain(entry.identifier), subject.new))
        alias = Alias(entry.scope, entry.key, plain(entry.identifier), subject.new, subject.place)
        self._told(replace(alias, new_place=subject.new_place, works=subject.works), subject.id)

    def _told(self, alias: Alias, id: str) -> None:
        self.aliases.append(alias)
        now = alias.new if alias.new_place is None else f"{alias.new_place}.{alias.new}".lstrip(".")
        self.rows.append(NameRow(alias.scope, id, alias.old, f"an old name of `{now}`"))

    # ----------------------------------------------------------------------------------------- the package and classes

    def _project(self, entry: Entry) -> _Subject | None:
        names = self._names
        if entry.key == PACKAGE:
            return _Subject(project.WHERE, names.package, set(), works=False)
        if entry.key == MODULE:
            return _Subject(project.WHERE, names.module, set(), works=False)
        if entry.key == project.CLASS:
            return _Subject(project.WHERE, names.sdk_class, self._taken[Section.SDK], self._root.append)
        new = {project.BASE_ERROR: names.base_error, project.DEFAULT_ERROR: names.default_error}.get(entry.key)
        if new is None:
            return None
        taken = self._taken[Section.CLASS]
        return _Subject(project.WHERE, new, taken, self._exceptions.append, self._namespace)

    @property
    def _namespace(self) -> str:
        """Where exceptions stand, if not in `models`."""
        return "" if self._names.error_folder == MODELS else self._names.error_folder.replace("/", ".")

    def _class(self, entry: Entry) -> _Subject | None:
        id = self._known.classes.get((entry.owner, entry.key))
        if id is None:
            return None
        new, taken = self._names.classes[id], self._taken[Section.CLASS]
        if self._is_error(id):
            return _Subject(str(id), new, taken, self._exceptions.append, self._namespace)
        return _Subject(str(id), new, taken, self._classes.append)

    def _twins(self, entry: Entry) -> Iterable[Entry]:
        """The old names of the classes beside an old class, unless they are known as those of other classes."""
        id = self._known.classes[entry.owner, entry.key]
        for word in twin_words(self._types[id]):
            old = f"{plain(entry.identifier)}{word}"
            if fold(old) not in self._taken[Section.CLASS] and old not in self._known.ledger_classes:
                yield Entry(Section.TWIN, self._owners[id], word, old)

    def _twin(self, entry: Entry) -> _Subject | None:
        id = self._ids.get(entry.owner)
        if id is None or entry.key not in twin_words(self._types[id]):
            return None
        taken = self._taken[Section.CLASS]
        if entry.key == DATA:
            return _Subject(str(id), self._names.error_data[id], taken, self._both)
        others = {UNION: self._names.families, UNION + TYPED_DICT: self._names.family_dicts}
        names = others.get(entry.key, self._names.typed_dicts)
        return _Subject(str(id), names[id], taken, self._classes.append)

    def _both(self, former: Former) -> None:
        """The data of an exception stands with the models and with the errors."""
        self._classes.append(former)
        self._exceptions.append(former)

    def _is_error(self, id: TypeId) -> bool:
        definition = self._types[id]
        return isinstance(definition, ObjectDef | UnionDef) and definition.is_error

    # ----------------------------------------------------------------------------------------------- inside of classes

    def _field(self, entry: Entry) -> _Subject | None:
        id = self._ids.get(entry.owner)
        definition = self._types[id] if id is not None else None
        if id is None or not isinstance(definition, ObjectDef):
            return None
        where = next((prop.id for prop in definition.properties if prop.name == entry.key), None)
        if where is None:
            return None
        place = self._names.error_data[id] if self._is_error(id) else plain(entry.owner)
        new = self._names.fields[id, entry.key]
        return _Subject(where, new, self._taken[Section.FIELD, id], self._fields[id].append, place)

    def _member(self, entry: Entry) -> _Subject | None:
        id = self._ids.get(entry.owner)
        definition = self._types[id] if id is not None else None
        if id is None or not isinstance(definition, EnumDef) or not has_member_names(definition, self._known.config):
            return None
        member = next((id for id, key in member_keys(definition.members).items() if key == entry.key), None)
        if member is None:
            return None
        new = self._names.members[id, member]
        return _Subject(member, new, self._taken[Section.MEMBER, id], self._members[id].append, plain(entry.owner))

    # ------------------------------------------------------------------------------------------- methods and attributes

    def _group(self, key: str) -> GroupKey:
        """The group with this key in the ledger; one that is gone is told by the keys of its segments."""
        path = parse_group_key(key)
        return self._paths.get(path, path)

    def _method(self, entry: Entry) -> _Subject | None:
        path, id = self._group(entry.owner), self._known.operations.get(entry.key)
        if id is None:
            return None
        if path not in self._names.groups:
            self._gone.add(entry, path, id)
            return None
        now, new = (path, self._names.methods[id, path]) if (id, path) in self._names.methods else self._calls[id]
        return _Subject(
            str(id),
            new,
            self._taken[path],
            lambda former: self._methods[path].append((former.old, id)),
            self._names.groups[path].accessor,
            None if now == path else self._names.groups[now].accessor,
        )

    def _attribute(self, entry: Entry) -> _Subject | None:
        parent = self._group(entry.owner)
        child = self._paths.get((*map(segment_key, parent), entry.key), (*parent, entry.key))
        return self._moved_group(parent, entry.identifier, child) if child in self._names.groups else None

    def _moved_group(self, parent: GroupKey, old: str, heir: GroupKey) -> _Subject:
        groups = self._names.groups
        return _Subject(
            next(str(id) for id, path in self._names.methods if path[: len(heir)] == heir),
            groups[heir].attribute,
            self._taken[parent],
            lambda _: self._attributes[parent].append((old, heir)),
            groups[parent].accessor,
            groups[heir[:-1]].accessor if heir[:-1] != parent else None,
        )

    # ------------------------------------------------------------------------------------------------------- arguments

    def _argument(self, entry: Entry) -> _Subject | None:
        id = self._known.operations.get(entry.owner)
        keys: Mapping[str, str] = self._known.arguments.get(id, {}) if id is not None else {}
        key = {in_ledger: key for key, in_ledger in keys.items()}.get(entry.key)
        if id is None or key is None:
            return None
        path, method = self._calls[id]
        place = f"{self._names.groups[path].accessor}.{method}".lstrip(".")
        new = self._names.arguments[id, key]
        return _Subject(key, new, self._taken[Section.ARGUMENT, id], self._arguments[id].append, place)

    def _client_argument(self, entry: Entry) -> _Subject | None:
        new = self._known.client.get(entry.key)
        if new is None:
            return None
        return _Subject(project.WHERE, new, self._taken[Section.CLIENT], self._client.append)


def _taken(names: Names, known: Known) -> defaultdict[object, set[str]]:
    """The folded names beside which old ones would stand: by group, by class, by operation, or in the whole package."""
    taken: defaultdict[object, set[str]] = defaultdict(set)
    fixed = (*reserved.FIXED_ERRORS, *reserved.MODEL_CLASSES, names.base_error, names.default_error)
    twins = (names.error_data, names.typed_dicts, names.families, names.family_dicts)
    classes = (*known.owners, *(name for each in twins for name in each.values()), *both(fixed))
    roots = (names.sdk_class, names.async_class(names.sdk_class))
    taken[Section.SDK].update(map(fold, (*roots, *reserved.PACKAGE_MODULES, "VERSION")))
    taken[Section.CLASS].update(map(fold, classes))
    taken[Section.CLIENT].update(map(fold, (*known.client.values(), *reserved.CONSTRUCTOR)))
    for (id, _), name in names.fields.items():
        taken[Section.FIELD, id].update((fold(name), fold(reserved.ADDITIONAL_PROPERTIES)))
    for (id, _), name in names.members.items():
        taken[Section.MEMBER, id].add(fold(name))
    for (operation, _), name in names.arguments.items():
        taken[Section.ARGUMENT, operation].update(map(fold, (name, *reserved.CALL_OPTIONS)))
    for path, group in names.groups.items():
        if path != ROOT:
            taken[path[:-1]].add(fold(group.attribute))
    for (_, path), name in names.methods.items():
        taken[path].update((fold(name), fold(f"{name}{ASYNC}")))
    return taken


def _given_again(entry: Entry, pointer: str | None) -> Problem:
    """The warning about a name that is something else now."""
    message = (
        f"The {entry.scope} `{entry.identifier:.80}` now is something else than what was published under this name"
    )
    return Problem(Severity.WARNING, NAME_REUSED, message, pointer=pointer)
