"""The second reading of an answer that does not fit its type: what fits is read, what does not stays as it came.

The first reading is pydantic's and stops at nothing but tells no value.  This one walks over the decoded answer and the
core schema side by side.  What is valid is read by the same validators as ever, so that nothing of it differs; around
what is not, classes and lists are made piece by piece:

* a member that does not fit has its raw value, and a required one that is missing is None;
* a list keeps its length, a mapping its keys;
* an object of which its class knows no member stays as it came, too;
* of a choice that member is taken of which the least does not fit or is not known, then the one with the most fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, cast

import pydantic
from pydantic import ValidationError
from pydantic_core import CoreConfig, CoreSchema, SchemaValidator

from ..errors import Misfit
from .codec import Codec, codec
from .direction import SERVER
from .paths import Steps, path_text
from .server_schema import Node, nodes, server_schema
from .unions import TAGGED_KEY

__all__ = ["Kept", "knows_nothing", "lenient"]

Found = list[tuple[Steps, str, object]]
"""What does not fit: where it stands, why it does not, what stands there."""

_CONFIG: Final = CoreConfig(strict=True, allow_inf_nan=False, hide_input_in_errors=True)
_AROUND: Final = {"default", "nullable", "function-before", "function-after", "function-wrap"}
"""Core schemas around another one, which says what kind of value it is."""


class Kept:
    """A value in which something does not fit."""

    __slots__ = ("misfits", "value")

    def __init__(self, value: Any, misfits: tuple[Misfit, ...]) -> None:
        self.value = value
        self.misfits = misfits


def knows_nothing(value: object) -> bool:
    """Whether a value is an object of a class that has none of its members."""
    if not isinstance(value, pydantic.BaseModel):
        return False
    kind = type(value)
    return kind.model_config.get("extra") != "allow" and value.model_fields_set.isdisjoint(kind.model_fields)


def lenient(own: Codec[Any]) -> Lenient:
    """What reads leniently for a codec.  Made once, in whatever thread: they are all equal."""
    made = _made.get(own)
    if made is None:
        made = _made[own] = Lenient(own.schema)
    return made


class Lenient:
    """Reads the values of one type."""

    __slots__ = ("_definitions", "_readers", "_root")

    def __init__(self, schema: CoreSchema) -> None:
        whole = cast(Node, schema)
        listed: list[Node] = whole["definitions"] if whole["type"] == "definitions" else []
        self._definitions = {definition["ref"]: definition for definition in listed}
        self._root: Node = whole["schema"] if listed else whole
        self._readers: dict[int, Callable[[object], Any]] = {}

    def read(self, data: object) -> Kept | None:
        """The value of decoded JSON; None if nothing can be made of it: it is another kind of value, or deeper than
        Python calls functions, or has no member that its class knows, as an error has that is sent as a success."""
        found: Found = []
        try:
            value = self._value(self._root, data, (), found)
        except RecursionError:
            return None
        if any(not path for path, _, _ in found) or knows_nothing(value):
            return None
        misfits = _misfits(found, 0)
        if isinstance(value, pydantic.BaseModel):
            object.__setattr__(value, "__pydantic_private__", {"validation_errors": misfits})
        return Kept(value, misfits)

    def _value(self, node: Node, data: Any, path: Steps, found: Found) -> Any:
        """The value of a node; what does not fit is put into `found`."""
        inner, nullable = self._inner(node)
        kind: str = inner["type"]
        if data is None and nullable:
            return None
        if kind == "list" and isinstance(data, list):
            return self._items(inner, cast(Any, data), path, found)
        if kind == "dict" and isinstance(data, dict):
            return self._members(inner, cast("dict[str, Any]", data), path, found)
        try:
            return codec(inner["cls"]).read_data(data) if kind == "model" else self._reader(node)(data)
        except ValidationError as problem:
            reason = problem.errors(include_url=False, include_context=False, include_input=False)[0]["msg"]
        if kind == "model" and isinstance(data, dict):
            own: Found = []
            made = self._object(inner, cast("dict[str, Any]", data), path, own)
            if not data or not knows_nothing(made):
                found.extend(own)
                return made
        if kind in ("union", "tagged-union") and isinstance(data, dict | list):
            best = self._best(inner, cast(Any, data), path)
            if best is not None:
                found.extend(best[1])
                return best[0]
        if kind == "tuple" and isinstance(data, list):
            return self._tuple(inner, cast(Any, data), path, found, reason)
        found.append((path, reason, cast(Any, data)))
        return cast(Any, data)

    def _inner(self, node: Node) -> tuple[Node, bool]:
        """What says the kind of a node's values, and whether null is one of them."""
        nullable = False
        while True:
            kind: str = node["type"]
            if kind == "definition-ref":
                node = self._definitions[node["schema_ref"]]
            elif kind == "json-or-python":
                node = node["json_schema"]
            elif kind in _AROUND:
                nullable = nullable or kind == "nullable"
                node = node["schema"]
            else:
                return node, nullable

    def _reader(self, node: Node) -> Callable[[object], Any]:
        """What reads the values of a node as the server's."""
        made = self._readers.get(id(node))
        if made is None:
            refers = any(each["type"] == "definition-ref" for each in nodes(cast(CoreSchema, node)))
            definitions = list(self._definitions.values())
            whole = {"type": "definitions", "schema": node, "definitions": definitions} if refers else node
            read = SchemaValidator(server_schema(cast(CoreSchema, whole)), _CONFIG).validate_python

            def reader(data: object) -> Any:
                return read(data, by_alias=True, by_name=False, context=SERVER)

            made = self._readers[id(node)] = reader
        return made

    # ------------------------------------------------------------------------------------------------- containers

    def _items(self, node: Node, data: list[Any], path: Steps, found: Found) -> list[Any]:
        made: list[Any] = []
        for index, item in enumerate(data):
            made.append(self._value(node.get("items_schema", _ANY), item, (*path, index), found))
        return made

    def _members(self, node: Node, data: dict[str, Any], path: Steps, found: Found) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, item in data.items():
            made[name] = self._value(node.get("values_schema", _ANY), item, (*path, name), found)
        return made

    def _tuple(self, node: Node, data: list[Any], path: Steps, found: Found, reason: str) -> tuple[Any, ...]:
        """What stands at the places of a tuple; if each fits, there are too few or too many."""
        before = len(found)
        schemas: list[Node] = node["items_schema"]
        rest: int | None = node.get("variadic_item_index")
        made: list[Any] = []
        for index, item in enumerate(data):
            place = index if rest is None else min(index, rest)
            made.append(self._value(schemas[place] if place < len(schemas) else _ANY, item, (*path, index), found))
        if len(found) == before:
            found.append((path, reason, data))
        return tuple(made)

    # -------------------------------------------------------------------------------------------- classes, choices

    def _object(self, node: Node, data: dict[str, Any], path: Steps, found: Found) -> Any:
        """An instance of a class, of which at least one member does not fit."""
        kind: type[pydantic.BaseModel] = node["cls"]
        fields = self._inner(node["schema"])[0]
        before = len(found)
        rest = dict(data)
        values: dict[str, Any] = {}
        given: set[str] = set()
        for name, field in fields["fields"].items():
            wire: str = field.get("validation_alias", name)
            if wire in rest:
                values[name] = self._value(field["schema"], rest.pop(wire), (*path, wire), found)
                given.add(name)
                continue
            info = kind.__pydantic_fields__[name]
            if info.is_required():
                found.append(((*path, wire), "Field required", None))
                values[name] = None
            else:
                values[name] = info.get_default(call_default_factory=True, validated_data=values)
        extras: Node = fields.get("extras_schema", _ANY)
        for name, item in rest.items():
            rest[name] = self._value(extras, item, (*path, name), found)
        made = kind.__new__(kind)
        for slot, value in (
            ("__dict__", values),
            ("__pydantic_fields_set__", given | rest.keys()),
            ("__pydantic_extra__", rest),
            ("__pydantic_private__", {"validation_errors": _misfits(found[before:], len(path))}),
        ):
            object.__setattr__(made, slot, value)
        return made

    def _best(self, union: Node, data: Any, path: Steps) -> tuple[Any, Found] | None:
        """The value of the member of a choice that fits best; None if all are of another kind."""
        best: tuple[Any, Found] | None = None
        rank = (0, 0)
        for member in self._choices(union, data):
            own: Found = []
            value = self._value(member, data, path, own)
            if any(at == path for at, _, _ in own):
                continue
            known, unknown = _members_of(value)
            if best is None or (-len(own) - unknown, known) > rank:
                best, rank = (value, own), (-len(own) - unknown, known)
        return best

    def _choices(self, union: Node, data: Any) -> Iterator[Node]:
        """The members of a choice, those of choices inside of it too; where a tag of the document stands, its own."""
        if union["type"] == "tagged-union":
            object_ = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
            for names in union["discriminator"]:
                tag = object_.get(names[0])
                if isinstance(tag, str | int | float) and tag in union["choices"]:
                    yield union["choices"][tag]
            return
        choices: list[Any] = union["choices"]
        tagged = cast("dict[str, Any]", union.get("metadata") or {}).get(TAGGED_KEY)
        if tagged is not None and tagged.parent is not None:
            choices = choices[:1] if isinstance(data, dict) and tagged.lists(data) else choices[1:2]
        for choice in choices:
            member = cast(Node, choice[0] if isinstance(choice, tuple) else choice)
            inner = self._inner(member)[0]
            if inner["type"] in ("union", "tagged-union"):
                yield from self._choices(inner, data)
            else:
                yield member


def _misfits(found: Found, depth: int) -> tuple[Misfit, ...]:
    """What was found in a value that stands at a depth, as the value lists it."""
    return tuple([Misfit(path_text(path[depth:]), reason, given) for path, reason, given in found])


def _members_of(value: object) -> tuple[int, int]:
    """How many members of an object its class knows, and how many it does not."""
    if not isinstance(value, pydantic.BaseModel):
        return 0, 0
    given, kind = value.model_fields_set, type(value)
    if kind.model_config.get("extra") == "allow":
        return len(given), 0
    known = len(given & kind.model_fields.keys())
    return known, len(given) - known


_ANY: Final[Node] = {"type": "any"}
_made: Final[dict[Codec[Any], Lenient]] = {}
