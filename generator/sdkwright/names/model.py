"""The only maker of identifiers: id -> identifier, one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sdkwright.frozen import Frozen, field
from sdkwright.ir.types import OperationKey, TypeId
from sdkwright.names.published.ledger import Entry, Noted
from sdkwright.problems import Problem

GroupKey = tuple[str, ...]
ASYNC = "_async"
"""The ending of the asynchronous twin of a method, where both stand in one class."""
ASYNC_CLASS = "Async"
"""The beginning of the class of asynchronous methods, where they have one of their own."""


class GroupName(Frozen):
    """The SDK class of one group; `()` is the root."""

    class_name: str
    title: str
    accessor: str
    """Dotted snake path; empty for the root."""
    attribute: str
    module: str
    page: str
    """By the class, as published pages have it."""
    folder: str
    """By the attribute, as the reader's pages have it, in the folder of the group above."""


class NameRow(Frozen):
    """One line of `sdkwright names`."""

    scope: str
    """`class`, `field`, `member`, `method`, `argument`, `group` …"""
    id: str
    identifier: str
    reason: str


class Alias(Frozen):
    """An old name that still works, because the user had the thing renamed; it should warn and lead to the new one."""

    scope: str
    """`class`, `field`, `member`, `method`, `argument`, `attribute`, `client` …"""
    key: str
    """Of the ledger; text of the document, so not for printing."""
    old: str
    new: str
    place: str = ""
    """To what it belongs, in identifiers: of a field or member the class, of a method or attribute the accessor of its
    group, of an argument the accessor of its method (`sessions.create`), of an error the package in which it is
    found, if it is not `models`; "" for the root and the client."""
    new_place: str | None = None
    """The same of the new name, where it is another one."""
    works: bool = True
    """False where there is no place any more at which the old name could stand."""


class Former(Frozen):
    """An old name of something that is still there."""

    old: str
    new: str


class OldNames(Frozen):
    """All old names that still work, by what they are the names of.  Each is free: nothing else has it now."""

    root: tuple[str, ...] = ()
    """Of the root class."""
    classes: tuple[Former, ...] = ()
    """Of models and TypedDicts, the data of errors included."""
    exceptions: tuple[Former, ...] = ()
    """Of exceptions and their data."""
    fields: Mapping[TypeId, tuple[Former, ...]] = field(default_factory=dict[TypeId, tuple[Former, ...]])
    members: Mapping[TypeId, tuple[Former, ...]] = field(default_factory=dict[TypeId, tuple[Former, ...]])
    methods: Mapping[GroupKey, tuple[tuple[str, OperationKey], ...]] = field(
        default_factory=dict[GroupKey, tuple[tuple[str, OperationKey], ...]]
    )
    """By the group in which they were, which is not always the one in which the operation is now."""
    attributes: Mapping[GroupKey, tuple[tuple[str, GroupKey], ...]] = field(
        default_factory=dict[GroupKey, tuple[tuple[str, GroupKey], ...]]
    )
    """By the group that held them: each with the group to which its operations have gone."""
    arguments: Mapping[OperationKey, tuple[Former, ...]] = field(default_factory=dict[OperationKey, tuple[Former, ...]])
    client: tuple[Former, ...] = ()
    """Of the arguments of the constructor."""


class Names(Frozen):
    sdk_class: str
    package: str
    """The distribution."""
    module: str
    """The import package."""
    variable: str
    """`orq` in the examples' `with Orq(...) as orq`."""
    environment_prefix: str
    base_error: str
    default_error: str
    classes: Mapping[TypeId, str]
    """Of an error object this is the exception class; its model is `error_data[id]`."""
    error_data: Mapping[TypeId, str]
    typed_dicts: Mapping[TypeId, str]
    stems: Mapping[TypeId, str]
    """The module stem of a class, unique among all stems."""
    pages: Mapping[TypeId, str]
    """The stem of the page of a class, unique in the folder of its package."""
    operation_stems: Mapping[OperationKey, str]
    """The module stem of what an operation brings, unique among all stems."""
    folders: Mapping[TypeId, str]
    """The folder of the package in which a class is found: `models`, `models/shared` …"""
    error_folder: str
    """That of the error tree."""
    fields: Mapping[tuple[TypeId, str], str]
    """By class and wire name."""
    members: Mapping[tuple[TypeId, str], str]
    """By enum and member id."""
    groups: Mapping[GroupKey, GroupName]
    """Every group on the path of a dotted group, and `()`."""
    methods: Mapping[tuple[OperationKey, GroupKey], str]
    arguments: Mapping[tuple[OperationKey, str], str]
    """By operation and `ArgumentSpec.key`."""
    constants: Mapping[OperationKey, str]
    """The module-level name of the operation's runtime plan, unique in the whole package."""
    security: Mapping[str, str]
    """By scheme key: the constructor argument, and the field of `Security`."""
    globals: Mapping[str, str]
    """By parameter id."""
    server_variables: Mapping[str, str]
    rows_of: Callable[[], tuple[NameRow, ...]]
    families: Mapping[TypeId, str] = field(default_factory=dict[TypeId, str])
    """The choice of a class and of all that is made of it, where a tag tells them apart."""
    family_dicts: Mapping[TypeId, str] = field(default_factory=dict[TypeId, str])
    aliases: tuple[Alias, ...] = ()
    """Old names, for `MIGRATION.md`."""
    is_split: bool = False
    """Sync and async methods stand in two classes, and have the same names."""
    old: OldNames = OldNames()
    """Those of them that still work, for the package."""
    noted: Noted = Noted({})
    """What the ledger holds after this run."""
    problems: tuple[Problem, ...] = ()
    """Warnings: names that the user had given to something else than what was published under them."""

    @property
    def rows(self) -> tuple[NameRow, ...]:
        """Why all is called as it is; made anew for each who asks."""
        return self.rows_of()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The same line by line."""
        return self.noted.entries

    def async_method(self, name: str) -> str:
        """What the asynchronous twin of a method is called."""
        return name if self.is_split else f"{name}{ASYNC}"

    def async_class(self, name: str) -> str:
        """What the class is called that has the asynchronous methods of a group, or of the root."""
        return f"{ASYNC_CLASS}{name}" if self.is_split else name

    def classes_of(self, group: GroupName) -> tuple[str, ...]:
        """The class of a group, or both."""
        return tuple(dict.fromkeys((group.class_name, self.async_class(group.class_name))))
