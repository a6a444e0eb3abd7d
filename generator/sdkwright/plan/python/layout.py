"""Laying out nested displays as the formatter would: on one line where it fits, else one item a line.

A group that does not fit always ends in a comma, which the formatter takes as a wish to keep it open; so what is laid
out here is what it leaves as it is, and large packages need not be formatted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, auto
from typing import TypeAlias, cast

from sdkwright.frozen import Frozen
from sdkwright.text.escape import literal
from sdkwright.text.kinds import Code, common

WIDTH = 88
STEP = 4


class Comma(Enum):
    """Whether a comma follows the last item."""

    WHERE_OPEN = auto()
    """Where each item has a line of its own."""
    NEVER = auto()
    """In a subscript of one, whose meaning it would change."""
    ALWAYS = auto()
    """In a tuple of one, which is none without."""


class Group(Frozen):
    """`head`, items between commas, `tail`: a call, a subscript or a display."""

    head: str
    items: tuple[Doc, ...]
    tail: str
    comma: Comma = Comma.WHERE_OPEN


Doc: TypeAlias = str | Group


def framed(before: str, doc: Doc, after: str = "") -> Doc:
    """`doc` with more text at its ends."""
    return f"{before}{doc}{after}" if isinstance(doc, str) else _framed(before, doc, after)


def _framed(before: str, doc: Group, after: str = "") -> Group:
    return Group(before + doc.head, doc.items, doc.tail + after, doc.comma)


def flat(doc: Doc) -> str:
    """`doc` on one line."""
    return doc if isinstance(doc, str) else _flat(doc)


def _flat(group: Group) -> str:
    items = ", ".join([item if isinstance(item, str) else _flat(item) for item in group.items])
    return group.head + items + ("," + group.tail if group.comma is Comma.ALWAYS else group.tail)


def _fitting(group: Group, room: int) -> str | None:
    """`group` on one line, if that takes no more than `room` columns: what does not fit is not written to its end."""
    tail = "," + group.tail if group.comma is Comma.ALWAYS else group.tail
    room -= len(group.head) + len(tail) + 2 * (len(group.items) - 1)
    items: list[str] = []
    for item in group.items:
        text = item if isinstance(item, str) else _fitting(item, room)
        if text is None or len(text) > room:
            return None
        room -= len(text)
        items.append(text)
    return group.head + ", ".join(items) + tail


def lay(doc: Doc, indent: int = 0, *, before: int = 0, after: int = 0) -> Code:
    """`doc` for a line that is indented by `indent` spaces (they are not part of the result).

    `before` and `after` are the widths of what stands beside it on the first line and on the last."""
    if isinstance(doc, str):
        return common(doc)
    text = _fitting(doc, WIDTH - indent - before - after) if doc.items else _flat(doc)
    return common("\n".join(_open_lines(doc, indent)) if text is None else text)


def lay_open(doc: Group, indent: int = 0) -> Code:
    """`doc` with one item a line, whether it would fit or not."""
    return Code("\n".join(_open_lines(doc, indent)))


def _lines(doc: Doc, indent: int, before: int = 0, after: int = 0) -> list[str]:
    if isinstance(doc, str):
        return [doc]
    text = _fitting(doc, WIDTH - indent - before - after) if doc.items else _flat(doc)
    return _open_lines(doc, indent) if text is None else [text]


def _open_lines(doc: Group, indent: int) -> list[str]:
    inner = indent + STEP
    margin = " " * inner
    comma = "" if doc.comma is Comma.NEVER else ","
    lines = [doc.head]
    for item in doc.items:
        if isinstance(item, str):
            lines.append(margin + item + comma)
            continue
        first, *rest = _lines(item, inner, after=len(comma))
        lines += [margin + first, *rest]
        lines[-1] += comma
    lines.append(" " * indent + doc.tail)
    return lines


def assigned(name: str, doc: Doc) -> Code:
    """The right-hand side of `name = …` at the start of a line.

    Where not even the opening bracket has room, the formatter adds a pair of its own, if all has room then."""
    before = len(f"{name} = ")
    if isinstance(doc, Group) and before + len(doc.head) > WIDTH > before:
        first, *rest = _lines(doc, STEP)
        inner = [" " * STEP + first, *rest]
        if all(len(line) <= WIDTH for line in inner):
            return Code("\n".join(["(", *inner, ")"]))
    return lay(doc, before=before)


def annotated(name: str, annotation: Group, value: Group) -> Code:
    """`name: annotation = value` at the start of a line; the annotation is opened where the value has no room to
    begin."""
    left = _framed(f"{name}: ", annotation, " = ")
    if len(flat(left)) + len(value.head) <= WIDTH:
        return lay(framed(flat(left), value))
    *lines, last = _lines(left, 0, after=len(value.head))
    return Code("\n".join([*lines, *_lines(framed(last, value), 0)]))


def call(function: str, *items: Doc | None) -> Group:
    """A call; items that are None are left out."""
    return Group(function + "(", tuple(item for item in items if item is not None), ")")


def keyword(name: str, value: Doc) -> Doc:
    """`name=value` as one item of a call."""
    return framed(f"{name}=", value)


def unless_empty(name: str, group: Group) -> Doc | None:
    """`name=group`, left out where there is nothing in it."""
    return keyword(name, group) if group.items else None


def subscript(base: str, items: Iterable[Doc]) -> Group:
    """`base[items]`."""
    listed = tuple(items)
    return Group(base + "[", listed, "]", Comma.NEVER if len(listed) == 1 else Comma.WHERE_OPEN)


def tuple_of(items: Iterable[Doc]) -> Group:
    """A tuple display."""
    listed = tuple(items)
    return Group("(", listed, ")", Comma.ALWAYS if len(listed) == 1 else Comma.WHERE_OPEN)


def mapping(pairs: Iterable[tuple[str, Doc]]) -> Group:
    """A dict display; keys are code."""
    return Group("{", tuple(framed(f"{key}: ", value) for key, value in pairs), "}")


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
        return common(line)
    return lay_open(Group(f"from {module} import (", listed, ")"))


def class_header(name: str, base: str) -> Code:
    """The first line of a class, over three lines where it is too wide."""
    line = f"class {name}({base}):"
    return Code(line if len(line) <= WIDTH else f"class {name}(\n    {base}\n):")
