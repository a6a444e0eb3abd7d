"""What each class would like to be called, best first (docs-rules: names up to the resolution of February 2025).

A class is called like its schema's title, else like the property that holds it; the members of a union are numbered.
Where that is taken, the name grows: by the union, by the operation, and by one element after the other of the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import count, zip_longest

from sdkwright.frozen import Frozen
from sdkwright.ir.answers import is_called_error
from sdkwright.ir.service import Api, Operation
from sdkwright.ir.types import EnumDef, Location, OperationKey, Origin, Root, Step, Variant, Via, parts, target
from sdkwright.names.apart import apart
from sdkwright.names.keys import Place, own_name, place_of
from sdkwright.names.scope import Wish
from sdkwright.options.formats import MEMBERS_BY_TAG, ONE_SIDE_BARE, SUFFIX_BESIDE_MODEL
from sdkwright.options.model import Config
from sdkwright.text.casing import pascal, pascal_alone, pascal_inside, speak_leading_number
from sdkwright.text.reserved import BUILTIN_CLASSES

UNNAMED = "Model"
"""The class of a schema whose title and place hold nothing to speak of."""

ERROR = "Error"
"""What the class of an error has at its end, since the resolution of February 2025."""

LOCATIONS = {
    Location.PATH: "PathParam",
    Location.QUERY: "QueryParam",
    Location.HEADER: "HeaderParam",
    Location.COOKIE: "CookieParam",
}


class Rank(IntEnum):
    """Who may take a name from whom: a lower number wins."""

    FIXED = 0
    COMPONENT = 1
    PARAMETER = 2
    REQUEST_BODY = 3
    RESPONSE = 4
    WEBHOOK = 5


_RANKS = {
    Root.COMPONENT: Rank.COMPONENT,
    Root.PARAMETER: Rank.PARAMETER,
    Root.REQUEST_BODY: Rank.REQUEST_BODY,
    Root.RESPONSE: Rank.RESPONSE,
    Root.WEBHOOK: Rank.WEBHOOK,
}
WHOLE = frozenset({Root.REQUEST_BODY, Root.RESPONSE, Root.WEBHOOK})
"""What a body or an answer is the whole of."""


class Wishes:
    """The wishes of one class, best first, each made when somebody asks for it: most classes get one of the first."""

    __slots__ = ("_further", "_made")

    def __init__(self, wishes: Iterable[Wish]) -> None:
        self._made: list[Wish] = []
        self._further = iter(wishes)

    def at(self, place: int) -> Wish | None:
        """The wish at a place; None where there are not that many."""
        while len(self._made) <= place:
            wish = next(self._further, None)
            if wish is None:
                return None
            self._made.append(wish)
        return self._made[place]

    @property
    def first(self) -> Wish:
        """The best of them."""
        wish = self.at(0)
        assert wish is not None, "every class has a wish"
        return wish

    def are_those_of(self, other: Wishes) -> bool:
        """Whether another class wants the same names."""
        for place in count():
            ours, theirs = self.at(place), other.at(place)
            if ours is None or theirs is None:
                return ours is theirs
            if ours.identifier != theirs.identifier:
                return False
        raise AssertionError("count does not end")

    def put_second(self, wish: Wish) -> None:
        """Let another wish follow the first."""
        self._made.insert(1, wish)

    def all(self) -> Sequence[Wish]:
        """All of them."""
        self._made += self._further
        return self._made


class Ladder(Frozen):
    """The wishes of one class, and its standing among others who have the same wish."""

    wishes: Wishes
    rank: Rank
    depth: int = 0
    """How far below its root the schema stands; the shallower takes a name from the deeper.  0 for all of a request,
    whose classes do not take names from each other."""
    titled: bool = False
    """A title names it.  Then what hangs right below it takes the name from it, where both stand in one `home`."""
    home: str = ""
    """The operation or the component in which it stands."""
    number: str = ""
    """The number at the end of the wishes, for the numbered members of a union."""


def _beside_builtins(wish: Wish) -> Wish:
    """An exception that is called as one of Python's has another letter."""
    if wish.identifier not in BUILTIN_CLASSES:
        return wish
    return Wish(f"{wish.identifier}T", f"{wish.reason}, which is an exception of Python")


