"""What the ledger remembers, as the allotting of names asks for it: scope by scope, in terms of owners and keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.ledger import Entry, Ledger, Section, State
from generator.names.model import Alias
from generator.names.scope import Scope, Wish

PUBLISHED = "published under this name before"


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be named in a scope."""

    key: str
    wishes: tuple[Wish, ...]
    asked: bool = False
    """The name was asked for by the user: it wins over a published one, which becomes an alias."""


class Memory:
    """Reads the ledger of the last run and collects the entries of this one."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._entries: dict[tuple[str, str, str], Entry] = {}
        self._aliases: dict[Entry, str] = {}
        self._seen: set[tuple[str, str]] = set()

    def recall(
        self, scope: Section, owner: str, published_owner: str | None = None, keys: Mapping[str, str] | None = None
    ) -> Recall:
        """The part of the memory that concerns one owner.

        `published_owner` is what it was called before; `keys` tells what published keys are now, where they differ.
        """
        entries = self._ledger.of(scope, published_owner or owner)
        return Recall(self, scope, owner, [replace(e, key=keys.get(e.key, e.key)) if keys else e for e in entries])

    def note(self, entry: Entry) -> None:
        """Remember a name of this run."""
        self._entries[entry.scope, entry.owner, entry.key] = entry

    def note_alias(self, entry: Entry, new: str) -> None:
        """Remember that `entry` is an old name of what is called `new` now."""
        self._aliases[entry] = new

    def reused(self) -> tuple[Entry, ...]:
        """What is called now as something else was that is gone: only the user can ask for that."""
        gone = {(e.scope, e.owner, e.identifier) for e in self._entries.values() if e.state is State.REMOVED}
        now = (e for e in self._entries.values() if e.state is State.CURRENT)
        return tuple(e for e in now if (e.scope, e.owner, e.identifier) in gone)

    def entries(self) -> tuple[Entry, ...]:
        """Everything to write: this run's names, what went away, and the aliases."""
        return (*self._entries.values(), *self._aliases)

    def aliases(self) -> tuple[Alias, ...]:
        """The old names that still work, sorted."""
        return tuple(Alias(e.scope, e.owner, e.key, e.identifier, self._aliases[e]) for e in sorted(self._aliases))


class Recall:
    """The published names of one owner in one scope."""

    def __init__(self, memory: Memory, scope: Section, owner: str, entries: Iterable[Entry]) -> None:
        self._memory, self._scope, self._owner = memory, scope, owner
        self._entries = tuple(entries)
        self._kept: Mapping[str, Entry] = {e.key: e for e in self._entries if e.state is not State.ALIAS}

    def kept(self, key: str) -> str | None:
        """The published name of `key`."""
        entry = self._kept.get(key)
        return entry.identifier if entry else None

    def held(self) -> tuple[str, ...]:
        """All names that were ever published here; what is new gets none of them."""
        return tuple(entry.identifier for entry in self._entries)

    def note(self, names: Mapping[str, str]) -> None:
        """Remember the names of this run by key, and what they leave behind."""
        for key, identifier in names.items():
            self._memory.note(Entry(self._scope, self._owner, key, identifier))
        for entry in self._entries:
            now = names.get(entry.key)
            if now is None and entry.state is not State.ALIAS:
                self._memory.note(Entry(self._scope, self._owner, entry.key, entry.identifier, State.REMOVED))
            elif now is not None and now != entry.identifier and entry.state is not State.REMOVED:
                alias = Entry(self._scope, self._owner, entry.key, entry.identifier, State.ALIAS)
                self._memory.note_alias(alias, now)


def settle(recall: Recall, items: Iterable[Item], scope: Scope, *, joint: str = "_") -> dict[str, Wish]:
    """Name the items of one scope: published names first, then what was asked for, then the rest in order."""
    listed = list(items)
    names: dict[str, Wish] = {}
    for item in listed:
        kept = recall.kept(item.key)
        if kept is not None and not (item.asked and is_renamed(kept, item.wishes)):
            names[item.key] = Wish(scope.take(kept), PUBLISHED)
    for item in listed:
        if item.asked and item.key not in names:
            names[item.key] = scope.allot(item.wishes, joint=joint)
    for name in recall.held():
        scope.take(name)
    for item in listed:
        if item.key not in names:
            names[item.key] = scope.allot(item.wishes, joint=joint)
    recall.note({key: wish.identifier for key, wish in names.items()})
    return names


def is_renamed(kept: str, wishes: Iterable[Wish]) -> bool:
    """Whether a published name is none of the wishes, not even a numbered one."""
    bare = kept.rstrip("0123456789").rstrip("_")
    return not any(kept == w.identifier or bare == w.identifier.rstrip("_") for w in wishes)
