"""What the ledger remembers, as the allotting of names asks for it: scope by scope, in terms of owners and keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from sdkwright.frozen import Frozen, replace
from sdkwright.names.published.ledger import Entry, Ledger, Noted, Section, State
from sdkwright.names.scope import Scope, Wish

PUBLISHED = "published under this name before"
_LISTED_ELSEWHERE = frozenset({Section.CLASS, Section.OPERATION, Section.SDK})
"""Scopes whose lines are noted whole, not owner by owner."""


Ranks: TypeAlias = Mapping[str, tuple[bool, ...]]
"""By the keys of items."""


class Item(Frozen):
    """Something to be named in a scope."""

    key: str
    wishes: tuple[Wish, ...]
    asked: bool = False
    """The name was asked for by the user: it wins over a published one, which becomes an alias."""


class Memory:
    """Reads the ledger of the last run and collects the entries of this one."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._names: dict[tuple[str, str], dict[str, str]] = {}
        """The names of this run by key, by scope and owner."""
        self._removed: dict[tuple[str, str, str], Entry] = {}
        self._aliases: dict[Entry, None] = {}
        self._held: dict[Entry, None] = {}
        self._recalled: set[tuple[str, str]] = set()

    def recall(
        self, scope: Section, owner: str, published_owner: str | None = None, keys: Mapping[str, str] | None = None
    ) -> Recall:
        """The part of the memory that concerns one owner.

        `published_owner` is what it was called before; `keys` tells what published keys are now, where they differ.
        """
        if not self._ledger.entries:
            return Recall(self, scope, owner, ())
        self._recalled.add((scope, owner))
        if published_owner is not None and published_owner != owner:
            self._recalled.add((scope, published_owner))
        entries = self._ledger.of(scope, published_owner or owner)
        if keys:
            entries = tuple(replace(entry, key=keys.get(entry.key, entry.key)) for entry in entries)
        return Recall(self, scope, owner, entries)

    def published(self, scope: Section, owner: str, key: str) -> str | None:
        """The name under which something was published, though it may be gone."""
        found = (e for e in self._ledger.of(scope, owner) if e.key == key and e.state is not State.ALIAS)
        return next((entry.identifier for entry in found), None)

    def current(self, scope: Section) -> tuple[Entry, ...]:
        """All names of a scope that were in use."""
        return tuple(e for e in self._ledger.entries if e.scope == scope and e.state is State.CURRENT)

    def note(self, scope: str, owner: str, names: Mapping[str, str]) -> None:
        """Remember names of this run by their keys."""
        self._names.setdefault((scope, owner), {}).update(names)
        for key in names if self._removed else ():
            self._removed.pop((scope, owner, key), None)

    def note_removed(self, entry: Entry) -> None:
        """Remember that something is gone that was called so."""
        self._names.get((entry.scope, entry.owner), {}).pop(entry.key, None)
        self._removed[entry.scope, entry.owner, entry.key] = replace(entry, state=State.REMOVED)

    def note_alias(self, entry: Entry) -> None:
        """Remember that `entry` is an old name of something that is there, and has another name or place now."""
        self._aliases[replace(entry, state=State.ALIAS)] = None

    def hold(self, entry: Entry) -> None:
        """Remember an old name of something that is gone: it is given to nothing else."""
        self._held[entry] = None

    def drop(self, alias: Entry) -> None:
        """Forget an alias."""
        self._aliases.pop(alias, None)

    def take_forgotten(self, scope: Section) -> tuple[Entry, ...]:
        """The published names of a scope whose owner nobody has asked for: it is gone.  Who takes them notes them."""
        found = tuple(e for e in self._ledger.entries if e.scope == scope and (scope, e.owner) not in self._recalled)
        self._recalled.update((scope, entry.owner) for entry in found)
        return found

    def reused(self) -> tuple[Entry, ...]:
        """What is called now as something else was that is gone: only the user can ask for that."""
        gone = set(map(_name, self._gone()))
        return tuple(entry for entry in Noted(self._names).entries if _name(entry) in gone) if gone else ()

    def _gone(self) -> list[Entry]:
        """What nothing is called any more."""
        return [*self._removed.values(), *(entry for entry in self._held if entry.state is not State.CURRENT)]

    def aliases(self) -> tuple[Entry, ...]:
        """The old names of what is there, sorted."""
        return tuple(sorted(self._aliases))

    def noted(self) -> Noted:
        """Everything to write: this run's names, the aliases, and the names of what went away, unless the user has
        given them to something else."""
        gone = self._gone()
        given = set(map(_name, Noted(self._names).entries)) if gone else set[tuple[str, str, str]]()
        kept = [*self._aliases, *(entry for entry in gone if _name(entry) not in given)]
        forgotten = [e for e in self._ledger.entries if (e.scope, e.owner) not in self._recalled]
        for scope in (scope for scope in Section if scope not in _LISTED_ELSEWHERE) if forgotten else ():
            of_scope = (entry for entry in forgotten if entry.scope == scope)
            kept += [e if e.state is State.ALIAS else replace(e, state=State.REMOVED) for e in of_scope]
        return Noted(self._names, tuple(kept))