class Ladders:
    """Makes the ladders of one document."""

    def __init__(self, api: Api, config: Config) -> None:
        self._operations: Mapping[OperationKey, Operation] = {o.id: o for o in api.operations}
        self._owners = {operation.id: operation_class(operation) for operation in api.operations}
        self._suffixes = {
            Variant.INPUT: pascal(config.input_model_suffix),
            Variant.OUTPUT: pascal(config.output_model_suffix),
            Variant.ERROR: "",
        }
        self._sides_apart = config.format < ONE_SIDE_BARE
        self.members_by_tag = config.format >= MEMBERS_BY_TAG
        self._parameters_by_key = config.name_resolution_feb2025
        self._items_as_classes = config.class_names_for_array_fields
        plain = None if config.format >= SUFFIX_BESIDE_MODEL else Variant.ERROR
        alone = (one for one in _errors_alone(api) if one.variant is None or one.variant is not plain)
        self._errors = {place_of(origin, ()) for origin in alone} if config.errors_suffixed else set[Place]()
        errors = [one.origin for one in api.types.values() if not isinstance(one, EnumDef) and one.is_error]
        self._apart = {place_of(one, one.steps) for one in errors} if config.errors_apart else set[Place]()
        self._raised = {place_of(one, one.steps) for one in errors} if config.name_resolution_feb2025 else set[Place]()

    def is_called_error(self, origin: Origin) -> bool:
        """Whether a class has `Error` added to its name."""
        return not origin.steps and bool(self._errors) and place_of(origin, ()) in self._errors

    def fixed(self, origin: Origin) -> tuple[Wish, ...] | None:
        """The wishes of a class whose name does not depend on others; None for all others."""
        wishes = self._fixed(origin)
        if wishes is None:
            return None
        if self.is_called_error(origin):
            wishes = tuple(Wish(f"{wish.identifier}{ERROR}", f"{wish.reason}, as that of an error") for wish in wishes)
        if self._raised and place_of(origin, origin.steps) in self._raised:
            wishes = tuple(map(_beside_builtins, wishes))
        return tuple(self.in_package(origin, wishes))

    def in_package(self, origin: Origin, wishes: Iterable[Wish]) -> Iterable[Wish]:
        """The wishes of a class among those of its package."""
        is_apart = bool(self._apart) and place_of(origin, origin.steps) in self._apart
        return apart(wishes) if is_apart else wishes

    def _fixed(self, origin: Origin) -> tuple[Wish, ...] | None:
        if origin.name_override:
            return self._varied(origin, [Wish(spoken(pascal(origin.name_override)), "x-speakeasy-name-override")])
        if origin.root in WHOLE:
            return None
        match origin.root:
            case Root.COMPONENT if not origin.steps:
                name = said(origin, _component(origin))
                wishes = [Wish(name, "the component's name"), Wish(f"{name}Model", f"`{name}` is reserved")]
                return self._varied(origin, wishes)
            case Root.PARAMETER if origin.component and self._parameters_by_key and not any(map(_counts, origin.steps)):
                name = spoken(_component(origin))
                return Wish(name, "the shared parameter"), Wish(f"{name}Parameter", f"`{name}` is something else")
            case Root.REQUEST:
                name = f"{self.owner(origin)}Request"
                again = Wish(f"{name}Request", f"`{name}` is a component")
                return Wish(name, "the parameters and the body of the operation"), again
            case Root.RESULT:
                name = f"{self.owner(origin)}Response"
                again = Wish(f"{name}Response", f"`{name}` is a component")
                return Wish(name, "the answer of the operation as a whole"), again
            case Root.GLOBALS:
                return (Wish(f"{self.owner(origin)}Globals", "the global parameters"),)
            case Root.SECURITY if origin.operation is not None:
                return (Wish(f"{self.owner(origin)}Security", "the credentials of the operation"),)
            case Root.SECURITY:
                return (Wish("Security", "the security schemes"),)
            case _:
                return None

    def ladder(self, origin: Origin) -> Ladder:
        """The wishes of an inline class."""
        rank = _RANKS[origin.root]
        depth = 0 if rank in (Rank.PARAMETER, Rank.REQUEST_BODY) else sum(map(_counts, origin.steps))
        if origin.beside_null and rank is Rank.COMPONENT:
            depth -= 1  # it takes a name from what may not be null
        if not origin.steps and origin.root is not Root.PARAMETER:
            return Ladder(Wishes(self._spelt(origin, self._roots(origin))), rank, depth)
        name = self.base(origin)
        member = bool(origin.steps) and origin.steps[-1].via is Via.MEMBER and name.isdigit()
        return Ladder(
            Wishes(self._spelt(origin, self._grown(origin, name))),
            rank,
            depth,
            titled=depth > 0 and origin.title is not None,
            home=f"{origin.operation or ''} {origin.component or ''}",
            number=name if member else "",
        )

    def _grown(self, origin: Origin, name: str) -> Iterator[Wish]:
        """The name that an inline class has by itself, then with more and more of its place."""
        own = said(origin, name)
        yield Wish(own, "its title" if origin.title else "its place")
        union, above = self._place(origin)
        if union:
            spoken_union = speak_leading_number(union)
            yield Wish(spoken_union + name, f"`{own}` is taken; a member of `{spoken_union}`")
        owner = self.owner(origin) + union
        if origin.root is Root.PARAMETER and origin.location is not None:
            placed = LOCATIONS[origin.location] + name
            yield Wish(placed, "the simpler names are taken; it is a parameter")
            yield Wish(owner + placed, "the simpler names are taken; it is a parameter of the operation")
        yield Wish(owner + name, "the simpler names are taken; with its operation or component")
        if origin.trimmed is not None and self._sides_apart:
            side = f"{owner}{name}{self._suffixes[origin.trimmed]}"
            yield Wish(side, "the simpler names are taken; it is less than what the document says")
        grown = owner
        for part in above:
            grown += part
            yield Wish(grown + name, "the simpler names are taken; with its place")

    def _spelt(self, origin: Origin, wishes: Iterable[Wish]) -> Iterable[Wish]:
        """The wishes as class names, each made when it is asked for."""
        suffix = self._suffixes[origin.variant] if origin.variant else ""
        return self.in_package(origin, (Wish(spoken(wish.identifier) + suffix, wish.reason) for wish in wishes))

    def owner(self, origin: Origin) -> str:
        """The operation, component or webhook in which a schema stands, as part of a class name."""
        return self._owners.get(origin.operation or OperationKey("")) or _component(origin)

    def base(self, origin: Origin) -> str:
        """The name that a schema has by itself; a number is not yet spelled."""
        return self._base(origin, origin.steps) if origin.title is None else pascal_inside(origin.title)

    def group(self, origin: Origin) -> str:
        """The group of the operation, as part of a class name."""
        operation = self._operations.get(origin.operation) if origin.operation else None
        return "".join(pascal_inside(part) for part in operation.groups[0]) if operation and operation.groups else ""

    def _varied(self, origin: Origin, wishes: Iterable[Wish]) -> tuple[Wish, ...]:
        suffix = self._suffixes[origin.variant] if origin.variant else ""
        return tuple(Wish(w.identifier + suffix, w.reason) for w in wishes)

    def _roots(self, origin: Origin) -> Iterator[Wish]:
        """The class of a whole body or answer: `<Op>RequestBody` or `<Op><Title>`, else with one element of the place
        after another."""
        name, owner = pascal_inside(origin.title) if origin.title else root_name(origin), self.owner(origin)
        yield Wish(owner + name, "the operation and its body")
        grown = owner
        for part in self._context(origin)[:-1]:
            grown += part
            yield Wish(grown + name, "the simpler names are taken; with its place")

    def _context(self, origin: Origin) -> list[str]:
        match origin.root:
            case Root.PARAMETER:
                parts = [self.group(origin), "Request"]
            case Root.REQUEST_BODY:
                parts = [self.group(origin), "Request", "RequestBody"]
            case Root.RESPONSE:
                status, media = pascal_inside(origin.status or ""), pascal_inside(origin.media_type or "")
                parts = [self.group(origin), "Response", status, media, "ResponseBody"]
            case _:
                parts = []
        return [part for part in parts if part]

    def _place(self, origin: Origin) -> tuple[str, list[str]]:
        """The nearest enclosing union, or "", and the elements of the place without it and without the class itself."""
        steps = origin.steps
        counting = [at for at, step in enumerate(steps) if _counts(step)]
        member = next((at for at in reversed(counting) if steps[at].via is Via.MEMBER), None)
        context = self._context(origin)
        if member is None:
            return "", context + [pascal_inside(steps[at].name) for at in counting[:-1]]
        union = max((at for at in counting if at < member), default=None)
        if union is None:
            context = context[:-1]  # the union is the whole body
        elif any(step.title for step in steps[union + 1 : member]):
            union = None  # the union is what the property holds
        above = [pascal_inside(steps[at].name) for at in counting[:-1] if at != union]
        return self._base(origin, steps[:member]), context + above

    def _base(self, origin: Origin, steps: Sequence[Step]) -> str:
        name = root_name(origin)
        for step, inside in zip_longest(steps, origin.steps[1 : len(steps) + 1]):
            if step.title and not is_held(inside):
                name = pascal_inside(step.title)
            elif _counts(step):
                name = pascal_inside(step.name)
            elif not self._items_as_classes:
                name += "Item" if step.via is Via.ITEM else "Value"
        return name


