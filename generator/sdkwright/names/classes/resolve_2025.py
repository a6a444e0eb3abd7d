"""Who gets which class name, since the resolution of February 2025 (docs-rules: partly known).

A name that several schemas want is given to none of them: each puts the component or the operation in front in which
it stands, and then one after the other of what holds it, the nearest first, until the names differ.  So no name depends
on the order of the document, and numbers come last.  The items of an array are called by the singular.  A union whose
members need its name is called `...Union`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sdkwright.ir.service import Api
from sdkwright.ir.types import EnumDef, Origin, RefType, Root, Step, TypeDef, TypeId, UnionDef, Via
from sdkwright.names.classes.candidates import LOCATIONS, Ladders, Wishes, is_held, root_name, said, spoken
from sdkwright.names.classes.plurals import singular
from sdkwright.names.keys import Place, place_of
from sdkwright.names.scope import Scope, Wish, cut, fold
from sdkwright.text.casing import pascal, pascal_inside
from sdkwright.text.statuses import PHRASES

_PROPERTY = Via.PROPERTY
_WHOLE = {Root.REQUEST_BODY: "Request", Root.RESPONSE: "Response"}


def whole_wishes(ladders: Ladders, origin: Origin) -> tuple[Wish, ...]:
    """The names of the class of a whole body or answer: `<Op>Request` unless the class of the parameters has it, and
    `<Op>Response` unless that of the pages has it."""
    longer = ladders.ladder(origin).wishes.all()
    if origin.root not in _WHOLE or origin.parameter:
        return tuple(longer)
    whole = Wish(spoken(ladders.owner(origin) + _WHOLE[origin.root]), "the whole body or answer")
    return (*ladders.in_package(origin, [whole]), *longer)


def error_wishes(ladders: Ladders, errors: Iterable[Origin]) -> dict[Place, tuple[Wish, ...]]:
    """The names of inline errors, by their places: the phrase of the status, behind the operation where several errors
    have one status."""
    listed = list(errors)
    statuses = Counter(origin.status for origin in listed)
    found: dict[Place, tuple[Wish, ...]] = {}
    for origin in listed:
        phrase = pascal(PHRASES.get(origin.status or "", ""))
        name = f"{phrase.removesuffix('Error')}Error" if phrase else ""
        if name and statuses[origin.status] > 1:
            name = ladders.owner(origin) + name
        own = (Wish(spoken(name), "its status"),) if name else ()
        found[place_of(origin, ())] = (*ladders.in_package(origin, own), *ladders.ladder(origin).wishes.all())
    return found


class Chains:
    """Makes, for every inline class, its wishes: its own name, then the same behind the names of what holds it."""

    def __init__(self, api: Api, ladders: Ladders) -> None:
        self._ladders = ladders
        self._roots: dict[Place, str] = {}
        self._components: set[str] = set()
        self._members: defaultdict[Place, int] = defaultdict(int)
        self._tags = dict(_tagged(api)) if ladders.members_by_tag else dict[Place, Mapping[str, str]]()
        for definition in api.types.values():
            steps = definition.origin.steps
            if steps and steps[-1].via is Via.MEMBER and steps[-1].title is None:
                union = place_of(definition.origin, steps[:-1])
                self._members[union] += union not in self._tags

    def root(self, origin: Origin, name: str) -> None:
        """Remember how the class of a whole component, body or answer is called."""
        self._roots[place_of(origin, ())] = name
        if origin.root is Root.COMPONENT:
            self._components.add(fold(name))

    def lends_its_name(self, definition: TypeDef) -> bool:
        """Whether members without a title are called like the union, which then is `...Union`."""
        origin = definition.origin
        return isinstance(definition, UnionDef) and bool(self._members.get(place_of(origin, origin.steps)))

    def wishes(self, definition: TypeDef) -> Wishes:
        """The names of a class, from the shortest to the longest, each made when it is asked for."""
        return Wishes(self._ladders.in_package(definition.origin, self._grown(definition)))

    def _grown(self, definition: TypeDef) -> Iterator[Wish]:
        origin = definition.origin
        *holders, own = self._names(origin, origin.steps)
        whole = "".join((*holders, own))
        if origin.title is None and self.lends_its_name(definition):
            own += "Union"
        yield Wish(said(origin, own), "its title" if origin.title else "its place")
        # First the root of the walk comes in front, then the nearest holder, then both and what stands between them.
        if self._tags and place_of(origin, origin.steps) in self._tags:
            own += "Union"
        for start in range(len(holders), 0, -1):
            grown = "".join((holders[0], *holders[start:], own))
            yield Wish(spoken(grown), "others want the shorter name; with what holds it")
            if start == len(holders) > (1 if origin.root is Root.COMPONENT else 2) and not holders[-1].isdigit():
                yield Wish(spoken(holders[-1] + own), "others want the shorter name; with what holds it")
        own = "".join((*holders, own))
        of_many = _of_many(origin.steps)
        plural = whole if of_many is origin.steps else "".join(self._names(origin, of_many))
        if plural != own.removesuffix("Union") and not (holders and fold(own) in self._components):
            yield Wish(spoken(plural), "others want the singular")
        if origin.location is not None and origin.root is Root.PARAMETER:
            owner = self._ladders.owner(origin)
            apart = f"{owner}{LOCATIONS[origin.location]}{own.removeprefix(owner)}"
            yield Wish(spoken(apart), "a parameter of that name stands elsewhere, too")

    def _names(self, origin: Origin, steps: tuple[Step, ...]) -> list[str]:
        """The names from the outside to the inside: what the walk began at, properties, titles, the class itself, which
        is called by the singular if it is an item of a list."""
        root = self._roots.get(place_of(origin, ()))
        owner = self._ladders.owner(origin)
        if origin.root is Root.COMPONENT:
            names = [root.removesuffix("Union") if root else owner]
        elif origin.root is Root.PARAMETER:
            names = [pascal_inside(origin.component)] if origin.component else [owner, root_name(origin)]
        elif not origin.steps:
            names = [owner, pascal_inside(origin.title or "")]
        else:
            names = [owner, root_name(origin)] if root is None else [owner, root.removeprefix(owner)]
            if root is not None and not root.startswith(owner):
                names = [root]  # an error that is called by its status
        for index, step in enumerate(steps):
            if step.via is _PROPERTY and not step.title:
                names.append(pascal_inside(step.name))
            else:
                self._step(origin, index, step, names)
        return names

    def _step(self, origin: Origin, index: int, step: Step, names: list[str]) -> None:
        within = origin.steps[index + 1 : index + 2]
        is_last = index + 1 == len(origin.steps)
        if step.title and not (within and is_held(within[0])):
            if is_last and step.via is _PROPERTY:
                names.append(pascal_inside(step.name))
            names.append(pascal_inside(step.title))
        elif step.via is _PROPERTY:
            names.append(pascal_inside(step.name))
        elif step.via is Via.ITEM:
            names[-1] = singular(names[-1])
        elif step.via is Via.MEMBER and (tags := self._tags.get(place_of(origin, origin.steps[:index]))):
            names[-1] += tags.get(step.name, pascal_inside(step.name))
        elif step.via is Via.MEMBER and self._members.get(place_of(origin, origin.steps[:index]), 0) > 1:
            if not is_last and len(names) == 1:
                # What is inside has the whole component in front before its member.
                names.append(pascal_inside(step.name))
            else:
                names[-1] += pascal_inside(step.name)


def _of_many(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The way to a class without the lists that hold it, which have the name in the plural."""
    while steps and steps[-1].via is Via.ITEM and not steps[-1].title:
        steps = steps[:-1]
    return steps


