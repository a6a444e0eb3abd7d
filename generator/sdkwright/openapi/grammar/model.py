"""What a grammar is, as data: which object may stand where and what its fields hold; and the walk along it.

One walk over the tables of `language3` and `language2` finds every place where a `$ref` counts (never inside an
example, a default, an enum or an extension), every value of the wrong type, and every object that has to be brought
to newer semantics.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeAlias

from sdkwright.frozen import Frozen, force_setattr
from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.pointer import escape
from sdkwright.openapi.syntax.scalars import WrittenFloat


class Form(StrEnum):
    """How often a field holds its kind: once, in a list, in a mapping, or in a mapping of lists."""

    ONE = "one"
    LIST = "list"
    MAP = "map"
    MAP_OF_LISTS = "map of lists"


class Leaf(StrEnum):
    """The kinds of fields that hold no object of the grammar."""

    TEXT = "text"
    NUMBER = "a number"
    COUNT = "a whole number"
    FLAG = "true or false"
    ANY = "anything"
    BOUND = "a number, or true or false"
    TYPES = "the name of a type, or a list of names"


_NUMBERS: Final = frozenset({int, float, WrittenFloat})
_PLAIN: Final[Mapping[str, frozenset[type]]] = {
    Leaf.TEXT: frozenset({str}),
    Leaf.NUMBER: _NUMBERS,
    Leaf.COUNT: frozenset(),
    Leaf.FLAG: frozenset({bool}),
    Leaf.ANY: _NUMBERS | {str, bool, dict, list, type(None)},
    Leaf.BOUND: _NUMBERS | {bool},
    Leaf.TYPES: frozenset({str}),
}
_OBJECTS: Final = frozenset({dict})


class Field(Frozen):
    """What one field holds: a leaf, or the name of an object of the same table."""

    kind: str
    form: Form = Form.ONE
    required: bool = False
    soft: bool = False
    """A client can do without it: a value of the wrong type is left out with a warning."""
    default: Json = None
    """What stands there where the document has nothing that can be read, though it is required."""
    plain: frozenset[type] = frozenset()
    """The types of values that are right whatever they are, where it holds its kind once, or of which it holds many."""

    def __post_init__(self) -> None:
        force_setattr(self, "plain", _PLAIN.get(self.kind, _OBJECTS))


class Object(Frozen):
    """The fields of one object of the grammar."""

    fields: Mapping[str, Field]
    others: Field | None = None
    """What any further key holds; None: no further key is known, but extensions."""
    reference: bool = False
    """A Reference Object may stand in its place (or, for schemas and path items, it has a `$ref` of its own)."""
    boolean: bool = False
    """`true` and `false` may stand in its place: schemas."""
    open: bool = False
    """Further keys are legal and mean nothing: schemas."""
    label: str = ""
    """What messages call it."""
    holders: Mapping[str, Field] = {}
    """The fields that hold objects again."""
    further: Field | None = None
    """The same of any further key."""
    needs: tuple[str, ...] = ()
    """The fields that are required."""
    plain: Mapping[str, frozenset[type]] = {}
    """Of the fields that hold their kind once: the types of values that are right whatever they are."""

    def __post_init__(self) -> None:
        holders = {key: field for key, field in self.fields.items() if not isinstance(field.kind, Leaf)}
        force_setattr(self, "holders", holders)
        if self.others is not None and not isinstance(self.others.kind, Leaf):
            force_setattr(self, "further", self.others)
        force_setattr(self, "needs", tuple(key for key, field in self.fields.items() if field.required))
        plain = {key: field.plain for key, field in self.fields.items() if field.form is Form.ONE}
        force_setattr(self, "plain", plain)


Grammar = Mapping[str, Object]


_ONE: Final = Form.ONE

Item: TypeAlias = tuple[str, JsonMap, str]
"""An object of a document that the grammar knows: its kind, the object, its pointer."""


def objects(root: Json, grammar: Grammar, kind: str = "document", pointer: str = "#") -> Iterator[Item]:
    """The objects from `root` down, parents before children, in document order; wrong types are passed over.

    The children of an object are read after it was handed out, so that a caller may mend it first.  What stands
    beside a `$ref` counts for schemas and path items only.
    """
    work: list[tuple[str, Json, str]] = [(kind, root, pointer)]
    while work:
        kind, node, pointer = work.pop()
        if isinstance(node, dict):
            yield kind, node, pointer
            if below := children(grammar, kind, node, pointer):
                work += reversed(below)


def children(grammar: Grammar, kind: str, node: JsonMap, pointer: str) -> Sequence[tuple[str, Json, str]]:
    """What the fields of one object hold that is an object again: kind, value, pointer."""
    shape = grammar[kind]
    holders, further = shape.holders, shape.further
    if further is None and holders.keys().isdisjoint(node):  # So it is with most of them.
        return ()
    if "$ref" in node and shape.reference and kind not in ("schema", "pathItem"):
        return ()
    found: list[tuple[str, Json, str]] = []
    for key, value in node.items():
        held = holders.get(key)
        if held is None:
            if further is None or key in shape.fields or key.startswith("x-"):
                continue
            held = further
        inner, below = held.kind, f"{pointer}/{escape(key)}"
        if held.form is _ONE:
            found.append((inner, value, below))
        elif isinstance(value, dict):
            if held.form is Form.MAP:
                found += [(inner, item, f"{below}/{escape(name)}") for name, item in value.items()]
        elif isinstance(value, list) and held.form is Form.LIST:
            found += [(inner, item, f"{below}/{index}") for index, item in enumerate(value)]
    return found


def field_of(shape: Object, key: str) -> Field | None:
    """What the field `key` holds; None for an extension or an unknown field."""
    held = shape.fields.get(key)
    if (
        held is None
        and shape.others is not None
        and not (key.startswith("x-") and shape.label != "security requirement")
    ):
        return shape.others
    return held
