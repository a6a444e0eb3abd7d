"""A name that somebody wants changed in the ledger: the new one is published from then on, the old one is an alias."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sdkwright.frozen import replace
from sdkwright.names.apart import plain
from sdkwright.names.groups import group_key
from sdkwright.names.model import Names
from sdkwright.names.published.ledger import Entry, Section, State
from sdkwright.problems import Problem, ProblemsError, Severity, shown
from sdkwright.problems.codes.names import RENAME

_INSIDE = frozenset({Section.CLASS, Section.FIELD, Section.MEMBER})
"""What is found in the ledger by the name of the class that holds it."""
_CREDENTIAL = "security"
"""Begins the key of the argument for a security scheme, and is that of the class of all credentials."""
_SHOWN = 8


def with_new_name(names: Names, old: str, new: str) -> tuple[Entry, ...]:
    """The ledger's entries in which what is called `old` is called `new`.

    `old` is a name, or a name with what holds it: `Pet`, `Pet.name`, `pets.get_pet`, `pets.get_pet.limit`.

    Raises ProblemsError where nothing is called so, or several things are.
    """
    entry = _found(names, old)
    now = entry.identifier.removesuffix(plain(entry.identifier)) + new
    changed = _called_alike(names, entry)
    given = [replace(each, identifier=now) for each in changed]
    left_out = {*changed, *(replace(each, state=State.ALIAS) for each in given)}
    others = (each for each in names.entries if each not in left_out)
    if entry.scope == Section.CLASS:
        others = (_moved(each, entry.identifier, now) for each in others)
    return (*others, *given, *(replace(each, state=State.ALIAS) for each in changed))


def _called_alike(names: Names, entry: Entry) -> list[Entry]:
    """The entry alone; of a credential its argument of the constructor and its fields in the classes of credentials."""
    current = [each for each in names.entries if each.state is State.CURRENT]
    owners = {each.identifier for each in _of(Section.CLASS, current) if each.key == _CREDENTIAL}
    for argument in _of(Section.CLIENT, current):
        kind, _, scheme = argument.key.partition(" ")
        fields = [e for e in _of(Section.FIELD, current) if e.owner in owners and e.key == scheme]
        if kind == _CREDENTIAL and entry in (argument, *fields):
            return [argument, *fields]
    return [entry]


def _moved(entry: Entry, old: str, new: str) -> Entry:
    """The entry of what a class holds under the new name of the class.  A class beside it, which is called after it,
    has its own name as an alias."""
    if entry.owner == old and entry.scope == Section.TWIN:
        return replace(entry, owner=new, state=State.ALIAS)
    return replace(entry, owner=new) if entry.owner == old and entry.scope in _INSIDE else entry


def _found(names: Names, old: str) -> Entry:
    """The one entry that is meant."""
    places = _places(names)
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in names.entries:
        place = places.get((entry.scope, entry.owner))
        if entry.state is State.CURRENT and place is not None:
            name = plain(entry.identifier)
            whole = f"{place}.{name}" if place else name
            if old in (name, whole):
                found[whole].append(entry)
    exact = found.get(old) or [entry for entries in found.values() for entry in entries]
    if len(exact) == 1:
        return exact[0]
    if not exact:
        message = f"Nothing that the ledger can rename is called {shown(old, 120)}"
        raise ProblemsError([Problem(Severity.ERROR, RENAME, message)])
    listed = ", ".join(f"`{each:.80}`" for each in sorted(found)[:_SHOWN])
    message = f"{len(exact)} things are called {shown(old, 120)}: {listed}{', …' if len(found) > _SHOWN else ''}"
    raise ProblemsError([Problem(Severity.ERROR, RENAME, message)])


def _places(names: Names) -> Mapping[tuple[str, str], str]:
    """What holds the things of each owner, in names; by scope and owner.  Others have no names that stand alone."""
    groups = {group_key(path): group.accessor for path, group in names.groups.items()}
    current = [entry for entry in names.entries if entry.state is State.CURRENT]
    methods = {e.key: f"{groups[e.owner]}.{e.identifier}".lstrip(".") for e in _of(Section.METHOD, current)}
    return {
        **{(Section.CLASS, entry.owner): "" for entry in _of(Section.CLASS, current)},
        **{(scope, e.owner): plain(e.owner) for scope in (Section.FIELD, Section.MEMBER) for e in _of(scope, current)},
        **{(scope, key): accessor for scope in (Section.METHOD, Section.ATTRIBUTE) for key, accessor in groups.items()},
        **{(Section.ARGUMENT, key): method for key, method in methods.items()},
        **{(Section.CLIENT, entry.owner): names.sdk_class for entry in _of(Section.CLIENT, current)},
    }


def _of(scope: Section, entries: Iterable[Entry]) -> Iterable[Entry]:
    return (entry for entry in entries if entry.scope == scope)
