"""Groups that are gone: each leads to the group to which most of its operations went under their old names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from sdkwright.frozen import Frozen
from sdkwright.ir.types import OperationKey
from sdkwright.names.groups import group_key, segment_key
from sdkwright.names.model import GroupKey, Names
from sdkwright.names.published.ledger import Entry, Section
from sdkwright.names.published.memory import Memory


class Gone(Frozen):
    """An operation that was in a group which is gone."""

    entry: Entry
    place: str
    """The accessor of the old group."""
    id: OperationKey
    below: GroupKey
    """How deep the old group was in the outermost one that is gone."""


class Moved(Frozen):
    """A group that was an attribute of `parent`."""

    parent: GroupKey
    attribute: Entry | None
    """The line of the attribute; None where no group is left to which it could lead."""
    heir: GroupKey = ()
    """The group to which it leads."""
    operations: tuple[Gone, ...] = ()
    """All operations that were in it or below it, and are elsewhere now."""


class GoneGroups:
    """Collects the operations of groups that are gone."""

    def __init__(self, names: Names, memory: Memory) -> None:
        self._names, self._memory = names, memory
        self._found: defaultdict[GroupKey, list[Gone]] = defaultdict(list)

    def add(self, entry: Entry, path: GroupKey, id: OperationKey) -> None:
        """Take the line of an operation that was in the group `path`."""
        top = next(path[:end] for end in range(1, len(path) + 1) if path[:end] not in self._names.groups)
        self._found[top].append(Gone(entry, self._accessor(path), id, path[len(top) :]))

    def resolved(self) -> Iterator[Moved]:
        """What becomes of each; of groups in groups the outermost that is gone."""
        for top, found in self._found.items():
            votes = Counter[GroupKey]()
            for gone in found:
                votes.update(self._heirs(gone))
            old = self._memory.published(Section.ATTRIBUTE, group_key(top[:-1]), segment_key(top[-1]))
            if not votes or old is None:
                yield Moved(top[:-1], None, operations=tuple(found))
                continue
            entry = Entry(Section.ATTRIBUTE, group_key(top[:-1]), segment_key(top[-1]), old)
            yield Moved(top[:-1], entry, max(votes, key=lambda path: votes[path]), tuple(found))

    def _heirs(self, gone: Gone) -> dict[GroupKey, int]:
        """The groups in which, as far below them, an operation is now; its old name counts more than another one.  The
        root is none: no attribute leads to it."""
        depth = len(gone.below)
        found: dict[GroupKey, int] = {}
        for (id, path), name in self._names.methods.items():
            heir = path[: len(path) - depth]
            if id == gone.id and heir and path[len(heir) :] == gone.below:
                found[heir] = 2 if name == gone.entry.identifier else 1
        return found

    def _accessor(self, path: GroupKey) -> str:
        """How a group was reached."""
        steps = (
            self._memory.published(Section.ATTRIBUTE, group_key(path[:end]), segment_key(path[end]))
            for end in range(len(path))
        )
        return ".".join(step or "_" for step in steps)
