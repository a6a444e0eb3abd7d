"""The Python expression of one example value: plain data, TypedDict-like dicts, enum members, dates and files."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Sequence
from keyword import iskeyword
from typing import assert_never

from sdkwright.examples.scalars import chosen_integer, chosen_number, chosen_string
from sdkwright.ir.service import Api
from sdkwright.ir.types import (
    AnyType,
    ConstType,
    Default,
    EnumDef,
    FileType,
    Json,
    ListType,
    MapType,
    Notes,
    ObjectDef,
    Property,
    RefType,
    Scalar,
    ScalarType,
    Type,
    TypeId,
    UnionDef,
)
from sdkwright.ir.values import fits, same
from sdkwright.names import Names
from sdkwright.options.model import Config, EnumFormat
from sdkwright.text.escape import UnsafeTextError, literal, string_literal
from sdkwright.text.kinds import Code

_SHALLOW = 4
"""Below this depth only what is required is shown, and lists are empty."""
_NODES = 200
_MOST_NODES = 1000
"""From here on objects are left empty: what is required may be required without end."""
_DEEPEST = 40
"""So deep objects are left empty, too, and no member of a union is chosen."""
_MOST_ITEMS = 5
_STEP = "    "
_TOP_KEY = re.compile(r"^ {4}[\"'](.*?)[\"']: ", re.MULTILINE)
"""A key of the outermost dict of a display."""
_EXAMPLE_FILE = Code('open("example.file", "rb")')
_FILE = Code(f'{{\n{_STEP}"file_name": "example.file",\n{_STEP}"content": {_EXAMPLE_FILE},\n}}')


class Values:
    """Writes the values of one call and collects what they import."""

    def __init__(self, api: Api, names: Names, config: Config, shows: Callable[[Property], bool]) -> None:
        self._api = api
        self._names = names
        self._config = config
        self._shows = shows
        self._imports: set[str] = set()
        self._open: list[TypeId] = []
        self._tags: dict[TypeId, tuple[str, str]] = {}
        """The tag that an object must have as the member of a union: its property and value."""
        self._nodes = 0

    def imports(self) -> tuple[Code, ...]:
        """The import lines that the values written so far need."""
        return tuple(Code(line) for line in sorted(self._imports))

    def of(self, shape: Type, name: str, notes: Notes, default: Default | None = None, *, raw: bool = False) -> Code:
        """A value for something called `name`: its first example that fits, its default, else a chosen one.

        `raw` is said of a whole body of bytes, which comes from a file."""
        constraints = dict(notes.constraints)
        own = [default.value] if default is not None else []
        examples = [*notes.examples, *own, *self._examples_of(shape)]
        for example in examples:
            if fits(self._api.types, shape, example, constraints):
                return self.given(shape, example)
        return self._chosen(shape, name, constraints, raw=raw)

    def _examples_of(self, shape: Type) -> Sequence[Json]:
        """The examples that stand at the definition of a type."""
        return self._api.types[shape.id].notes.examples if isinstance(shape, RefType) else ()

    # --------------------------------------------------------------------------------------------- chosen by ourselves

    def _chosen(self, shape: Type, name: str, constraints: dict[str, Json], *, raw: bool = False) -> Code:
        """A value where no example fits."""
        self._nodes += 1
        match shape:
            case AnyType():
                return string_literal("<value>")
            case ConstType():
                return literal(shape.value)
            case FileType():
                return _FILE
            case ScalarType():
                return self._chosen_scalar(shape, name, constraints, raw=raw)
            case ListType():
                return self._chosen_list(shape, name, constraints)
            case MapType():
                if self._deep():
                    return Code("{}")
                return _display("{", [f'"key": {self.of(shape.value, name, Notes())}'], "}")
            case RefType():
                return self._chosen_definition(shape, name)
            case _:
                assert_never(shape)

    def _deep(self) -> bool:
        """Whether only what is required is still written."""
        return len(self._open) >= _SHALLOW or self._nodes >= _NODES

    def _chosen_scalar(self, shape: ScalarType, name: str, constraints: dict[str, Json], *, raw: bool) -> Code:
        """A value of a scalar kind."""
        match shape.scalar:
            case Scalar.STRING:
                return string_literal(chosen_string(name, constraints))
            case Scalar.INTEGER | Scalar.BIGINT | Scalar.BIGINT_STRING:
                return literal(chosen_integer(constraints))
            case Scalar.NUMBER:
                return literal(chosen_number(constraints))
            case Scalar.DECIMAL | Scalar.DECIMAL_STRING:
                return self._decimal(str(chosen_number(constraints)))
            case Scalar.BOOLEAN:
                return literal(True)
            case Scalar.NULL:
                return literal(None)
            case Scalar.DATETIME:
                return self._datetime("2024-01-01T00:00:00Z")
            case Scalar.DATE:
                return self._date("2024-01-01")
            case Scalar.BINARY:
                return _EXAMPLE_FILE if raw else literal(b"example")
            case Scalar.BASE64:
                return literal(b"example")
            case _:
                assert_never(shape.scalar)

    def _chosen_list(self, shape: ListType, name: str, constraints: dict[str, Json]) -> Code:
        """The smallest sensible list: one item, more where the schema asks for more."""
        least = constraints.get("minItems")
        wanted = min(least, _MOST_ITEMS) if isinstance(least, int) and least > 0 else 0
        if wanted == 0 and (self._deep() or self._reenters(shape.item) or constraints.get("maxItems") == 0):
            return Code("[]")
        return _display("[", [self.of(shape.item, name, Notes())] * max(wanted, 1), "]")

    def _reenters(self, shape: Type) -> bool:
        """Whether the type is being written already."""
        return isinstance(shape, RefType) and shape.id in self._open

    def _chosen_definition(self, shape: RefType, name: str) -> Code:
        """A value of an object, enum or union."""
        definition = self._api.types[shape.id]
        match definition:
            case EnumDef():
                return self._member(definition, definition.members[0].value) if definition.members else literal(None)
            case UnionDef():
                return self._chosen_member(definition, shape, name)
            case ObjectDef():
                if self._reenters(shape) or self._nodes >= _MOST_NODES or len(self._open) >= _DEEPEST:
                    return literal(None) if shape.nullable else Code("{}")
                tag = self._tags.pop(shape.id, ("", ""))
                self._open.append(shape.id)
                items = [
                    (self._names.fields[definition.id, prop.name], self._property(prop, tag))
                    for prop in definition.properties
                    if prop.name == tag[0] or self._is_written(prop)
                ]
                self._open.pop()
                return _dict(items)
            case _:
                assert_never(definition)

    def _property(self, prop: Property, tag: tuple[str, str]) -> Code:
        """The value of one property; the one that tells members of a union apart has its tag."""
        name, value = tag
        if prop.name == name and fits(self._api.types, prop.type, value):
            return self.given(prop.type, value)
        return self.of(prop.type, prop.name, prop.notes, prop.default)

    def _is_written(self, prop: Property) -> bool:
        """Below the shallow part only what cannot be left out."""
        if self._deep() or self._reenters(prop.type):
            return prop.required
        return self._shows(prop)

    def _chosen_member(self, definition: UnionDef, shape: RefType, name: str) -> Code:
        """The first member of a union that is not being written already."""
        if not definition.members or shape.id in self._open or len(self._open) >= _DEEPEST:
            return literal(None)
        member = next((m for m in definition.members if not self._reenters(m)), definition.members[0])
        self._open.append(shape.id)
        self._expect_tag(definition, member)
        text = self.of(member, name, Notes())
        self._tags.clear()
        self._open.pop()
        return self._told_apart(definition, member, text)

    def _expect_tag(self, definition: UnionDef, member: Type) -> None:
        """Remembers the first tag of a member, for when it is written."""
        told = definition.discriminator
        if told is not None and isinstance(member, RefType) and self._is_object(member):
            at = definition.members.index(member)
            tag = next((tag for tag, place in told.mapping if place == at), None)
            if tag is not None:
                self._tags[member.id] = (told.property_name, tag)

    def _told_apart(self, definition: UnionDef, member: Type, text: Code) -> Code:
        """A dict that more than one member would take is written as the model it is meant to be."""
        objects = [m for m in definition.members if isinstance(m, RefType) and self._is_object(m)]
        if definition.discriminator is not None or len(objects) < 2 or not isinstance(member, RefType):
            return text
        return self._as_model(member, text) if self._is_object(member) and text.startswith("{") else text

    def _is_object(self, shape: RefType) -> bool:
        return isinstance(self._api.types[shape.id], ObjectDef)

    def _as_model(self, shape: RefType, text: Code) -> Code:
        """The dict of an object, turned into a call of its class; not when a further property is no argument."""
        keys = _TOP_KEY.findall(text)
        if not all(key.isidentifier() and not iskeyword(key) for key in keys):
            return text
        name = self._names.error_data.get(shape.id, self._names.classes[shape.id])
        self._imports.add(f"from {self._names.module} import models")
        arguments = _TOP_KEY.sub(r"    \1=", text[1:-1])
        return Code(f"models.{name}({arguments})")

    # ------------------------------------------------------------------------------------------ given by the document

    def given(self, shape: Type, value: Json) -> Code:
        """The expression of an example that fits its type."""
        if value is None:
            return literal(None)
        match shape:
            case AnyType() | ConstType() | FileType():
                return _data(value)
            case ScalarType():
                return self._given_scalar(shape, value)
            case ListType():
                items = value if isinstance(value, list) else []
                return _display("[", [self.given(shape.item, item) for item in items], "]")
            case MapType():
                pairs = value if isinstance(value, dict) else {}
                return _display(
                    "{", [f"{string_literal(k)}: {self.given(shape.value, v)}" for k, v in pairs.items()], "}"
                )
            case RefType():
                return self._given_definition(shape, value)
            case _:
                assert_never(shape)

    def _given_scalar(self, shape: ScalarType, value: Json) -> Code:
        """An example of a scalar kind."""
        text = value if isinstance(value, str) else None
        match shape.scalar:
            case Scalar.DATETIME if text is not None and fits(self._api.types, ScalarType(Scalar.DATETIME), text):
                return self._datetime(text)
            case Scalar.DATE if text is not None and fits(self._api.types, ScalarType(Scalar.DATE), text):
                return self._date(text)
            case Scalar.DECIMAL | Scalar.DECIMAL_STRING:
                return self._decimal(str(getattr(value, "text", value)))
            case Scalar.BIGINT_STRING if text is not None:
                return literal(int(text))
            case Scalar.BIGINT | Scalar.INTEGER if isinstance(value, float):
                return literal(int(value))
            case Scalar.BINARY if text is not None:
                return literal(text.encode("utf-8", "replace"))
            case Scalar.BASE64 if text is not None:
                return literal(_decoded(text))
            case _:
                return _data(value)

    def _given_definition(self, shape: RefType, value: Json) -> Code:
        """An example of an object, enum or union."""
        definition = self._api.types[shape.id]
        match definition:
            case EnumDef():
                return self._member(definition, value)
            case UnionDef():
                member = next((m for m in definition.members if fits(self._api.types, m, value)), None)
                return self._told_apart(definition, member, self.given(member, value)) if member else _data(value)
            case ObjectDef():
                return self._given_object(definition, value if isinstance(value, dict) else {})
            case _:
                assert_never(definition)

    def _given_object(self, definition: ObjectDef, value: dict[str, Json]) -> Code:
        """An object with the properties that the example has and the document knows."""
        known = {prop.name for prop in definition.properties}
        items = [
            (self._names.fields[definition.id, prop.name], self.given(prop.type, value[prop.name]))
            for prop in definition.properties
            if prop.name in value and not (prop.read_only and not prop.required)
        ]
        if definition.additional is not None:
            extra = definition.additional
            items.extend((key, self.given(extra, v)) for key, v in value.items() if key not in known)
        return _dict(items)

    # ----------------------------------------------------------------------------------------------- single expressions

    def _member(self, definition: EnumDef, value: Json) -> Code:
        """A member of an enum: its value, or the member of the class where enums are classes."""
        member = next(member for member in definition.members if same(member.value, value))
        if self._config.enum_format is EnumFormat.UNION:
            return _data(member.value)
        self._imports.add(f"from {self._names.module} import models")
        name = self._names.members[definition.id, member.id]
        return Code(f"models.{self._names.classes[definition.id]}.{name}")

    def _datetime(self, text: str) -> Code:
        self._imports.add(f"from {self._names.module}.utils import parse_datetime")
        return Code(f"parse_datetime({string_literal(text)})")

    def _date(self, text: str) -> Code:
        self._imports.add("from datetime import date")
        return Code(f"date.fromisoformat({string_literal(text)})")

    def _decimal(self, text: str) -> Code:
        self._imports.add("from decimal import Decimal")
        return Code(f"Decimal({string_literal(text)})")


def _decoded(text: str) -> bytes:
    """The bytes that base64 stands for, as the client reads it: both alphabets, with padding or without."""
    bare = text.replace("\r", "").replace("\n", "").rstrip("=")
    return base64.urlsafe_b64decode(bare.translate({43: "-", 47: "_"}) + "=" * (-len(bare) % 4))


def _dict(items: Iterable[tuple[str, Code]]) -> Code:
    """A dict display with string keys."""
    return _display("{", [f"{string_literal(key)}: {value}" for key, value in items], "}")


def _display(head: str, items: Sequence[str], tail: str) -> Code:
    """One item a line with a comma after each; brackets alone when there is none."""
    if not items:
        return Code(head + tail)
    lines = "".join(f"{_STEP}{line}\n" for item in items for line in f"{item},".split("\n"))
    return Code(f"{head}\n{lines}{tail}")


def _data(value: Json) -> Code:
    """Plain JSON data as displays."""
    if isinstance(value, dict):
        return _display("{", [f"{string_literal(k)}: {_data(v)}" for k, v in value.items()], "}")
    if isinstance(value, list):
        return _display("[", [_data(v) for v in value], "]")
    try:
        return literal(value)
    except UnsafeTextError:
        return literal(str(value))
