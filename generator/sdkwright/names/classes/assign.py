"""The names of all classes of the models: fixed ones first, then the inline ones by one of the two resolutions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdkwright.frozen import replace
from sdkwright.ir.service import Api
from sdkwright.ir.types import EnumDef, ObjectDef, Root, TypeDef, TypeId, UnionDef, family
from sdkwright.names.apart import both, plain
from sdkwright.names.classes import candidates, resolve_2023, resolve_2025
from sdkwright.names.classes.visit_order import in_reach
from sdkwright.names.keys import place_of
from sdkwright.names.published.ledger import Entry, Section
from sdkwright.names.published.memory import Memory
from sdkwright.names.scope import Scope, Wish, fold
from sdkwright.options.model import Config
from sdkwright.text import reserved

DATA, TYPED_DICT, UNION = "Data", "TypedDict", "Union"


def class_names(
    api: Api, config: Config, scope: Scope, sdk_classes: Iterable[str], kept: Mapping[TypeId, Wish]
) -> dict[TypeId, Wish]:
    """Name every definition, those that nothing refers to after all others; the names are taken from `scope`.

    `kept` are names that were published, already taken from `scope`.  `sdk_classes` are the names of resource classes,
    which inline classes leave to them.
    """
    used = _class_names(referenced(api), config, scope, sdk_classes, kept)
    return _class_names(api, config, scope, (), {**kept, **used}) if api.unreferenced else used


def referenced(api: Api) -> Api:
    """The document without the definitions that nothing refers to."""
    if not api.unreferenced:
        return api
    return replace(api, types={id: one for id, one in api.types.items() if id not in api.unreferenced})


def _class_names(
    api: Api, config: Config, scope: Scope, sdk_classes: Iterable[str], kept: Mapping[TypeId, Wish]
) -> dict[TypeId, Wish]:
    ladders = candidates.Ladders(api, config)
    chains = resolve_2025.Chains(api, ladders) if config.name_resolution_feb2025 else None
    names = dict(kept)
    _name_fixed(api, ladders, chains, names, scope, first=True)
    for name in sdk_classes:
        scope.take(name)
    _name_fixed(api, ladders, chains, names, scope, first=False)
    if chains is not None:
        names.update(_modern(api, ladders, chains, names, scope))
    else:
        rest = {id: ladders.ladder(d.origin) for id, d in api.types.items() if id not in names}
        names.update(resolve_2023.resolve(rest, in_reach(api), scope))
    return {id: names[id] for id in api.types}


def _name_fixed(
    api: Api,
    ladders: candidates.Ladders,
    chains: resolve_2025.Chains | None,
    names: dict[TypeId, Wish],
    scope: Scope,
    *,
    first: bool,
) -> None:
    # A union that the class of an operation's parameters wants to be called like keeps its name; that class gives way.
    request = Root.REQUEST
    classes = (one.origin for one in api.types.values() if one.origin.root is request) if first else ()
    requests = {fold(wishes[0].identifier) for wishes in map(ladders.fixed, classes) if wishes}
    component = Root.COMPONENT
    for id, definition in api.types.items():
        if (definition.origin.root is component) is not first or id in names:
            continue
        wishes = ladders.fixed(definition.origin)
        if wishes is None:
            continue
        is_met = fold(wishes[0].identifier) in requests
        if chains is not None and first and not is_met and chains.lends_its_name(definition):
            wishes = tuple(Wish(f"{w.identifier}Union", "the component's name, which its members need") for w in wishes)
        names[id] = scope.allot(wishes)


def _modern(
    api: Api,
    ladders: candidates.Ladders,
    chains: resolve_2025.Chains,
    names: Mapping[TypeId, Wish],
    scope: Scope,
) -> dict[TypeId, Wish]:
    """The inline classes: whole bodies and answers without a title in document order, then all others at once."""
    roots: dict[TypeId, Wish] = {}
    unnamed = {id: one for id, one in api.types.items() if id not in names and _is_whole(one)}
    errors = resolve_2025.error_wishes(ladders, (one.origin for one in unnamed.values() if _is_error(one)))
    for id, definition in api.types.items():
        origin = definition.origin
        if id in unnamed:
            named = errors.get(place_of(origin, ())) if _is_error(definition) else None
            roots[id] = scope.allot(named or resolve_2025.whole_wishes(ladders, origin))
        if not origin.steps and (id in names or id in roots):
            name = plain((names.get(id) or roots[id]).identifier)
            is_called_error = ladders.is_called_error(origin) or (id in roots and _is_error(definition))
            chains.root(origin, name.removesuffix(candidates.ERROR) if is_called_error else name)
    rest = {id: chains.wishes(d) for id, d in api.types.items() if id not in names and id not in roots}
    resolve_2025.put_enums(rest, api, {**names, **roots}, scope)
    return {**roots, **resolve_2025.resolve(rest, scope)}


def _is_whole(definition: TypeDef) -> bool:
    """Whether it is a whole body or answer without a title."""
    origin = definition.origin
    return not origin.steps and origin.root in candidates.WHOLE and origin.title is None


def _is_error(definition: TypeDef) -> bool:
    return not isinstance(definition, EnumDef) and definition.is_error


class Twins:
    """What comes with a class: the model behind an exception, the TypedDict beside a model, the choice of a family.

    A twin is called like its class with a word added, and is kept in the ledger only where it is not.
    """

    def __init__(
        self, api: Api, scope: Scope, memory: Memory, kept: Mapping[TypeId, Wish], published: Mapping[TypeId, Entry]
    ) -> None:
        self._scope, self._memory = scope, memory
        self._words = {id: words for id, definition in api.types.items() if (words := twin_words(definition))}
        self._all_words = frozenset(word for own in set(self._words.values()) for word in own)
        self._kept: dict[tuple[TypeId, str], str] = {}
        classes = {fold(wish.identifier) for wish in kept.values()}
        for id, wish in kept.items():
            before = published[id].identifier if id in published else wish.identifier
            recall = memory.recall(Section.TWIN, wish.identifier, before)
            for word in self._words.get(id, ()):
                odd = memory.published(Section.TWIN, before, word)
                name = f"{plain(wish.identifier)}{word}"
                if odd is not None and before == wish.identifier:
                    name = odd
                if fold(name) not in classes:
                    self._kept[id, word] = scope.take(name)
                for old in recall.names(word):
                    if old != name:
                        memory.note_alias(Entry(Section.TWIN, wish.identifier, word, old))

    def of_all(self, names: Mapping[TypeId, Wish], *words: str) -> dict[TypeId, str]:
        """The twins with one of these `words`, of all classes that have one."""
        if self._all_words.isdisjoint(words):
            return {}
        return {
            id: self._of(id, names[id].identifier, word)
            for id, own in self._words.items()
            for word in own
            if word in words
        }

    def _of(self, id: TypeId, name: str, word: str) -> str:
        """The twin with this `word` of the class `name`."""
        wanted = f"{plain(name)}{word}"
        twin = self._kept.get((id, word)) or self._scope.give(wanted)
        if twin != wanted:
            self._memory.note(Section.TWIN, name, {word: twin})
        return twin


def twin_words(definition: TypeDef) -> tuple[str, ...]:
    """The words that are added to the name of a class to name its twins."""
    match definition:
        case EnumDef():
            return ()
        case ObjectDef() | UnionDef():
            words = (DATA, DATA + TYPED_DICT) if definition.is_error else (TYPED_DICT,)
            return words if family(definition) is None else (*words, UNION, UNION + TYPED_DICT)


def error_data(names: Mapping[TypeId, Wish], twins: Twins) -> dict[TypeId, str]:
    """The model behind each exception class: `<class>Data`."""
    return twins.of_all(names, DATA)


def typed_dicts(names: Mapping[TypeId, Wish], twins: Twins) -> dict[TypeId, str]:
    """The TypedDict beside each model but enums: `<class>TypedDict`; of an error it stands beside its data."""
    return twins.of_all(names, TYPED_DICT, DATA + TYPED_DICT)


def families(names: Mapping[TypeId, Wish], twins: Twins, word: str = UNION) -> dict[TypeId, str]:
    """The choice of a class and of all that is made of it, or of their TypedDicts; named after all others."""
    return twins.of_all(names, word)


def reserved_classes(*errors: str) -> Scope:
    """The scope of classes, with the names that no document may take; `errors` are those of the SDK's own."""
    return Scope(both((*reserved.MODEL_CLASSES, *reserved.FIXED_ERRORS, *errors)))


def component_claims(api: Api, config: Config) -> frozenset[str]:
    """The folded names that components of the document claim; a resource class leaves them to the model."""
    ladders = candidates.Ladders(api, config)
    return frozenset(
        fold(wishes[0].identifier)
        for definition in referenced(api).types.values()
        if definition.origin.root is Root.COMPONENT and (wishes := ladders.fixed(definition.origin))
    )
