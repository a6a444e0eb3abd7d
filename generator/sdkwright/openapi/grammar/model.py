"""What a grammar is, as data: which object may stand where and what its fields hold; and the walk along it.

One walk over the tables of `language3` and `language2` finds every place where a `$ref` counts (never inside an
example, a default, an enum or an extension), every value of the wrong type, and every object that has to be brought
to newer semantics.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeAlias

from sdkwright.frozen import Frozen, force_setattr
from sdkwright.openapi.data import Json, JsonMap
from sdkwright.openapi.pointer import escape


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


class Field(Frozen):
    """What one field holds: a leaf, or the name of an object of the same table."""

    kind: str
    form: Form = Form.ONE
    required: bool = False
    soft: bool = False
    """A client can do without it: a value of the wrong type is left out with a warning."""
    default: Json = None
    """What stands there where the document has nothing that can be read, though it is required."""


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
    holders: frozenset[str] = frozenset()
    """The fields that hold objects again."""

    def __post_init__(self) -> None:
        holders = frozenset(key for key, field in self.fields.items() if not isinstance(field.kind, Leaf))
        force_setattr(self, "holders", holders)


Grammar = Mapping[str, Object]


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
            work.extend(reversed(children(grammar, kind, node, pointer)))


def children(grammar: Grammar, kind: str, node: JsonMap, pointer: str) -> list[tuple[str, Json, str]]:
    """What the fields of one object hold that is an object again: kind, value, pointer."""
    shape = grammar[kind]
    found: list[tuple[str, Json, str]] = []
    if shape.others is None and shape.holders.isdisjoint(node):  # So it is with most of them.
        return found
    if "$ref" in node and shape.reference and kind not in ("schema", "pathItem"):
        return found
    known = shape.fields
    for key, value in node.items():
        held = known.get(key) or field_of(shape, key)
        if held is None or held.kind not in grammar:
            continue
        inner = held.kind
        below = f"{pointer}/{escape(key)}"
        if held.form is Form.ONE:
            found.append((inner, value, below))
        elif held.form is Form.LIST and isinstance(value, list):
            found += [(inner, item, f"{below}/{index}") for index, item in enumerate(value)]
        elif held.form is Form.MAP and isinstance(value, dict):
            found += [(inner, item, f"{below}/{escape(name)}") for name, item in value.items()]
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
