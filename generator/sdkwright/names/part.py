"""The names of a part of an API: those of the whole, less the groups and the old names that lead to nothing in it."""

from __future__ import annotations

from collections.abc import Collection

from sdkwright.frozen import replace
from sdkwright.ir.service import Api
from sdkwright.names.model import GroupKey, Names, OldNames


def names_of_part(names: Names, part: Api) -> Names:
    """The names of what is left of the API that all of them were made for."""
    operations = {one.id for one in part.operations}
    groups = _groups(names, {group for id, group in names.methods if id in operations})
    return replace(
        names,
        groups={key: group for key, group in names.groups.items() if key in groups},
        methods={(id, group): method for (id, group), method in names.methods.items() if id in operations},
        old=_old(names, part, groups),
    )


def _groups(names: Names, used: Collection[GroupKey]) -> set[GroupKey]:
    """Those that hold something, with all above them, and those that were empty in the whole, too."""
    way = {key[:end] for key in used for end in range(len(key) + 1)}
    held = {key[:end] for _, key in names.methods for end in range(len(key) + 1)}
    return {(), *way, *(names.groups.keys() - held)}


def _old(names: Names, part: Api, groups: Collection[GroupKey]) -> OldNames:
    operations, old = {one.id for one in part.operations}, names.old
    classes = {name for each in (names.classes, names.error_data) for id, name in each.items() if id in part.types}
    methods = {key: tuple(pair for pair in pairs if pair[1] in operations) for key, pairs in old.methods.items()}
    attributes = {key: tuple(pair for pair in pairs if pair[1] in groups) for key, pairs in old.attributes.items()}
    return replace(
        old,
        classes=tuple(one for one in old.classes if one.new in classes),
        exceptions=tuple(one for one in old.exceptions if one.new in classes),
        methods={key: pairs for key, pairs in methods.items() if key in groups and pairs},
        attributes={key: pairs for key, pairs in attributes.items() if key in groups and pairs},
    )