def put_enums(chains: Mapping[TypeId, Wishes], api: Api, named: Mapping[TypeId, Wish], scope: Scope) -> None:
    """An enum that wants a name with classes of other kinds alone would be `...Enum`."""
    enums = {fold(wish.identifier) for id, wish in named.items() if isinstance(api.types.get(id), EnumDef)}
    wanted = {id: fold(wishes.first.identifier) for id, wishes in chains.items()}
    by_enums = {id: name for id, name in wanted.items() if isinstance(api.types[id], EnumDef)}
    all_who_want, enums_who_want = Counter(wanted.values()), Counter(by_enums.values())
    for id, folded in by_enums.items():
        is_met = all_who_want[folded] > 1 or scope.has(folded)
        if is_met and enums_who_want[folded] == 1 and folded not in enums:
            name = chains[id].first.identifier
            chains[id].put_second(Wish(f"{name}Enum", f"`{name}` is of another kind"))


def _tagged(api: Api) -> Iterator[tuple[Place, Mapping[str, str]]]:
    """By the place of a union whose inline members are told apart by one value each: the value by their numbers."""
    for union in api.types.values():
        if not isinstance(union, UnionDef) or union.discriminator is None:
            continue
        at = place_of(union.origin, union.origin.steps)
        inline: dict[int, str] = {}
        for index, member in enumerate(union.members):
            origin = api.types[member.id].origin if isinstance(member, RefType) and member.id in api.types else None
            is_inline = origin is not None and bool(origin.steps) and place_of(origin, origin.steps[:-1]) == at
            if origin is not None and is_inline and origin.title is None:
                inline[index] = origin.steps[-1].name
        tags = [(index, tag) for tag, index in union.discriminator.mapping if index in inline]
        if tags and sorted(index for index, _ in tags) == sorted(inline):
            yield at, {inline[index]: pascal_inside(tag.lower() if tag.isupper() else tag) for index, tag in tags}


def resolve(chains: Mapping[TypeId, Wishes], scope: Scope) -> dict[TypeId, Wish]:
    """The names of all classes; every one is taken from `scope`."""
    now = {id: wishes.first for id, wishes in chains.items()}
    names = {id: fold(cut(wish.identifier)) for id, wish in now.items()}
    alike = _alike(chains, names, scope)
    numbered = {id: scope.number(now.pop(id).identifier) for ids in alike for id in reversed(ids)}
    places = dict.fromkeys(now, 0)
    wanted: defaultdict[str, dict[TypeId, None]] = defaultdict(dict)
    for id in places:
        wanted[names[id]][id] = None
    asked = set(wanted)
    while asked:  # Who wants a name with others grows on, and meets others only where it comes to.
        met = [ids for name in asked if len(ids := wanted[name]) > 1 or scope.has(name)]
        growing = [(id, wish) for ids in met for id in ids if (wish := chains[id].at(places[id] + 1)) is not None]
        asked = set[str]()
        for id, wish in growing:
            del wanted[names[id]][id]
            places[id] += 1
            now[id], names[id] = wish, (name := fold(cut(wish.identifier)))
            wanted[name][id] = None
            asked.add(name)
    settled = {id: scope.allot([wish]) for id, wish in now.items()}
    return {id: numbered[id] if id in numbered else settled[id] for id in chains}


def _alike(chains: Mapping[TypeId, Wishes], names: Mapping[TypeId, str], scope: Scope) -> Iterator[list[TypeId]]:
    """Those that alone want a name, and whose longer names do not tell them apart either: only numbers do, the first of
    which has what is innermost.  `names` are the folded first wishes."""
    wanting: defaultdict[str, list[TypeId]] = defaultdict(list)
    for id, name in names.items():
        wanting[name].append(id)
    for name, (first, *others) in wanting.items():
        if others and not scope.has(name) and all(chains[first].are_those_of(chains[id]) for id in others):
            yield [first, *others]
