"""Laying out nested displays as the formatter would: on one line where it fits, else one item a line.

A group that does not fit always ends in a comma, which the formatter takes as a wish to keep it open; so what is laid
out here is what it leaves as it is, and large packages need not be formatted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum, auto
from functools import lru_cache
from typing import TypeAlias, cast

from sdkwright.frozen import Frozen
from sdkwright.text.escape import literal
from sdkwright.text.kinds import Code, common

WIDTH = 88
STEP = 4


class Comma(StrEnum):
    """Whether a comma follows the last item."""

    WHERE_OPEN = auto()
    """Where each item has a line of its own."""
    NEVER = auto()
    """In a subscript of one, whose meaning it would change."""
    ALWAYS = auto()
    """In a tuple of one, which is none without."""


class Group(Frozen):
    """`head`, items between commas, `tail`: a call, a subscript or a display.  Made by `group`."""

    head: str
    items: tuple[Doc, ...]
    tail: str
    comma: Comma
    line: str | None
    """All on one line; None where that is wider than any line may be."""


Doc: TypeAlias = str | Group


def group(head: str, items: tuple[Doc, ...], tail: str, comma: Comma = Comma.WHERE_OPEN) -> Group:
    """`items` between `head` and `tail`."""
    texts = [text for item in items if (text := item if isinstance(item, str) else item.line) is not None]
    line = _joined(head, texts, tail, comma) if len(texts) == len(items) else None
    return Group(head, items, tail, comma, _narrow(line))


def _narrow(line: str | None) -> str | None:
    """A line, if there is one that can be as wide."""
    return line if line is not None and len(line) <= WIDTH else None


def _joined(head: str, texts: Sequence[str], tail: str, comma: Comma) -> str:
    return head + ", ".join(texts) + ("," + tail if comma is Comma.ALWAYS else tail)


def framed(before: str, doc: Doc, after: str = "") -> Doc:
    """`doc` with more text at its ends."""
    return f"{before}{doc}{after}" if isinstance(doc, str) else framed_group(before, doc, after)


def framed_group(before: str, doc: Group, after: str = "") -> Group:
    """The same for a group."""
    line = None if doc.line is None else before + doc.line + after
    return Group(before + doc.head, doc.items, doc.tail + after, doc.comma, _narrow(line))


def flat(doc: Doc) -> str:
    """`doc` on one line."""
    if isinstance(doc, str):
        return doc
    return doc.line or _joined(doc.head, [flat(item) for item in doc.items], doc.tail, doc.comma)


def lay(doc: Doc, indent: int = 0, *, before: int = 0, after: int = 0) -> Code:
    """`doc` for a line that is indented by `indent` spaces (they are not part of the result).

    `before` and `after` are the widths of what stands beside it on the first line and on the last."""
    if isinstance(doc, str):
        return common(doc)
    if _fits(doc, WIDTH - indent - before - after):
        return common(flat(doc))
    return _opened(doc, indent)


@lru_cache(maxsize=1024)
def _opened(doc: Group, indent: int) -> Code:
    """`doc` with one item a line; enums, parameters and results are often the same."""
    return Code("\n".join(_open_lines(doc, indent)))


def lay_open(doc: Group, indent: int = 0) -> Code:
    """`doc` with one item a line, whether it would fit or not."""
    return Code("\n".join(_open_lines(doc, indent)))


def _fits(doc: Group, room: int) -> bool:
    """Whether one line of that many columns holds all; so it is where there is nothing to break."""
    return not doc.items or (doc.line is not None and len(doc.line) <= room)


def _lines(doc: Group, indent: int, after: int = 0) -> list[str]:
    return [flat(doc)] if _fits(doc, WIDTH - indent - after) else _open_lines(doc, indent)


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
    left = framed_group(f"{name}: ", annotation, " = ")
    if left.line is not None and len(left.line) + len(value.head) <= WIDTH:
        return lay(framed_group(left.line, value))
    *lines, last = _lines(left, 0, after=len(value.head))
    return Code("\n".join([*lines, *_lines(framed_group(last, value), 0)]))


def call(function: str, *items: Doc | None) -> Group:
    """A call; items that are None are left out."""
    return group(function + "(", tuple([item for item in items if item is not None]), ")")


def keyword(name: str, value: Doc) -> Doc:
    """`name=value` as one item of a call."""
    return f"{name}={value}" if isinstance(value, str) else framed_group(f"{name}=", value)


def unless_empty(name: str, value: Group) -> Doc | None:
    """`name=value`, left out where there is nothing in it."""
    return keyword(name, value) if value.items else None


def subscript(base: str, items: Iterable[Doc]) -> Group:
    """`base[items]`."""
    listed = tuple(items)
    if len(listed) != 1:
        return group(base + "[", listed, "]")
    only = listed[0]
    inner = only if isinstance(only, str) else only.line
    line = None if inner is None else f"{base}[{inner}]"
    return Group(base + "[", listed, "]", Comma.NEVER, _narrow(line))


def tuple_of(items: Iterable[Doc]) -> Group:
    """A tuple display."""
    listed = tuple(items)
    return group("(", listed, ")", Comma.ALWAYS if len(listed) == 1 else Comma.WHERE_OPEN)


def mapping(pairs: Iterable[tuple[str, Doc]]) -> Group:
    """A dict display; keys are code."""
    return group("{", tuple([framed(f"{key}: ", value) for key, value in pairs]), "}")


def data(value: object) -> Doc:
    """Plain data as a display; raises `UnsafeTextError` as `literal` does."""
    if isinstance(value, Mapping):
        return mapping((literal(k), data(v)) for k, v in cast(Mapping[object, object], value).items())
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        items = tuple(data(v) for v in cast(Sequence[object], value))
        return tuple_of(items) if isinstance(value, tuple) else group("[", items, "]")
    return literal(value)


def import_line(module: str, names: Iterable[str]) -> Code:
    """`from module import names`, in brackets where it does not fit."""
    listed = tuple(names)
    line = f"from {module} import {', '.join(listed)}"
    if len(line) <= WIDTH:
        return common(line)
    return lay_open(group(f"from {module} import (", listed, ")"))


def class_header(name: str, base: str) -> Code:
    """The first line of a class, over three lines where it is too wide."""
    line = f"class {name}({base}):"
    return Code(line if len(line) <= WIDTH else f"class {name}(\n    {base}\n):")
