"""Values that leave out nothing that a schema allows: every member of a union, every value of an enum, null, empty
and full lists, free members, the edges of numbers and dates.

Where `Maker` makes the same plain value for a place in every run, this one makes another value each time, and what it
did not make yet comes first (`variety`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from random import Random
from typing import Final, cast

from wire.data import Json, object_of
from wire.untyped import Draft202012Validator, extend

from .families import Families
from .formats import format_checker
from .forms import ANYTHING, FREE, NO_DOUBLES, ODD_FORMATS, ODD_MOMENTS, ODD_TEXTS, odd_numbers
from .instances import VALIDATORS, Maker
from .scalars import fits_number, fits_text
from .schemas import Choice, EndlessError, Facts, Schema, Side, UnmakeableError
from .variety import Choosing, Variety

_VALIDATORS: Final = {
    side: extend(
        VALIDATORS[side], {word: Draft202012Validator.VALIDATORS.get(word) for word in ("oneOf", "anyOf", "allOf")}
    )
    for side in Side
}
"""With the choices of JSON Schema alone, which no discriminator changes (OpenAPI 3.1, section 4.8.25)."""
_SHARES = (1.0, 1.0, 0.5, 1.0, 0.0)
"""Of the optional properties, one value after the other; none but the required ones in one of five."""
_RARELY = 8
"""One of so many texts and dates is an odd one, once each odd one was there."""
_RARER = 6
"""Of those again one of so many is one that no Python type holds to the letter, which is known and explained."""
_LATER = 7
"""One of so many answers has members that the document does not name."""
_ATTEMPTS = 6


class Wide(Maker):
    """Makes another value at each call, of all that a schema allows."""

    def __init__(
        self,
        root: Mapping[str, Json],
        seed: int = 0,
        *,
        side: Side = Side.REQUEST,
        variety: Variety | None = None,
        plain: bool = False,
    ) -> None:
        super().__init__(root, 1.0, seed, side=side)
        self.variety = variety or Variety()
        self._families = Families(root)
        self._plain_texts = plain
        self._turn = 0
        self._endless: dict[str, EndlessError] = {}

    def make(self, schema: Schema, place: str) -> Json:
        """Another value that the schema allows; raises `UnmakeableError` if none was found in a few attempts."""
        if place in self._endless:
            raise self._endless[place]
        for attempt in itertools.count():
            self._share = _SHARES[self._turn % len(_SHARES)]
            self._turn += 1
            try:
                return super().make(schema, place)
            except EndlessError as error:
                self._endless[place] = error
                raise
            except UnmakeableError:
                if attempt == _ATTEMPTS:
                    raise
        raise AssertionError("the loop has no end")

    def problem(self, schema: Schema, value: Json) -> str | None:
        """The keyword that a value breaks; None if it is valid with discriminators or without."""
        found = super().problem(schema, value)
        return found and self.problem_by(_VALIDATORS[self._side], schema, value)

    def random(self, *place: object) -> Random:
        """Other decisions at each turn."""
        return super().random(self._turn, *place)

    # ------------------------------------------------------------------------------------------------- any value

    def _value(self, schemas: tuple[Schema, ...], place: str, depth: int) -> Json:
        """A reference to a parent that its children name is a choice of them all."""
        for number, schema in enumerate(schemas):
            found = self._families.members(schema)
            if found is not None:
                others = schemas[:number] + schemas[number + 1 :]
                turned = self.variety.turned(Choosing(found.reference), found.members, self.random(place, "family"))
                for member in turned[:3]:
                    try:
                        made = super()._value((*others, *member), place, depth)
                    except UnmakeableError:
                        continue
                    if member is not found.members[-1] or not found.is_child(made):
                        return made
        return super()._value(schemas, place, depth)

    def _ordered(
        self, choice: Choice, members: list[tuple[Schema, ...]], place: str, depth: int
    ) -> list[tuple[Schema, ...]]:
        """The member that was made least often first; of `anyOf`, all of them at once as well."""
        if depth > 8:
            return super()._ordered(choice, members, place, depth)
        options = list(members)
        if choice.together and 1 < len(members) < 6:
            options.append(tuple(itertools.chain.from_iterable(members)))
        return self.variety.turned(Choosing(choice.key), options, self.random(place))

    def _value_of_choice(self, schemas: tuple[Schema, ...], chosen: tuple[Schema, ...], place: str, depth: int) -> Json:
        """Several members at once hold together; what is no part of one is no value of a caller."""
        value = super()._value_of_choice(schemas, chosen, place, depth)
        if self._side is Side.REQUEST and any(self.problem(each, value) is not None for each in chosen):
            raise UnmakeableError("members of a choice that do not hold together")
        return value

    def _anything(self, facts: Facts, place: str, depth: int) -> Json:
        """Every type of value in turn."""
        return self.variety.next("anything", ANYTHING, self.random(place))

    def _wants_null(self, place: str, depth: int) -> bool:
        key = ("null", "/".join(part for part in place.split("/") if not part.isdigit()))
        return self.variety.next(key, (False, True, False, False), self.random(place))

    def _listed(self, facts: Facts, place: str) -> Json:
        fitting = self._fitting(facts)
        return self.variety.next(Choosing(repr(facts.values)), fitting, self.random(place))

    def _text(self, facts: Facts, place: str) -> str:
        random = self.random(place)
        usual = super()._text(facts, place)
        if self._plain_texts or facts.patterns or facts.encoding:
            return usual
        odd = ODD_TEXTS if facts.format is None else ODD_FORMATS.get(facts.format, ())
        if facts.format == "date-time" and self._side is Side.ANSWER and self._is_rare(place):
            odd = ODD_MOMENTS
        found = [text for text in odd if fits_text(facts, text) and self._conforms(text, facts)]
        return str(self._seldom(("text", facts.format), usual, found, random))

    @staticmethod
    def _conforms(text: str, facts: Facts) -> bool:
        return facts.format is None or format_checker.conforms(text, facts.format)

    def _number(self, facts: Facts, place: str, *, whole: bool) -> int | float:
        usual = super()._number(facts, place, whole=whole)
        if self._plain_texts:
            return usual
        odd = [number for number in odd_numbers(facts, whole=whole) if fits_number(number, facts, whole=whole)]
        found = odd if whole or self._is_rare(place) else [number for number in odd if number not in NO_DOUBLES]
        key = ("number", whole, facts.format, repr(facts.least), repr(facts.most))
        return cast("int | float", self._seldom(key, usual, found, self.random(place)))

    def _is_rare(self, place: str) -> bool:
        return not self.random(place, "rare").randrange(_RARER)

    def _seldom(self, key: object, usual: Json, odd: list[Json], random: Random) -> Json:
        """An odd value now and then, the one that was made least often."""
        if not odd or random.randrange(_RARELY):
            return usual
        return self.variety.next((key, len(odd)), odd, random)

    # -------------------------------------------------------------------------------------------------- structures

    def _object(self, facts: Facts, place: str, depth: int) -> dict[str, Json]:
        made = super()._object(facts, place, depth)
        if self._is_free(facts) and self._share and not made:
            made.update(self.variety.next(("free", place), FREE, self.random(place)))
        return made

    def _left_out(self, facts: Facts, name: str) -> bool:
        """An extension leaves a property out of the SDK (`x-speakeasy-ignore`)."""
        return super()._left_out(facts, name) or any(
            object_of(schema).get("x-speakeasy-ignore") is True for schema in facts.properties.get(name, ())
        )

    def _property(self, facts: Facts, name: str) -> tuple[Schema, ...]:
        """Anything, where a property is required and not described."""
        try:
            return super()._property(facts, name)
        except UnmakeableError:
            return ({},)

    @staticmethod
    def _is_free(facts: Facts) -> bool:
        """Whether no property is named, and any may be there."""
        untyped = all(schema is True or schema == {} for schema in facts.additional)
        return untyped and not (facts.properties or facts.named or facts.names or facts.only or facts.most)

    def _others(self, facts: Facts, made: dict[str, Json], place: str) -> int:
        if not self._share or any(schema is False for schema in facts.additional):
            return 0
        if facts.named or facts.additional:
            return 2 if self.random(place, "others").random() < 0.8 else 0
        if self._side is Side.REQUEST or facts.only or facts.most or self._is_free(facts):
            return 0
        return 1 if self._turn % _LATER == 0 else 0  # a member that the server has and the document does not

    def _length(self, facts: Facts, place: str, depth: int) -> int:
        usual = max(super()._length(facts, place, depth), len(facts.first) if depth < 6 else 0)
        if facts.first and self._share and not any(schema is False for schema in facts.items):
            usual += 1
        if depth > 4 or not self._share:
            return usual
        return self.random(place, "length").choice((usual, usual, usual, 1, 0, 3))


def several(maker: Wide, schema: Schema, place: str, least: int, most: int) -> Iterator[Json]:
    """Values of a schema until nothing new comes, at least and at most so many.

    Raises `UnmakeableError` if there is not even one.
    """
    idle = 0
    for number in range(most):
        before = maker.variety.fresh
        try:
            yield maker.make(schema, place)
        except UnmakeableError:
            if number == 0:
                raise
        idle = 0 if maker.variety.fresh > before else idle + 1
        if number + 1 >= least and idle > 1:
            return
