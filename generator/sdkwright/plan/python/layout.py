"""Laying out nested displays as the formatter would: on one line where it fits, else one item a line.

A group that does not fit always ends in a comma, which the formatter takes as a wish to keep it open; so what is laid
out here is what it leaves as it is, and large packages need not be formatted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from sdkwright.text.escape import literal
from sdkwright.text.kinds import Code

WIDTH = 88
STEP = 4


@dataclass(frozen=True, slots=True)
class Group:
    """`head`, items between commas, `tail`: a call, a subscript or a display."""

    head: str
    items: tuple[Doc, ...]
    tail: str

    @property
    def is_subscript_of_one(self) -> bool:
        """A trailing comma would change the meaning there."""
        return self.head.endswith("[") and len(self.items) == 1 and len(self.head) > 1 and self.head[-2].isalnum()

    @property
    def is_tuple_of_one(self) -> bool:
        """Only a trailing comma makes it a tuple."""
        return len(self.items) == 1 and self.head.endswith("(") and not (self.head[:-1] and _calls(self.head[-2]))


Doc: TypeAlias = str | Group


def _calls(character: str) -> bool:
    """Whether a bracket after `character` is a call or a subscript."""
    return character.isalnum() or character in "_])"


def flat(doc: Doc) -> str:
    """`doc` on one line."""
    if isinstance(doc, str):
        return doc
    comma = "," if doc.is_tuple_of_one else ""
    return doc.head + ", ".join(flat(item) for item in doc.items) + comma + doc.tail


def lay(doc: Doc, indent: int = 0, *, after: int = 0) -> Code:
    """`doc` for a line that is indented by `indent` spaces (they are not part of the result).

    `after` is the width of what follows on the last line."""
    text = flat(doc)
    if isinstance(doc, str) or not doc.items or indent + len(text) + after <= WIDTH:
        return Code(text)
    return lay_open(doc, indent)


def lay_open(doc: Group, indent: int = 0) -> Code:
    """`doc` with one item a line, whether it would fit or not."""
    inner = indent + STEP
    comma = "" if doc.is_subscript_of_one else ","
    margin = " " * inner
    lines = [margin + lay(item, inner, after=len(comma)) + comma for item in doc.items]
    return Code("\n".join([doc.head, *lines, " " * indent + doc.tail]))


def assigned(name: str, doc: Doc) -> Code:
    """The right-hand side of `name = …` at the start of a line.

    Where not even the opening bracket has room, the formatter adds a pair of its own, if all has room then."""
    head = f"{name} = "
    if isinstance(doc, str):
        return Code(doc)
    if len(head) + len(doc.head) > WIDTH >= len(head) + 1:
        inner = " " * STEP + lay(doc, STEP)
        if all(len(line) <= WIDTH for line in inner.split("\n")):
            return Code(f"(\n{inner}\n)")
    return Code(lay(Group(head + doc.head, doc.items, doc.tail))[len(head) :])


def call(function: str, *items: Doc | None) -> Group:
    """A call; items that are None are left out."""
    return Group(function + "(", tuple(item for item in items if item is not None), ")")


def keyword(name: str, value: Doc) -> Doc:
    """`name=value` as one item of a call."""
    if isinstance(value, str):
        return f"{name}={value}"
    return Group(f"{name}={value.head}", value.items, value.tail)


def unless_empty(name: str, group: Group) -> Doc | None:
    """`name=group`, left out where there is nothing in it."""
    return keyword(name, group) if group.items else None


def subscript(base: str, items: Iterable[Doc]) -> Group:
    """`base[items]`."""
    return Group(base + "[", tuple(items), "]")


def tuple_of(items: Iterable[Doc]) -> Group:
    """A tuple display."""
    return Group("(", tuple(items), ")")


def mapping(pairs: Iterable[tuple[str, Doc]]) -> Group:
    """A dict display; keys are code."""
    return Group("{", tuple(_pair(key, value) for key, value in pairs), "}")


def _pair(key: str, value: Doc) -> Doc:
    if isinstance(value, str):
        return f"{key}: {value}"
    return Group(f"{key}: {value.head}", value.items, value.tail)


def data(value: object) -> Doc:
    """Plain data as a display; raises `UnsafeTextError` as `literal` does."""
    if isinstance(value, Mapping):
        return mapping((literal(k), data(v)) for k, v in cast(Mapping[object, object], value).items())
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        items = tuple(data(v) for v in cast(Sequence[object], value))
        return tuple_of(items) if isinstance(value, tuple) else Group("[", items, "]")
    return literal(value)


def import_line(module: str, names: Iterable[str]) -> Code:
    """`from module import names`, in brackets where it does not fit."""
    listed = tuple(names)
    line = f"from {module} import {', '.join(listed)}"
    if len(line) <= WIDTH:
        return Code(line)
    return lay_open(Group(f"from {module} import (", listed, ")"))
