"""What the plan looks up again and again, found once: a search for each group would be one of all by all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Self

from sdkwright.frozen import Frozen
from sdkwright.ir.service import Api, Operation
from sdkwright.ir.types import OperationKey, TypeId
from sdkwright.names import GroupKey, Names
from sdkwright.text.kinds import Code
from sdkwright.view.models import Folder, TypeKind, TypeView


class Lookups(Frozen):
    """Operations and groups by what leads to them, each in document order."""

    operations: Mapping[OperationKey, Operation]
    of_group: Mapping[GroupKey, Sequence[Operation]]
    methods: Mapping[GroupKey, Sequence[str]]
    """The names of the methods of each group."""
    first_methods: Mapping[OperationKey, tuple[GroupKey, str]]
    """The first group that has an operation, and the name that it has there."""
    below: Mapping[GroupKey, Sequence[GroupKey]]
    """The groups right below each."""
    views: Mapping[TypeId, TypeView]
    """What pages and annotations see of each class."""
    models: Mapping[TypeId, str]
    """The name of each model, union and enum, of an error that of its data; of a parent that of its whole family."""
    typed_dicts: Mapping[TypeId, str]
    """The names that input annotations use beside those."""
    twins: Mapping[TypeId, Code]
    """The names of the TypedDict twins."""

    @classmethod
    def of(cls, api: Api, names: Names) -> Self:
        """All that can be looked up in a service and its names."""
        of_group: defaultdict[GroupKey, list[Operation]] = defaultdict(list)
        for operation in api.operations:
            for group in dict.fromkeys(operation.groups):
                of_group[group].append(operation)
        methods: defaultdict[GroupKey, list[str]] = defaultdict(list)
        first_methods: dict[OperationKey, tuple[GroupKey, str]] = {}
        for (id, group), name in names.methods.items():
            methods[group].append(name)
            first_methods.setdefault(id, (group, name))
        below: defaultdict[GroupKey, list[GroupKey]] = defaultdict(list)
        for group in names.groups:
            if group:
                below[group[:-1]].append(group)
        views = {
            id: TypeView(TypeKind.MODEL, Code(name), page=Code(names.pages[id]), folder=Folder.of(names.folders[id]))
            for id, name in names.classes.items()
        }
        operations = {one.id: one for one in api.operations}
        models = {**names.classes, **names.error_data, **names.families}
        typed_dicts = {**names.classes, **names.typed_dicts, **names.family_dicts}
        twins = {id: Code(name) for id, name in names.typed_dicts.items()}
        return cls(operations, of_group, methods, first_methods, below, views, models, typed_dicts, twins)
