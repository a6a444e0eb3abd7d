"""What a schema uses at the place of a difference: differences of one cause get one name by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from wire.data import Json, is_list, is_object, object_of
from wire.made.families import Families
from wire.made.schemas import Reader, Schema, Side, UnmakeableError

from .differences import Difference

_WORDS = ("const", "enum", "prefixItems", "patternProperties", "dependentSchemas", "contentEncoding")
_OF_OTHERS = frozenset(("additionalProperties", "patternProperties"))


class Constructs:
    """Names the constructs of one document."""

    def __init__(
        self, root: Mapping[str, Json], fits: Callable[[Schema, Json], bool] = lambda schema, value: True
    ) -> None:
        """`fits` says whether a value is one of a schema."""
        self._fits = fits
        self._reader = Reader(root)
        self._families = Families(root)

    def at(self, schema: Schema, path: tuple[str | int, ...]) -> str:
        """The words that matter at a place of a value, and those of the next place above that has some."""
        levels = [self._expanded([schema])]
        for part in path:
            levels.append(self._expanded(self._below(levels[-1], part)))
        own = self._words(levels[-1]) or "a place without a schema"
        above = next((words for level in levels[-2::-1] if (words := self._choices(level))), "")
        return own + (f" in {above}" if above else "")

    def describes(self, schema: Schema, path: tuple[str | int, ...]) -> bool:
        """Whether a schema names the last member of a path, or an item."""
        level = self._level(schema, path[:-1])
        last = path[-1]
        return isinstance(last, int) or any(last in object_of(object_of(s).get("properties")) for s in level)

    def is_free(self, schema: Schema, path: tuple[str | int, ...], given: Json) -> bool:
        """Whether no schema names the last member of a path, and one of those that name others beside it is open.

        Of a choice the members that the value fits count; `given` is the whole value.
        """
        level = self._fitting([schema], given)
        for part in path[:-1]:
            given = given[part]
            level = self._fitting(self._below(level, part), given)
        schemas = [object_of(each) for each in level]
        named = any(
            path[-1] in object_of(each.get("properties")) or path[-1] in each.get("required", ()) for each in schemas
        )
        return not named and any("properties" in each and not _OF_OTHERS & each.keys() for each in schemas)

    def sends_itself(self, schema: Schema, one: Difference) -> bool:
        """Whether a member that was added is the single value of its schema, and its default or required."""
        if one.kind != "added":
            return False
        schemas = [object_of(each) for each in self._level(schema, one.path)]
        single = any(each.get("enum", [each["const"]] if "const" in each else []) == [one.got] for each in schemas)
        default = any("default" in each and each["default"] == one.got for each in schemas)
        above = map(object_of, self._level(schema, one.path[:-1]))
        must = default or any(one.path[-1] in each.get("required", ()) for each in above)
        return single and must

    def _level(self, schema: Schema, path: tuple[str | int, ...]) -> list[Schema]:
        """All that is said of a place of a value."""
        level = self._expanded([schema])
        for part in path:
            level = self._expanded(self._below(level, part))
        return level

    def _fitting(self, schemas: Iterable[Schema], value: Json) -> list[Schema]:
        return self._expanded(schemas, lambda schema, member: self._is_of(schema, member, value))

    def _is_of(self, schema: Mapping[str, Json], member: Schema, value: Json) -> bool:
        """Whether a value is one of a member; of a choice with a default the tag decides (OpenAPI 3.2)."""
        said: tuple[Schema, ...] = (member,)
        for choice in self._reader.choices(schema):
            if choice.default is not None:
                said = self._reader.tagged(choice, member, Side.ANSWER)
        return all(self._fits(each, value) for each in said)

    def _expanded(
        self,
        schemas: Iterable[Schema],
        holds: Callable[[Mapping[str, Json], Schema], bool] = lambda schema, member: True,
    ) -> list[Schema]:
        found: list[Schema] = []
        waiting = list(schemas)
        seen: set[int] = set()
        while waiting:
            schema = waiting.pop(0)
            if id(schema) in seen or len(found) > 200:
                continue
            seen.add(id(schema))
            if isinstance(schema, bool):
                continue
            found.append(schema)
            family = self._families.members(schema)
            members = [member for pair in (family.members if family else ()) for member in pair[:1]]
            members += [*schema.get("oneOf", ()), *schema.get("anyOf", ())]
            waiting += [*schema.get("allOf", ()), *(member for member in members if holds(schema, member))]
            reference = schema.get("$ref")
            if isinstance(reference, str):
                try:
                    waiting.append(self._reader.target(reference))
                except UnmakeableError:
                    continue
        return found

    def _below(self, schemas: list[Schema], part: str | int) -> Iterator[Schema]:
        for schema in map(object_of, schemas):
            if isinstance(part, int):
                first = schema.get("prefixItems", ())
                yield first[part] if part < len(first) else schema.get("items", True)
            else:
                named = object_of(schema.get("properties"))
                if part in named:
                    yield named[part]
                else:
                    yield from object_of(schema.get("patternProperties")).values()
                    yield schema.get("additionalProperties", True)

    def _words(self, schemas: list[Schema]) -> str:
        found: dict[str, None] = {}
        for schema in map(object_of, schemas):
            types = schema.get("type", ())
            found.update(dict.fromkeys(types if is_list(types) else (str(types),) if types else ()))
            if schema.get("format") and schema.get("type") != "object":
                found[str(schema["format"])] = None
            for word in _WORDS:
                if word in schema:
                    found[word] = None
        if "object" in found and not any("properties" in object_of(schema) for schema in schemas):
            extra = [s["additionalProperties"] for s in map(object_of, schemas) if "additionalProperties" in s]
            found["free" if all(each is True or each == {} for each in extra) else "of values"] = None
        choices = self._choices(schemas)
        return " ".join([*sorted(found), *([f"({choices})"] if choices else [])])

    def _choices(self, schemas: list[Schema]) -> str:
        found: dict[str, None] = {}
        for schema in map(object_of, schemas):
            tagged = "tagged " if is_object(schema.get("discriminator")) else ""
            if self._families.members(schema):
                found["children of allOf"] = None
            for keyword in ("oneOf", "anyOf"):
                if keyword in schema:
                    found[tagged + keyword] = None
        return " + ".join(found)
