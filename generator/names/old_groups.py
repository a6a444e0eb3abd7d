"""Groups that are gone: each leads to the group to which most of its operations went under their old names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.api import OperationKey
from generator.ledger import Entry, Section
from generator.names.groups import group_key
from generator.names.memory import Memory
from generator.names.model import GroupKey, Names

Lost = tuple[Entry, str, OperationKey]
"""The line of an operation, the accessor of its old group, and the operation."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A group that was an attribute of `parent`."""

    parent: GroupKey
    attribute: Entry | None
    """The line of the attribute; None where no group is left to which it could lead."""
    heir: GroupKey = ()
    """The group to which it leads."""
    operations: tuple[Lost, ...] = ()
    """All operations that were in it or below it, and are elsewhere now."""
    left_behind: tuple[Lost, ...] = ()
    """Those of them that are not found by way of the heir."""


class GoneGroups:
    """Collects the operations of groups that are gone."""

    def __init__(self, names: Names, memory: Memory) -> None:
        self._names, self._memory = names, memory
        self._found: defaultdict[GroupKey, list[tuple[Entry, GroupKey, OperationKey]]] = defaultdict(list)

    def add(self, entry: Entry, path: GroupKey, id: OperationKey) -> None:
        """Take the line of an operation that was in the group `path`."""
        top = next(path[:end] for end in range(1, len(path) + 1) if path[:end] not in self._names.groups)
        self._found[top].append((entry, path, id))

    def resolved(self) -> Iterator[Moved]:
        """What becomes of each; of groups in groups the outermost that is gone."""
        for top, found in self._found.items():
            heirs = [self._heirs(entry, path[len(top) :], id) for entry, path, id in found]
            votes = Counter(heir for some in heirs for heir in some)
            lost = [(entry, self._accessor(path), id) for entry, path, id in found]
            old = self._memory.published(Section.ATTRIBUTE, group_key(top[:-1]), top[-1])
            if not votes or old is None:
                yield Moved(top[:-1], None, operations=tuple(lost))
                continue
            heir = max(votes, key=lambda path: votes[path])
            entry = Entry(Section.ATTRIBUTE, group_key(top[:-1]), top[-1], old)
            behind = tuple(one for one, some in zip(lost, heirs, strict=True) if heir not in some)
            yield Moved(top[:-1], entry, heir, tuple(lost), behind)

    def _heirs(self, entry: Entry, below: GroupKey, id: OperationKey) -> list[GroupKey]:
        """The groups in which, `below` them, an operation has its old name now; the root is none."""
        paths = [path for (other, path), name in self._names.methods.items() if (other, name) == (id, entry.identifier)]
        heirs = [path[: len(path) - len(below)] for path in paths if path[len(path) - len(below) :] == below]
        return [path for path in heirs if path]

    def _accessor(self, path: GroupKey) -> str:
        """How a group was reached."""
        steps = (
            self._memory.published(Section.ATTRIBUTE, group_key(path[:end]), path[end]) for end in range(len(path))
        )
        return ".".join(step or "_" for step in steps)