def _errors_alone(api: Api) -> Iterator[Origin]:
    """The components that are errors and nothing else, and whose names do not say so."""
    alone = {id: one.origin for id, one in api.types.items() if not isinstance(one, EnumDef) and one.is_error}
    alone = {id: origin for id, origin in alone.items() if not origin.steps and not is_called_error(origin)}
    if not alone:
        return
    elsewhere = {target(part) for definition in api.types.values() for part in parts(definition)}
    for operation in api.operations:
        elsewhere.update(target(one.type) for one in operation.parameters)
        elsewhere.update(target(one.type) for one in (operation.body.contents if operation.body else ()))
        answers = (one.contents for one in operation.responses if not one.is_error)
        elsewhere.update(target(content.type) for contents in answers for content in contents)
    yield from (origin for id, origin in alone.items() if id not in elsewhere)


def root_name(origin: Origin) -> str:
    """What stands for the whole component, parameter, body or answer in the names of what is inside of it."""
    match origin.root:
        case Root.REQUEST_BODY | Root.WEBHOOK:
            return "RequestBody"
        case Root.RESPONSE:
            return pascal_inside(origin.parameter) if origin.parameter else "ResponseBody"
        case Root.PARAMETER:
            return pascal_inside(origin.parameter or "")
        case _:
            return pascal_inside(origin.component or "")


def operation_class(operation: Operation) -> str:
    """The operation as part of a class name: of its id, else of its method and path."""
    return pascal(own_name(operation)) or UNNAMED


def _component(origin: Origin) -> str:
    """The component or webhook as part of a class name, behind its `x-speakeasy-model-namespace`."""
    name = pascal(origin.component or "")
    return pascal(origin.namespace) + name if origin.namespace else name


def is_held(step: Step | None) -> bool:
    """Whether a step leads into a list or a map, whose own title names nothing."""
    return step is not None and step.via in (Via.ITEM, Via.VALUE)


def _counts(step: Step) -> bool:
    return step.via in (Via.PROPERTY, Via.MEMBER)


def said(origin: Origin, name: str) -> str:
    """The own name of a class as the whole of it."""
    if not name.isupper():
        return spoken(name)
    places = (step.name for step in reversed(origin.steps) if _counts(step))
    text = origin.title if origin.steps and origin.title else next(places, origin.component or origin.parameter or "")
    return spoken(pascal_alone(text) if pascal_inside(text) == name else name)


def spoken(name: str) -> str:
    """The name as a class can have it."""
    return speak_leading_number(name) or UNNAMED