def _name(entry: Entry) -> tuple[str, str, str]:
    """What may be given once: a name within its owner, and that of a class at all."""
    return (entry.scope, "" if entry.scope == Section.CLASS else entry.owner, entry.identifier)


class Recall:
    """The published names of one owner in one scope."""

    def __init__(self, memory: Memory, scope: Section, owner: str, entries: tuple[Entry, ...]) -> None:
        self._memory, self._scope, self._owner = memory, scope, owner
        self._entries = entries
        self._kept = {entry.key: entry for entry in entries}
        aliases = [entry for entry in entries if entry.state and entry.state is State.ALIAS]
        if aliases:
            names = [entry for entry in entries if entry.state is not State.ALIAS]
            self._kept = {entry.key: entry for entry in (*aliases, *names)}

    def __bool__(self) -> bool:
        """Whether anything was published here."""
        return bool(self._entries)

    def kept(self, key: str) -> str | None:
        """The published name of `key`; of something that had moved away and is back, its old name."""
        entry = self._kept.get(key)
        return entry.identifier if entry else None

    def names(self, key: str) -> tuple[str, ...]:
        """All names under which `key` was ever published."""
        return tuple(entry.identifier for entry in self._entries if entry.key == key)

    def held(self) -> tuple[str, ...]:
        """All names that were ever published here; what is new gets none of them."""
        return tuple(entry.identifier for entry in self._entries)

    def note(self, names: Mapping[str, str], elsewhere: Collection[str] = ()) -> None:
        """Remember the names of this run by key, and what they leave behind.

        `elsewhere` are the keys of what has moved to another owner: its old name here is an alias.
        """
        self._memory.note(self._scope, self._owner, names)
        for entry in self._entries:
            now = names.get(entry.key)
            if now == entry.identifier:
                continue
            old = Entry(self._scope, self._owner, entry.key, entry.identifier, entry.state)
            if now is None and entry.key in elsewhere and entry.state is not State.REMOVED:
                self._memory.note_alias(old)
            elif now is None and entry.state is State.ALIAS:
                self._memory.hold(old)
            elif now is None:
                self._memory.note_removed(old)
            else:
                self._memory.note_alias(old)


def settle(
    recall: Recall,
    items: Sequence[Item],
    scope: Scope,
    *,
    elsewhere: Collection[str] = (),
    ranks: Callable[[], Ranks] = dict,
) -> dict[str, Wish]:
    """Name the items of one scope: published names first, then what was asked for, then the rest in order.

    `elsewhere` as for `Recall.note`.  Where two want the same, `ranks` tells who asks first: who has the lower one.
    """
    names = _settled(recall, items, scope, ranks) if recall else allotted(items, scope, ranks)
    recall.note({key: wish.identifier for key, wish in names.items()}, elsewhere)
    return names


def allotted(items: Sequence[Item], scope: Scope, ranks: Callable[[], Ranks] = dict) -> dict[str, Wish]:
    """Name the items of a scope in which nothing was published: each as it wishes, where no two wish for the same."""
    names = {item.key: item.wishes[0] for item in items}
    if len(names) == len(items) and scope.take_all([wish.identifier for wish in names.values()]):
        return names
    return _in_turn({}, items, scope, ranks)


def _settled(recall: Recall, items: Sequence[Item], scope: Scope, ranks: Callable[[], Ranks]) -> dict[str, Wish]:
    names: dict[str, Wish] = {}
    for item in items:
        kept = recall.kept(item.key)
        if kept is not None and not (item.asked and is_renamed(kept, item.wishes)):
            names[item.key] = Wish(kept, PUBLISHED)
    if len(names) == len(items):
        return names
    for wish in names.values():
        scope.take(wish.identifier)
    return _in_turn(names, items, scope, ranks, recall.held())


def _in_turn(
    names: dict[str, Wish],
    items: Iterable[Item],
    scope: Scope,
    ranks: Callable[[], Ranks],
    held: Iterable[str] = (),
) -> dict[str, Wish]:
    """These names, and those of the other items: of what was asked for, then of the rest, which gets none of `held`."""
    others = [item for item in items if item.key not in names]
    if by_key := ranks():
        others.sort(key=lambda item: by_key[item.key])
    for item in others:
        if item.asked and item.key not in names:
            names[item.key] = scope.allot(item.wishes, joint="_")
    for name in held:
        scope.take(name)
    for item in others:
        if item.key not in names:
            names[item.key] = scope.allot(item.wishes, joint="_")
    return names


def is_renamed(kept: str, wishes: Iterable[Wish]) -> bool:
    """Whether a published name is none of the wishes, not even a numbered one."""
    bare = kept.rstrip("0123456789").rstrip("_")
    return not any(kept == w.identifier or bare == w.identifier.rstrip("_") for w in wishes)
