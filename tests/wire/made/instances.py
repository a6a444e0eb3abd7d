"""JSON values that a schema allows, the same ones in every run.

What is no part of a request, or of an answer, is left out, also where it is required.  Other required properties are
always made, of the others the share that the variant asks for.  The result is checked with the schema before it is
used, so a value is either right or not made at all.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any, Final

from wire.data import Json
from wire.untyped import DRAFT202012, OAS31Validator, Registry, Resource, SchemaError, extend

from .formats import format_checker
from .scalars import Words, fitting_text, make_number, make_text
from .schemas import Choice, EndlessError, Facts, Reader, Schema, Side, UnmakeableError, guessed_type

_DOCUMENT = "urn:document"
_DEPTH = 5
"""Below this only what is required is made."""
_DEEPEST = 24
_MERGED = 200
"""Of more schemas at once some are the same: a choice that leads to itself."""
_TRIES = 1000
"""How many choices are tried for one value."""
_TYPE_ORDER = ("object", "array", "string", "integer", "number", "boolean", "null")


def _validator(side: Side) -> Any:
    """JSON Schema but for `required`: what is `readOnly` need not be in a request (OpenAPI 3.0, section 4.7.24.2), and
    what is `writeOnly` not in an answer."""

    def required(validator: Any, names: Json, instance: Json, schema: Any) -> Iterator[Any]:
        for error in OAS31Validator.VALIDATORS["required"](validator, names, instance, schema) or ():
            name = next((each for each in names if error.message.startswith(repr(each))), None)
            if name is None or _belongs(validator, schema, name):
                yield error

    def _belongs(validator: Any, schema: Any, name: str) -> bool:
        reader = Reader(validator._resolver.lookup(_DOCUMENT).contents)
        try:
            facts = reader.facts((schema,))
            return name not in facts.properties or reader.facts(facts.properties[name]).belongs_to(side)
        except UnmakeableError:
            return True

    return extend(OAS31Validator, {"required": required})


VALIDATORS: Final = {side: _validator(side) for side in Side}


class Maker:
    """Makes the values of one document.

    Args:
        root: The document, in the terms of OpenAPI 3.1, references inside it.
        share: Of the optional properties; 0 makes what is required alone, 1 everything down to a depth.
        seed: Another one makes other values.
        side: Whether they are those of requests or of answers.
        words: What makes texts of which the schema says nothing; plain words if it is None.
    """

    def __init__(
        self,
        root: Mapping[str, Json],
        share: float,
        seed: int = 0,
        *,
        side: Side = Side.REQUEST,
        words: Words | None = None,
    ) -> None:
        self._reader = Reader(root)
        self._side = side
        self._words = words
        self._share = share
        self._seed = seed
        resource = Resource(contents=root, specification=DRAFT202012)
        self._registry: Any = Registry().with_resource(_DOCUMENT, resource)
        self._tries = 0

    def make(self, schema: Schema, place: str) -> Json:
        """A value that `schema` allows.  `place` decides which; raises `UnmakeableError` with the cause."""
        self._tries = _TRIES
        try:
            value = self._value((schema,), place, 0)
        except RecursionError:
            raise EndlessError("a schema without an end") from None
        problem = self.problem(schema, value)
        if problem is not None:
            raise UnmakeableError(f"the value made does not fit: {problem}")
        return value

    def problem(self, schema: Schema, value: Json) -> str | None:
        """The keyword that `value` breaks, or None."""
        return self.problem_by(VALIDATORS[self._side], schema, value)

    def problem_by(self, validator: Any, schema: Schema, value: Json) -> str | None:
        """The same by a validator class."""
        resolver = self._registry.resolver(_DOCUMENT)
        checker = validator(schema, registry=self._registry, _resolver=resolver, format_checker=format_checker)
        try:
            error = next(checker.iter_errors(value), None)
        except (SchemaError, re.error) as broken:
            return f"the schema cannot be used ({type(broken).__name__})"
        return None if error is None else str(error.validator)

    # ------------------------------------------------------------------------------------------------- any value

    def _value(self, schemas: tuple[Schema, ...], place: str, depth: int) -> Json:
        if len(schemas) > _MERGED:
            raise EndlessError("a schema without an end")
        facts = self._reader.facts(schemas)
        if depth > _DEEPEST:
            raise UnmakeableError("a schema that only deep values fit")
        if not facts.choices:
            return self._plain(facts, schemas, place, depth)
        last: UnmakeableError | None = None
        for chosen in self._combinations(facts.choices, place, depth):
            self._tries -= 1
            if self._tries < 0:
                raise EndlessError("too many choices to try")
            try:
                value = self._value_of_choice(schemas, chosen, place, depth)
            except EndlessError:
                raise
            except UnmakeableError as error:
                last = error
                continue
            if all(self.problem(schema, value) is None for schema in schemas):
                return value
        raise last or UnmakeableError("a choice of which no member fits alone")

    def _combinations(self, choices: tuple[Choice, ...], place: str, depth: int) -> Iterator[tuple[Schema, ...]]:
        """One member of every choice, tagged, beginning with a different one at every place."""
        ordered: list[list[tuple[Schema, ...]]] = []
        for number, choice in enumerate(choices):
            members = [self._reader.tagged(choice, member, self._side) for member in choice.members]
            ordered.append(self._ordered(choice, members, f"{place}/choice/{number}", depth))
        for combination in itertools.islice(itertools.product(*ordered), 200):
            yield tuple(itertools.chain.from_iterable(combination))

    def _ordered(
        self, choice: Choice, members: list[tuple[Schema, ...]], place: str, depth: int
    ) -> list[tuple[Schema, ...]]:
        """The members of a choice in the order in which they are tried."""
        start = self.random(place).randrange(len(members)) if depth <= _DEPTH else 0
        return sorted(members[start:] + members[:start], key=_is_null)

    def _value_of_choice(self, schemas: tuple[Schema, ...], chosen: tuple[Schema, ...], place: str, depth: int) -> Json:
        without = tuple(_without_choices(each) for each in self._expanded(schemas))
        return self._value((*without, *chosen), place, depth + 1 if depth > _DEPTH else depth)

    def _expanded(self, schemas: tuple[Schema, ...]) -> Iterator[Schema]:
        """The schemas with those they refer to and are merged with, flat, so that their choices can be taken out."""
        for schema in schemas:
            if isinstance(schema, bool):
                yield schema
                continue
            reference = schema.get("$ref")
            if isinstance(reference, str):
                yield from self._expanded((self._reader.target(reference),))
            yield {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
            yield from self._expanded(tuple(schema.get("allOf", ())))

    def _plain(self, facts: Facts, schemas: tuple[Schema, ...], place: str, depth: int) -> Json:
        """A value of facts without choices."""
        if facts.values is not None:
            return self._listed(facts, place)
        types = facts.types
        if types is None:
            guessed = guessed_type(facts, tuple(self._expanded(schemas)))
            if guessed is None:
                return self._anything(facts, place, depth)
            types = frozenset([guessed])
        if "null" in types and len(types) > 1 and self._wants_null(place, depth):
            return None
        last: UnmakeableError | None = None
        for name in sorted(types, key=_TYPE_ORDER.index):
            try:
                return self._of_type(name, facts, place, depth)
            except UnmakeableError as error:
                last = last or error
        raise last or UnmakeableError("a schema that nothing fits")

    def _anything(self, facts: Facts, place: str, depth: int) -> Json:
        """A value of which the schema does not say the type."""
        return self._of_type("string", facts, place, depth)

    def _wants_null(self, place: str, depth: int) -> bool:
        """Whether null is the value where it is one of several types."""
        return depth > 0 and self.random(place).random() < self._share / 8

    def _listed(self, facts: Facts, place: str) -> Json:
        fitting = self._fitting(facts)
        plain = [value for value in fitting if value is not None and value != ""]
        return self.random(place).choice(plain or fitting)

    def _fitting(self, facts: Facts) -> list[Json]:
        """The values of an enum that have the type that is asked for."""
        found = [value for value in facts.values or () if facts.types is None or _has_type(value, facts.types)]
        if not found:
            raise UnmakeableError("an enum without a value of its type")
        return found

    def _of_type(self, name: str, facts: Facts, place: str, depth: int) -> Json:
        match name:
            case "object":
                return self._object(facts, place, depth)
            case "array":
                return self._array(facts, place, depth)
            case "string":
                return self._text(facts, place)
            case "integer":
                return int(self._number(facts, place, whole=True))
            case "number":
                return self._number(facts, place, whole=False)
            case "boolean":
                return self.random(place).random() < 0.5
            case "null":
                return None
            case _:
                raise UnmakeableError(f"the type {name[:20]!r}")

    def _text(self, facts: Facts, place: str) -> str:
        return make_text(facts, self.random(place), self._words)

    def _number(self, facts: Facts, place: str, *, whole: bool) -> int | float:
        return make_number(facts, self.random(place), whole=whole)

    # -------------------------------------------------------------------------------------------------- structures

    def _object(self, facts: Facts, place: str, depth: int) -> dict[str, Json]:
        made: dict[str, Json] = {}
        most = facts.most.get("maxProperties", math.inf)
        required = [name for name in facts.required if not self._left_out(facts, name)]
        for name in required:
            made[name] = self._value(self._property(facts, name), f"{place}/{name}", depth + 1)
        least = facts.least.get("minProperties", 0)
        for name in facts.properties:
            if any(name not in names for names in facts.only):
                continue
            wanted = len(made) < least or (depth < _DEPTH and self._wants(place, name))
            if name in made or not wanted or len(made) >= most or self._left_out(facts, name):
                continue
            try:
                made[name] = self._value(self._property(facts, name), f"{place}/{name}", depth + 1)
            except UnmakeableError:
                continue  # it is optional
        self._add_dependents(made, facts, place, depth)
        self._add_others(made, facts, place, depth, least)
        return made

    def _wants(self, place: str, name: str) -> bool:
        """Whether a property is there that need not be."""
        return self.random(place, name).random() < self._share

    def _add_dependents(self, made: dict[str, Json], facts: Facts, place: str, depth: int) -> None:
        """What must be there because something else is (`dependentRequired`)."""
        waiting = list(made)
        while waiting:
            for name in facts.together.get(waiting.pop(), ()):
                if name not in made and not self._left_out(facts, name):
                    made[name] = self._value(self._property(facts, name), f"{place}/{name}", depth + 1)
                    waiting.append(name)

    def _left_out(self, facts: Facts, name: str) -> bool:
        try:
            return name in facts.properties and not self._reader.facts(facts.properties[name]).belongs_to(self._side)
        except UnmakeableError:
            return name not in facts.required

    def _property(self, facts: Facts, name: str) -> tuple[Schema, ...]:
        own = facts.properties.get(name, ())
        named = tuple(schema for pattern, schema in facts.named if re.search(pattern, name))
        schemas = (*own, *named) or facts.additional
        if not schemas:
            raise UnmakeableError("a required property that the document does not describe")
        return schemas

    def _add_others(self, made: dict[str, Json], facts: Facts, place: str, depth: int, least: int) -> None:
        """Further properties: where the document describes them, or asks for more than it names."""
        wanted = max(least - len(made), self._others(facts, made, place) if depth < _DEPTH else 0)
        for number in range(wanted):
            if facts.named:
                pattern, schema = facts.named[number % len(facts.named)]
                name = fitting_text(pattern, self.random(place, "name", number))
                schemas: tuple[Schema, ...] = (schema,)
            elif facts.names:
                name, schemas = str(self._value(facts.names, f"{place}/name{number}", depth)), facts.additional or ({},)
            else:
                name, schemas = f"key{number}", facts.additional or ({},)
            try:
                made.setdefault(name, self._value(schemas, f"{place}/{name}", depth + 1))
            except UnmakeableError:
                if least - len(made) > 0:
                    raise

    def _others(self, facts: Facts, made: dict[str, Json], place: str) -> int:
        """How many further properties there are, but for those that must be."""
        described = facts.named or any(not isinstance(schema, bool) for schema in facts.additional)
        return 1 if described and self._share else 0

    def _array(self, facts: Facts, place: str, depth: int) -> list[Json]:
        least = max(facts.least.get("minItems", 0), len(facts.contains) and facts.least.get("minContains", 1))
        most = facts.most.get("maxItems", math.inf)
        wanted = max(least, self._length(facts, place, depth))
        made: list[Json] = []
        for number in itertools.count():
            if len(made) >= min(wanted, most) or number > wanted * 4:
                break
            schemas = (facts.first[number],) if number < len(facts.first) else facts.items or ({},)
            if number < least and facts.contains:
                schemas = (*schemas, *facts.contains)
            try:
                value = self._value(schemas, f"{place}/{number}", depth + 1)
            except UnmakeableError:
                if len(made) < least:
                    raise
                break
            if not (facts.unique and value in made):
                made.append(value)
        return made

    def _length(self, facts: Facts, place: str, depth: int) -> int:
        """How many items there are, but for those that must be."""
        return 2 if self._share and depth < _DEPTH else 0 if depth > _DEPTH else 1

    def random(self, *place: object) -> Random:
        return Random("/".join(map(str, (self._seed, self._share, *place))))


def _is_null(members: tuple[Schema, ...]) -> bool:
    return any(not isinstance(schema, bool) and schema.get("type") == "null" for schema in members)


def _without_choices(schema: Schema) -> Schema:
    if isinstance(schema, bool):
        return schema
    return {key: value for key, value in schema.items() if key not in ("oneOf", "anyOf")}


def _has_type(value: Json, types: frozenset[str]) -> bool:
    return any(OAS31Validator.TYPE_CHECKER.is_type(value, name) for name in types if name in _TYPE_ORDER)
