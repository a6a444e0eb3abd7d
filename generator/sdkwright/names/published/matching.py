"""Which class of this document is which published one.

Keys are compared first.  Where a member of a union has changed its shape, the published member that it resembles most
is taken for the same, if at least half of both agrees; so is a class that is held in a list or map now, or no longer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sdkwright.ir.service import Api
from sdkwright.ir.types import EnumDef, ObjectDef, OperationKey, Root, TypeDef, TypeId, UnionDef
from sdkwright.names.keys import Hook, Identity, Shapes
from sdkwright.names.members import member_keys
from sdkwright.names.published.ledger import Entry, Ledger, Section, State

_ALIKE = 0.5
_WRAPPING = re.compile(r"\[\]|\{\}")
_LABEL = re.compile(r"\|(?:\[\]|\{\})*([^|]*)$")
_FORM = re.compile(r"[#+]")


class Published:
    """The published classes, as this document holds them."""

    def __init__(
        self, api: Api, hooks: Mapping[TypeId, Hook], keys: Mapping[OperationKey, Identity], ledger: Ledger
    ) -> None:
        self._api, self._hooks, self._keys, self._ledger = api, hooks, keys, ledger
        self._shapes = Shapes(api)
        self._aliases: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for entry in ledger.entries:
            if entry.state is State.ALIAS and entry.scope == Section.CLASS:
                self._aliases[entry.owner, entry.key].add(entry.identifier)
        self.found: dict[TypeId, Entry] = {}
        if not ledger.entries:
            return
        self._children = children = defaultdict[TypeId | None, list[TypeId]](list)
        for id, hook in hooks.items():
            children[hook.parent].append(id)
        by_owner: defaultdict[str, list[TypeId]] = defaultdict(list)
        for id in children[None]:
            by_owner[self.root_owner(id, published=True)].append(id)
        for owner, ids in by_owner.items():
            self._match(owner, ids)
        waiting = list(children[None])
        while waiting:
            id = waiting.pop()
            if id in self.found and children[id]:
                self._match(self.found[id].identifier, children[id])
            waiting.extend(children[id])

    def root_owner(self, id: TypeId, *, published: bool) -> str:
        """The owner, in the ledger, of a class that no other class holds."""
        origin = self._api.types[id].origin
        if origin.operation is not None:
            identity = self._keys[origin.operation]
            return identity.published if published else identity.now
        return "webhooks" if origin.root is Root.WEBHOOK else "."

    def old_names(self, id: TypeId) -> set[str]:
        """All names under which a class was published and still can be used."""
        entry = self.found.get(id)
        if entry is None:
            return set()
        return {entry.identifier, *self._aliases.get((entry.owner, entry.key), ())}

    def gone(self) -> tuple[Entry, ...]:
        """The published classes that this document does not hold any more, their aliases included."""
        kept = {(entry.owner, entry.key) for entry in self.found.values()}
        return tuple(e for e in self._ledger.entries if e.scope == Section.CLASS and (e.owner, e.key) not in kept)

    def _match(self, owner: str, ids: Sequence[TypeId]) -> None:
        entries = {e.key: e for e in self._ledger.of(Section.CLASS, owner) if e.state is not State.ALIAS}
        rest: list[TypeId] = []
        for id in ids:
            entry = entries.pop(self._hooks[id].key, None)
            if id not in self.found and (entry is None or not self._take(id, entry)):
                rest.append(id)
        pairs = sorted(self._alike(rest, entries.values()), key=lambda pair: -pair[0])
        used: set[str] = set()
        for _, id, entry in pairs:
            if id not in self.found and entry.key not in used:
                self.found[id] = entry
                used.add(entry.key)

    def _take(self, id: TypeId, entry: Entry) -> bool:
        """Whether the class whose key is that of `entry` is the same.

        A class that has become a member of a union here, or was one and is alone now, keeps its name instead.
        """
        definition = self._api.types[id]
        wires = {e.key for scope in (Section.FIELD, Section.MEMBER) for e in self._ledger.of(scope, entry.identifier)}
        if isinstance(definition, UnionDef):
            members = [child for child in self._children[id] if self._hooks[child].relation.startswith("|")]
            heir = max(members, key=lambda child: _overlap(wires, _wires(self._api.types[child])), default=None)
            if wires and heir is not None and _overlap(wires, _wires(self._api.types[heir])) >= _ALIKE:
                self.found[heir] = entry
                return False
        elif not wires and _wires(definition):
            label = self._shapes.label(definition)
            was = [e for e in self._ledger.of(Section.CLASS, entry.identifier) if e.key.startswith("|")]
            heir_entry = max(was, key=lambda e: resemblance(label, _parts(e.key)[1]), default=None)
            if heir_entry is not None and resemblance(label, _parts(heir_entry.key)[1]) >= _ALIKE:
                entry = heir_entry
        self.found[id] = entry
        return True

    def _alike(self, ids: Iterable[TypeId], entries: Iterable[Entry]) -> Iterable[tuple[float, TypeId, Entry]]:
        by_relation: defaultdict[str, list[tuple[Entry, str]]] = defaultdict(list)
        for entry in entries:
            relation, label = _parts(entry.key)
            by_relation[_bare(relation)].append((entry, label))
        for id in ids:
            hook = self._hooks[id]
            for entry, label in by_relation.get(_bare(hook.relation), ()):
                score = resemblance(hook.label, label) if "|" in hook.relation else 1.0
                if score >= _ALIKE:
                    yield score, id, entry


def _wires(definition: TypeDef) -> set[str]:
    """The keys of the fields or members of a class in the ledger."""
    match definition:
        case ObjectDef():
            return {prop.name for prop in definition.properties}
        case EnumDef():
            return set(member_keys(definition.members).values())
        case UnionDef():
            return set()


def _overlap(one: set[str], other: set[str]) -> float:
    union = one | other
    return len(one & other) / len(union) if union else 0.0


def resemblance(one: str, other: str) -> float:
    """How much two labels have in common, from 0 to 1.

    A property of a single value is a tag: members with different values of it are never the same, and equal ones are.
    """
    ours, theirs = _tokens(one), _tokens(other)
    union = ours | theirs
    common = len(ours & theirs) / len(union) if union else 1.0
    our_tags, their_tags = _tags(ours), _tags(theirs)
    shared = our_tags.keys() & their_tags.keys()
    if any(our_tags[name] != their_tags[name] for name in shared):
        return 0.0
    return (1 + common) / 2 if shared else common


def _tokens(label: str) -> frozenset[str]:
    inner = label[1:].partition(")")[0] if label.startswith("(") else label
    return frozenset(token for token in inner.split() if not _FORM.match(token))


def _tags(tokens: Iterable[str]) -> dict[str, str]:
    return {name: value for name, mark, value in (token.partition(":=") for token in tokens) if mark}


def _parts(key: str) -> tuple[str, str]:
    """The relation and the label of a key."""
    label = _LABEL.search(key)
    return (key[: label.start(1)], label[1]) if label else (key, "")


def _bare(relation: str) -> str:
    return _WRAPPING.sub("", relation)
